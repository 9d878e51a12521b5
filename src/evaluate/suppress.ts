import { matchesGlob, type Suppression } from "../model/index.ts";

/** The first suppression in time that names this policy and resource. */
export function findSuppression(
  suppressions: readonly Suppression[],
  policy: string,
  resource: string,
  asOf: string,
  foldsCase: boolean,
): Suppression | undefined {
  const spell = (text: string): string => (foldsCase ? text.toLowerCase() : text);
  return suppressions.find(
    (entry) =>
      asOf <= entry.expires &&
      matchesGlob(entry.policy, policy) &&
      entry.resources.some((glob) => matchesGlob(spell(glob), spell(resource))),
  );
}
