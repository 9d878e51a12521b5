import { later, type TemplateValue } from "../settings.ts";

/** Key that marks an object as something else than it looks: a secret, an asset, a reference, an output. */
const signature = "4dabf18193072939515e22adb298388d";
const outputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** Stand for values that are not known before the update, by their type (pulumi/sdk/go/common/resource/plugin/rpc.go, read 2026-11-22). */
const sentinels: readonly string[] = [
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
];
/** What a preview prints in place of a secret, unless it is told to show it. */
const hidden = "[secret]";
const maxDepth = 100;

/** An input of a preview. What is not known yet, and what must not be seen, is `later`. */
export function inputValue(value: unknown, depth = 0): TemplateValue {
  if (typeof value === "string") {
    return value === hidden || sentinels.some((sentinel) => value.includes(sentinel)) ? later : value;
  }
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "object" || depth > maxDepth) return later;
  if (Array.isArray(value)) return value.map((item) => inputValue(item, depth + 1));
  if (Object.hasOwn(value, signature)) return signed(value, depth);
  const entries = Object.entries(value).filter(([name]) => !name.startsWith("__"));
  return Object.fromEntries(entries.map(([name, item]) => [name, inputValue(item, depth + 1)]));
}

/** An output that is no secret is its value; everything else that is signed is not looked into. */
function signed(value: object, depth: number): TemplateValue {
  const { [signature]: kind, secret, value: inner } = value as { readonly [name: string]: unknown };
  return kind === outputSignature && secret !== true && inner !== undefined ? inputValue(inner, depth + 1) : later;
}

export interface Values {
  readonly [name: string]: TemplateValue;
}

export function isValues(value: TemplateValue): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
