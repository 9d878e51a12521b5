import { matchesGlob, type Suppression } from "../model/index.ts";

/** The first suppression in time that names this policy and resource. */
export function findSuppression(
  suppressions: readonly Suppression[],
  policy: string,
  resource: string,
  otherNames: () => readonly string[],
  asOf: string,
  foldsCase: boolean,
): Suppression | undefined {
  const spell = (text: string): string => (foldsCase ? text.toLowerCase() : text);
  const names = (glob: string, name: string): boolean => matchesGlob(spell(glob), spell(name));
  return suppressions.find(
    (entry) =>
      asOf <= entry.expires &&
      matchesGlob(entry.policy, policy) &&
      entry.resources.some((glob) => names(glob, resource) || otherNames().some((name) => names(glob, name))),
  );
}
