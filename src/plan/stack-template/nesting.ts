import { basename } from "node:path";
import type { NestedResource, StackInstance } from "./dialect.ts";
import { openNestedFile } from "./nested-file.ts";
import { isRawMap, member, onlyEntry } from "./raw.ts";
import { type Run, refused } from "./run.ts";
import { createStack, type Stack } from "./stack.ts";
import { parseTemplateText, type TemplateText } from "./template-text.ts";
import { isPending, isValueList, isValueMap, memberOf, pending, refsOf, textOf, type Value } from "./value.ts";

export interface Nesting {
  /** The stacks that a resource brings with it; none where its template is not at hand, which is noted. */
  childrenOf(stack: Stack, name: string, index: number | undefined): readonly Stack[];
  outputOf(stack: Stack, name: string, index: number | undefined, output: string): Value;
}

/** @param given path of the file that the user named */
export function createNesting(run: Run, given: string): Nesting {
  const opened = new Map<string, readonly Stack[]>();

  function childrenOf(stack: Stack, name: string, index: number | undefined): readonly Stack[] {
    const address = stack.addressOf(name, index);
    const before = opened.get(address);
    if (before !== undefined) return before;
    const { kind = "" } = stack.resources().get(name) ?? {};
    const subject = { address, kind, prefix: stack.source.prefix, ...(index === undefined ? {} : { index }) };
    const children = run.about(subject, () =>
      run.within(stack.source.text.path, `nested stack ${address}`, () => open(stack, name, address)),
    );
    opened.set(address, children);
    return children;
  }

  function open(stack: Stack, name: string, address: string): readonly Stack[] {
    const resource = stack.resources().get(name);
    const nested = run.dialect.nested(resource?.kind ?? "");
    if (resource === undefined || nested === undefined) return [];
    const properties = stack.properties(name);
    const found = templateOf(stack, name, properties);
    if (found === undefined) return [];
    const others: NestedResource["others"] = (kind) =>
      [...stack.resources()]
        .filter(([other, one]) => one.kind === kind && stack.isMade(other) !== false)
        .map(([other, one]) => ({ raw: one.properties, properties: stack.properties(other) }));
    const { region, regionEvidence } = stack.source;
    const one: StackInstance = { region, regionEvidence };
    const instances = nested.instances?.({ name, properties, others }) ?? [one];
    return instances.map(({ key, ...place }) => {
      run.countStack(stack.source.text.path);
      const prefix = `${address}${key === undefined ? "" : `[${key}]`}.`;
      const parameters = memberOf(properties, nested.parameters);
      return createStack(run, { ...found, prefix, ...place, given: givenBy(parameters) }, outputOf);
    });
  }

  function templateOf(stack: Stack, name: string, properties: Value): Found | undefined {
    const { text, chain } = stack.source;
    const resource = stack.resources().get(name);
    const nested = run.dialect.nested(resource?.kind ?? "");
    if (resource === undefined || nested === undefined) return undefined;
    const body = nested.body === undefined ? undefined : member(resource.properties, nested.body);
    if (body !== undefined) return bodyOf(stack, name, body);
    const asset = assetOf(resource.metadata, run.dialect.assetKeyEnd);
    const reference = textOf(memberOf(properties, nested.path)) ?? asset;
    if (typeof reference !== "string") {
      run.note("the template of this nested stack is known only when the change is applied");
      return undefined;
    }
    const file = openNestedFile(reference, text.path, given);
    if ("why" in file) {
      run.note(`this nested stack is not read: ${file.why}`);
      return undefined;
    }
    const next = [...chain, file.real];
    if (chain.includes(file.real)) refuseCircle(text.path, next);
    return { text: run.parse(file.real, file), chain: next };
  }

  function bodyOf(stack: Stack, name: string, body: unknown): Found | undefined {
    const { text, chain } = stack.source;
    const line = stack.resources().get(name)?.line;
    const place = { path: text.path, lineOf: () => line };
    if (isRawMap(body) && !isFunction(body)) return { text: { ...place, value: body }, chain };
    const written = stack.value(body);
    if (typeof written !== "string") {
      run.note("the template of this nested stack is known only when the change is applied");
      return undefined;
    }
    const path = `${text.path}, template of ${name}`;
    const { value } = parseTemplateText({ path, text: written }, run.dialect.functions.keys());
    return { text: { ...place, value }, chain };
  }

  function outputOf(stack: Stack, name: string, index: number | undefined, output: string): Value {
    const values = childrenOf(stack, name, index).map((child) => child.output(output));
    const [only, ...rest] = values;
    return only !== undefined && rest.length === 0 ? only : pending(refsOf(values));
  }

  function refuseCircle(path: string, chain: readonly string[]): void {
    // The names that the user sees, not where they lead.
    const names = chain.map((real) => basename(real));
    throw refused(path, `stacks nest each other in a circle: ${names.join(" → ")}`, "Break the circle.");
  }

  return { childrenOf, outputOf };
}

interface Found {
  readonly text: TemplateText;
  readonly chain: readonly string[];
}

/** A mapping of names and values, or a list of names with values. */
function givenBy(parameters: Value): (name: string) => Value {
  if (isPending(parameters)) return () => parameters;
  if (isValueMap(parameters)) return (name) => memberOf(parameters, name);
  if (!isValueList(parameters)) return () => undefined;
  return (name) =>
    memberOf(
      parameters.find((one) => memberOf(one, "ParameterKey") === name),
      "ParameterValue",
    );
}

function assetOf(metadata: unknown, keyEnd: string | undefined): unknown {
  if (keyEnd === undefined || !isRawMap(metadata)) return undefined;
  return Object.entries(metadata).find(([key]) => key.endsWith(keyEnd))?.[1];
}

function isFunction(raw: unknown): boolean {
  const [name = ""] = onlyEntry(raw) ?? [];
  return name === "Ref" || name.startsWith("Fn::");
}
