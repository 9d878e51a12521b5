import type { PlannedLink } from "../../../src/model/index.ts";
import { statement } from "./flows.ts";
import type { Here } from "./here.ts";

/** A public address: whom it lets in is up to security groups, which are not read. An end of which nothing is known. */
export function publicAddress(here: Here, path: string): readonly PlannedLink[] {
  const isPublic = here.settings.flag(path);
  return isPublic.known && isPublic.value === true ? [statement(here, "reachable-from", {}, path, "true")] : [];
}
