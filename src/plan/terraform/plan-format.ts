import type { PlannedResource } from "../../model/index.ts";
import type { Template, TemplateFile, TemplateFormat, TemplateGap, TemplateOptions } from "../template.ts";
import type { BehindPlan } from "./behind-plan.ts";
import { changeOf } from "./change-of.ts";
import { createConfigModule } from "./configuration.ts";
import { driftedAddresses } from "./drift.ts";
import { type Entry, identityOf } from "./entry.ts";
import { createReferencesAt } from "./expression-references.ts";
import { isObject, listMember, member } from "./json-guards.ts";
import { createModuleScopes } from "./module-scope.ts";
import { plannedEntry } from "./planned-entry.ts";
import { createProviderWords } from "./provider-words.ts";
import { createReferredAddresses } from "./referred-addresses.ts";
import { input, misnomerOf, refusalOf, requireShallow, requireVersion, requireWhole } from "./refusals.ts";
import { entriesOfValues } from "./state-values.ts";

const id = "terraform-plan";

/** `terraform show -json PLANFILE`, format version 1.x; OpenTofu's is the same. */
export const terraformPlan: TemplateFormat = {
  id,
  title: "Terraform plan JSON",
  recognises(document, file) {
    if (misnomerOf(document, file.text) !== undefined) return true;
    if (!isObject(document)) return false;
    return ["resource_changes", "planned_values", "resource_drift"].some((name) => Object.hasOwn(document, name));
  },
  read(document, file, options) {
    const misnomer = misnomerOf(document, file.text);
    if (misnomer !== undefined) throw refusalOf(misnomer, file);
    requireShallow(file);
    requireVersion(document, "plan", file);
    requireWhole(document, file);
    const { source } = options;
    if (source === undefined) return readPlan(document, file, options);
    return import("./behind-plan.ts").then(({ behindPlan }) =>
      readPlan(document, file, options, (entries) => behindPlan(source, entries, member(document, "variables"))),
    );
  },
};

function readPlan(
  document: unknown,
  file: TemplateFile,
  options: TemplateOptions,
  open?: (entries: readonly Entry[]) => BehindPlan,
): Template {
  for (const part of ["resource_changes", "resource_drift", "deferred_changes"]) {
    const found = member(document, part);
    if (found === undefined || found === null || Array.isArray(found)) continue;
    throw input(file, `${part} is not a list`, "Make the file again with: terraform show -json FILE > plan.json");
  }
  const { entries, skipped } = entriesOfPlan(document, file);
  const configuration = member(document, "configuration");
  const root = member(configuration, "root_module");
  const scopes = createModuleScopes(isObject(root) ? createConfigModule(root) : undefined);
  const around = {
    file: file.path,
    options,
    scopes,
    providers: createProviderWords(member(configuration, "provider_config"), scopes, member(document, "variables")),
    referencesAt: createReferencesAt(),
    referred: createReferredAddresses(entries, scopes),
    ...(open === undefined ? {} : { behind: open(entries) }),
  };

  return {
    resources: {
      *[Symbol.iterator](): Generator<PlannedResource> {
        for (const entry of entries) yield plannedEntry(entry, around);
      },
    },
    gaps: gapsOf(document, isObject(root), skipped),
    ...(open === undefined ? { sourceMayTell: true } : {}),
  };
}

/** The entries in the plan's order, then what is there already and the plan only refers to. */
function entriesOfPlan(document: unknown, file: TemplateFile) {
  const entries = new Map<string, Entry>();
  const told = new Set<string>();
  let skipped = 0;

  function take(item: unknown, drifted: boolean): void {
    const identity = isObject(item) ? identityOf(item) : undefined;
    if (!identity || !isObject(member(item, "change"))) {
      skipped += 1;
      return;
    }
    told.add(identity.address);
    const change = changeOf(member(item, "change"));
    // What is left over from an interrupted replacement has the address of what took its place.
    if (change === undefined || member(item, "deposed") !== undefined) return;
    const entry: Entry = { ...identity, change, ...valuesOf(member(item, "change")) };
    entries.set(entry.address, drifted && entry.change === "none" ? { ...entry, change: "drift" } : entry);
  }

  const drifted = driftedAddresses(document);
  for (const item of listMember(document, "resource_changes")) take(item, drifted.has(identityAddress(item)));
  for (const item of listMember(document, "deferred_changes")) take(member(item, "resource_change"), false);
  // A plan that only refreshes has no changes but these.
  for (const item of listMember(document, "resource_drift")) {
    const address = identityAddress(item);
    if (drifted.has(address) && !told.has(address)) take(withoutActions(item), true);
  }
  for (const entry of entriesOfValues(member(member(document, "prior_state"), "values"), "none", file)) {
    if (!told.has(entry.address)) entries.set(entry.address, entry);
  }
  return { entries: [...entries.values()], skipped };
}

function valuesOf(change: unknown): Pick<Entry, "values" | "masks"> {
  const isForgotten = !isObject(member(change, "after"));
  return {
    values: member(change, isForgotten ? "before" : "after"),
    masks: isForgotten
      ? [member(change, "before_sensitive")]
      : ["after_unknown", "after_sensitive", "before_sensitive"].map((mask) => member(change, mask)),
  };
}

function identityAddress(item: unknown): string {
  const address = member(item, "address");
  return typeof address === "string" ? address : "";
}

/** What happened to it has happened: the plan does nothing. */
function withoutActions(item: unknown): unknown {
  return isObject(item) ? { ...item, change: { ...(member(item, "change") as object), actions: ["no-op"] } } : item;
}

function gapsOf(document: unknown, hasConfiguration: boolean, skipped: number): readonly TemplateGap[] {
  const details = [
    !hasConfiguration && "the plan has no configuration, so that regions of provider blocks and references are unknown",
    listMember(document, "deferred_changes").length > 0 && "the plan leaves changes to a later plan",
    skipped > 0 && `entries of the plan that do not say what they are: ${skipped}`,
  ];
  return details.flatMap((detail) => (detail === false ? [] : { address: null, kind: id, detail }));
}
