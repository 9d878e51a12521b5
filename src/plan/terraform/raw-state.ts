import type { PlannedChange } from "../../model/index.ts";
import { keyOf } from "./address.ts";
import { type Entry, identityOf } from "./entry.ts";
import { isObject, listMember, member, textMember } from "./json-guards.ts";
import { withDeposed } from "./state-values.ts";

/** Attributes that hold a secret whether or not the state marks them; older versions mark none that the provider knows as sensitive. */
const secretName =
  /(?:^|_)(?:passwords?|passphrase|secret_string|secret_binary|secret_key|access_key|private_key|token|connection_string|credentials?)$/;

/** The resources of a `terraform.tfstate` of version 4, as backends keep it. */
export function* entriesOfRawState(document: unknown, standing: PlannedChange, skipped: () => void): Generator<Entry> {
  for (const resource of listMember(document, "resources")) {
    const module = textMember(resource, "module") ?? "";
    const isData = member(resource, "mode") === "data";
    const base = `${isData ? "data." : ""}${textMember(resource, "type")}.${textMember(resource, "name")}`;
    const provider = providerKey(textMember(resource, "provider"));
    for (const instance of listMember(resource, "instances")) {
      const address = `${module === "" ? "" : `${module}.`}${base}${keyOf(member(instance, "index_key"))}`;
      const identity = isObject(resource) ? identityOf({ ...resource, address, module_address: module }) : undefined;
      if (!identity) {
        skipped();
        continue;
      }
      const values = member(instance, "attributes");
      yield {
        ...withDeposed(identity, textMember(instance, "deposed")),
        change: isData ? "none" : standing,
        values,
        masks: [...listMember(instance, "sensitive_attributes").map(maskOfPath), maskOfSecrets(values)],
        ...(provider !== undefined && { provider }),
      };
    }
  }
}

/** `module.legacy.provider["registry.terraform.io/hashicorp/aws"].hk` = `module.legacy:aws.hk`. */
function providerKey(provider: string | undefined): string | undefined {
  const parts = /^(?:(module\..*)\.)?provider\["(?:[^"]*\/)?([^"/]+)"\](\..+)?$/.exec(provider ?? "");
  if (!parts?.[2]) return undefined;
  return `${parts[1] === undefined ? "" : `${parts[1]}:`}${parts[2]}${parts[3] ?? ""}`;
}

/** A mask from a path of steps `{ type: "get_attr", value: "password" }`. Up to a position in a list, all of which is hidden then. */
function maskOfPath(path: unknown): unknown {
  const steps: readonly unknown[] = Array.isArray(path) ? path : [];
  const names: string[] = [];
  for (const step of steps) {
    const name = textMember(step, "value");
    if (name === undefined) break;
    names.push(name);
  }
  // A path that says nothing that can be read hides everything.
  return names.reduceRight<unknown>((mask, name) => ({ [name]: mask }), true);
}

function maskOfSecrets(values: unknown): Readonly<Record<string, true>> {
  const names = isObject(values) ? Object.keys(values).filter((name) => secretName.test(name)) : [];
  return Object.fromEntries(names.map((name) => [name, true]));
}
