import { JingneiError, type PlannedChange } from "../../model/index.ts";
import type { TemplateFile } from "../template.ts";
import { type Entry, identityOf } from "./entry.ts";
import { isObject, listMember, member, textMember } from "./json-guards.ts";

/** More modules within each other than anybody writes; a file that nests deeper is not one of Terraform's. */
const deepest = 1000;

/**
 * The resources of `values` as `terraform show -json` prints a state, and a plan its `prior_state`.
 * @param standing what a managed resource counts as; data sources are only read.
 * @param skipped called for entries that do not say what they are.
 */
export function* entriesOfValues(
  values: unknown,
  standing: PlannedChange,
  file: TemplateFile,
  skipped: () => void = () => undefined,
): Generator<Entry> {
  const stack = [{ module: member(values, "root_module"), depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { module, depth } = next;
    if (depth > deepest) throw nestedTooDeeply(file);
    const address = textMember(module, "address");
    for (const resource of listMember(module, "resources")) {
      const identity = isObject(resource) ? identityOf(resource, address) : undefined;
      if (!identity) skipped();
      else yield { ...withDeposed(identity, textMember(resource, "deposed_key")), ...valuesOf(resource, standing) };
    }
    // The last one is taken first.
    for (const child of listMember(module, "child_modules").toReversed())
      stack.push({ module: child, depth: depth + 1 });
  }
}

/** What is replaced but not destroyed yet still holds data, beside what stands in its place. */
export function withDeposed<T extends { readonly address: string }>(entry: T, deposed: string | undefined): T {
  return deposed === undefined ? entry : { ...entry, address: `${entry.address} (deposed object ${deposed})` };
}

function valuesOf(resource: unknown, standing: PlannedChange): Pick<Entry, "change" | "values" | "masks"> {
  return {
    change: member(resource, "mode") === "data" ? "none" : standing,
    values: member(resource, "values"),
    masks: [member(resource, "sensitive_values")],
  };
}

function nestedTooDeeply(file: TemplateFile): JingneiError {
  return new JingneiError(
    "input",
    `${file.path}: modules are nested more than ${deepest} deep`,
    "Make the file again with: terraform show -json > state.json",
  );
}
