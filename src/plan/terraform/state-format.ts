import type { PlannedChange, PlannedResource } from "../../model/index.ts";
import type { Template, TemplateFile, TemplateFormat, TemplateOptions } from "../template.ts";
import { createReferencesAt } from "./expression-references.ts";
import { isObject, member } from "./json-guards.ts";
import { createModuleScopes } from "./module-scope.ts";
import { plannedEntry } from "./planned-entry.ts";
import { createProviderWords } from "./provider-words.ts";
import { entriesOfRawState } from "./raw-state.ts";
import { createReferredAddresses } from "./referred-addresses.ts";
import { input, requireShallow, requireVersion } from "./refusals.ts";
import { entriesOfValues } from "./state-values.ts";

const id = "terraform-state";

/** A state given to be judged is judged whole, as it stands: as if all of it were written now. Data sources are only read. */
const standing: PlannedChange = "update";

/** `terraform show -json` of a state, and `terraform.tfstate` itself (version 4). */
export const terraformState: TemplateFormat = {
  id,
  title: "Terraform state",
  recognises: (document) => isRawState(document) || isShownState(document),
  read(document, file, options) {
    requireShallow(file);
    if (isRawState(document)) requireRawVersion(document, file);
    else requireVersion(document, "state", file);
    return readState(document, file, options);
  },
};

function isRawState(document: unknown): boolean {
  return isObject(document) && typeof document["version"] === "number" && Object.hasOwn(document, "terraform_version");
}

/** A state without resources has nothing in it but its versions. */
function isShownState(document: unknown): boolean {
  if (!isObject(document) || !Object.hasOwn(document, "format_version")) return false;
  const known = ["format_version", "terraform_version", "values", "checks"];
  return isObject(document["values"]) || Object.keys(document).every((name) => known.includes(name));
}

function requireRawVersion(document: unknown, file: TemplateFile): void {
  const version = member(document, "version");
  if (version === 4 && Array.isArray(member(document, "resources"))) return;
  const what =
    version === 4 ? "is a state without a list of resources" : `is a state of version ${String(version)}, not 4`;
  throw input(file, what, "Write it with Terraform 1.x or OpenTofu: terraform show -json > state.json");
}

function readState(document: unknown, file: TemplateFile, options: TemplateOptions): Template {
  let skipped = 0;
  const skip = () => {
    skipped += 1;
  };
  const entries = isRawState(document)
    ? [...entriesOfRawState(document, standing, skip)]
    : [...entriesOfValues(member(document, "values"), standing, file, skip)];
  const scopes = createModuleScopes(undefined);
  const around = {
    file: file.path,
    options,
    scopes,
    providers: createProviderWords(undefined, scopes, undefined),
    referencesAt: createReferencesAt(),
    referred: createReferredAddresses(entries, scopes),
  };

  return {
    resources: {
      *[Symbol.iterator](): Generator<PlannedResource> {
        for (const entry of entries) yield plannedEntry(entry, around);
      },
    },
    gaps:
      skipped === 0 ? [] : [{ address: null, kind: id, detail: `entries that do not say what they are: ${skipped}` }],
  };
}
