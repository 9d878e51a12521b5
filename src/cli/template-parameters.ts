import { readFile } from "node:fs/promises";
import { didYouMean, JingneiError, quote } from "../model/index.ts";
import type { Change } from "../run/changes.ts";

/** Parameter files are written by hand. */
const largestBytes = 1024 * 1024;

/**
 * Values of `--parameters`: `KEY=VALUE`, or a JSON file in one of the forms that the clouds' own tools take:
 * `{"Key": "value"}`, `[{"ParameterKey": "Key", "ParameterValue": "value"}]`, `{"parameters": {"key": {"value": "value"}}}`.
 * @throws JingneiError `usage` or `input`; no message shows a value.
 */
export async function templateParameters(given: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const all = await Promise.all(
    given.map(async (one): Promise<readonly (readonly [string, unknown])[]> => {
      const equals = one.indexOf("=");
      if (equals > 0) return [[one.slice(0, equals), one.slice(equals + 1)]];
      return fromFile(one);
    }),
  );
  return Object.fromEntries(all.flat());
}

/**
 * A misspelled name would leave its parameter unknown, and what depends on it unjudged.
 * @throws JingneiError `usage` for a name that none of the templates has
 */
export function demandKnown(names: readonly string[], changes: readonly Change[]): void {
  const declared = changes.map(({ template }) => template.parameters);
  if (declared.includes("any")) return;
  const taken = declared.filter((one) => one !== undefined && one !== "any");
  const candidates = taken.flatMap((one) => one.names);
  for (const name of names) {
    if (taken.some((one) => one.takes(name))) continue;
    const meant = didYouMean(name, candidates, quote);
    const what = `--parameters ${quote(name)}: no template has a parameter of this name.${meant}`;
    const remedy =
      taken.length === 0
        ? "Leave it out: plans, states and previews take none, since all values are in them."
        : `Declared are: ${candidates.slice(0, 20).map(quote).join(", ") || "none"}.`;
    throw new JingneiError("usage", what, remedy);
  }
}

async function fromFile(path: string): Promise<readonly (readonly [string, unknown])[]> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    const remedy = "Give KEY=VALUE, or a JSON file of parameters.";
    throw new JingneiError("usage", `--parameters ${path}: no KEY=VALUE, and no file that can be read`, remedy, error);
  });
  if (text.length > largestBytes) throw unread(path, "it is too large for a file of parameters");
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw unread(path, "it is not valid JSON", error);
  }
  if (Array.isArray(value)) return value.map((item) => pairOf(item, path));
  if (!isObject(value)) throw unread(path, "it holds no parameters");
  const inner = value["parameters"];
  if (!isObject(inner)) return Object.entries(value);
  return Object.entries(inner).map(([name, item]) => [
    name,
    isObject(item) && "value" in item ? item["value"] : undefined,
  ]);
}

function pairOf(item: unknown, path: string): readonly [string, unknown] {
  const key = isObject(item) ? item["ParameterKey"] : undefined;
  if (typeof key !== "string" || !isObject(item)) throw unread(path, "an entry of its list has no ParameterKey");
  return [key, item["ParameterValue"]];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function unread(path: string, why: string, cause?: unknown): JingneiError {
  const remedy = 'Write {"Key": "value"}, or the parameter file of the cloud\'s own tool.';
  return new JingneiError("input", `${path}: ${why}`, remedy, cause);
}
