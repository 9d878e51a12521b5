import { readFileSync } from "node:fs";
import type { PlannedResource } from "../../src/model/index.ts";
import type { TemplateFormat, TemplateGap, TemplateOptions } from "../../src/plan/template.ts";

/** A template as a test looks at it. */
export interface ReadTemplate {
  readonly addresses: readonly string[];
  readonly gaps: readonly TemplateGap[];
  /** @throws Error where the template has no such resource */
  at(address: string): PlannedResource;
}

/** Reads a fixture below `test/fixtures/templates/`, or a text under a path. */
export async function readWith(
  format: TemplateFormat,
  path: string,
  options: Partial<TemplateOptions> = {},
  text = readFileSync(path, "utf8"),
): Promise<ReadTemplate> {
  const { resources, gaps } = await format.read(undefined, { path, text }, { parameters: {}, ...options });
  const all = [...resources];
  return {
    addresses: all.map(({ address }) => address),
    gaps,
    at(address) {
      const found = all.find((resource) => resource.address === address);
      if (found === undefined) throw new Error(`no resource ${address}`);
      return found;
    },
  };
}
