import type { PlannedReading } from "../model/index.ts";
import type { Template } from "./template.ts";

/** Templates that were read, as one change. */
export interface Change {
  readonly file: string;
  /** Format, as coverage names what was read: `terraform-plan`. */
  readonly format: string;
  readonly template: Template;
}

/** What a part states of its owner. */
export type Attached = Pick<PlannedReading, "links" | "attributes" | "unknowns">;
