import { readFileSync } from "node:fs";
import type { PlannedResource } from "../../src/model/index.ts";
import type { Template, TemplateFile, TemplateFormat, TemplateOptions } from "../../src/plan/template.ts";
import { terraformPlan } from "../../src/plan/terraform/plan-format.ts";
import { terraformState } from "../../src/plan/terraform/state-format.ts";

const folder = new URL("../fixtures/plans/terraform/", import.meta.url);

export function fixtureFile(path: string): TemplateFile {
  return { path, text: readFileSync(new URL(path, folder), "utf8") };
}

/** The document of a fixture, or one written in the test, read by the format that recognises it. */
export function readTerraform(source: string | object, options: Partial<TemplateOptions> = {}): Template {
  const file = typeof source === "string" ? fixtureFile(source) : { path: "plan.json", text: JSON.stringify(source) };
  const document: unknown = JSON.parse(file.text);
  const read = formatOf(document, file).read(document, file, { parameters: {}, ...options });
  if (read instanceof Promise) throw new Error("the reader needs no time");
  return read;
}

export function formatOf(document: unknown, file: TemplateFile): TemplateFormat {
  const format = [terraformPlan, terraformState].find((each) => each.recognises(document, file));
  if (!format) throw new Error("not recognised");
  return format;
}

export function resourcesOf(
  source: string | object,
  options: Partial<TemplateOptions> = {},
): Map<string, PlannedResource> {
  const found = new Map<string, PlannedResource>();
  for (const resource of readTerraform(source, options).resources) found.set(resource.address, resource);
  return found;
}

export function resourceAt(
  source: string | object,
  address: string,
  options: Partial<TemplateOptions> = {},
): PlannedResource {
  const found = resourcesOf(source, options).get(address);
  if (!found) throw new Error(`no ${address}`);
  return found;
}

/** `create cn-north-1 (provider aws)`; `?` for a region that is not known. */
export function inShort({ change, region, regionEvidence }: PlannedResource): string {
  return `${change} ${region.known ? region.value : "?"} (${regionEvidence})`;
}
