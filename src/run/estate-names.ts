import type { ReportResource, ReportSource, TemplateProvider } from "../model/index.ts";

/** Finds what an earlier scan saw by the names that a change may give it. */
export interface EstateNames {
  find(provider: string, name: string): ReportResource | undefined;
  /** Besides its id, the names that mean this resource and no other. */
  of(resource: ReportResource): readonly string[];
}

/** A template says neither account nor service where both go without saying. A name that fits several resources means none. */
export function estateNames(source: ReportSource, providers: readonly TemplateProvider[]): EstateNames {
  const catalogues = new Map(providers.map(({ id, catalogue }) => [id, catalogue]));
  const owners = new Map<string, string | null>();
  const namesOf = ({ provider, id }: ReportResource) => catalogues.get(provider)?.namesOf?.(id) ?? [];
  const keyOf = (provider: string, name: string) => {
    const key = catalogues.get(provider)?.keyOf?.(name) ?? name;
    return `${provider} ${key}`;
  };
  for (const resource of source.resources()) {
    for (const name of new Set([resource.id, ...namesOf(resource)])) {
      const key = keyOf(resource.provider, name);
      owners.set(key, owners.has(key) ? null : resource.id);
    }
  }
  return {
    find(provider, name) {
      const id = owners.get(keyOf(provider, name));
      return id === undefined || id === null ? undefined : source.resource(id);
    },
    of: (resource) => namesOf(resource).filter((name) => owners.get(keyOf(resource.provider, name)) === resource.id),
  };
}
