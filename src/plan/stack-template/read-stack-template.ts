import { didYouMean, type PlannedResource, quote } from "../../model/index.ts";
import type { Template, TemplateFile, TemplateOptions } from "../template.ts";
import { circleIn } from "./circle.ts";
import type { Dialect } from "./dialect.ts";
import { realPathOf } from "./nested-file.ts";
import { createNesting, type Nesting } from "./nesting.ts";
import { isAllowed, literal } from "./parameters.ts";
import { isRawList, isRawMap, member } from "./raw.ts";
import { createRun, type Run, refused } from "./run.ts";
import { createStack, type Stack, statedRegion } from "./stack.ts";
import type { TemplateText } from "./template-text.ts";
import { settingsOf, textOf } from "./value.ts";

/**
 * The resources of a stack template and of the stacks nested in it, as far as the template alone tells them. It says nothing of
 * what is there already, so each is created.
 * @throws JingneiError `input` for what no service would take: file, line and what to do
 */
export function readStackTemplate(file: TemplateFile, options: TemplateOptions, dialect: Dialect): Template {
  const run = createRun(dialect, options);
  const nesting = createNesting(run, file.path);
  const real = (file.path === "-" ? undefined : realPathOf(file.path)) ?? file.path;
  const text = run.parse(real, file);
  demandVersion(text, file, dialect);
  demandAllowed(text, options);
  const given = (name: string) =>
    literal(Object.hasOwn(options.parameters, name) ? options.parameters[name] : undefined);
  const source = { text, chain: [real], prefix: "", ...statedRegion(options.region), given };
  const resources: PlannedResource[] = [];
  collect(run, nesting, createStack(run, source, nesting.outputOf), resources);
  return { resources, gaps: run.gaps, parameters: parametersOf(text, dialect) };
}

/** A macro that is not run may declare more; those that the service fills in itself may be given too. */
function parametersOf({ value }: TemplateText, dialect: Dialect): NonNullable<Template["parameters"]> {
  if (macrosOf(value).some((macro) => knownMacro(macro, dialect) !== "read")) return "any";
  const declared = member(value, "Parameters");
  const names = isRawMap(declared) ? Object.keys(declared) : [];
  return { names, takes: (name) => names.includes(name) || name.startsWith(dialect.pseudoPrefix) };
}

function macrosOf(template: unknown): readonly unknown[] {
  const stated = member(template, "Transform");
  return stated === undefined ? [] : isRawList(stated) ? stated : [stated];
}

function knownMacro(macro: unknown, dialect: Dialect): ReturnType<Dialect["macro"]> {
  const name = isRawMap(macro) ? macro["Name"] : macro;
  return typeof name === "string" ? dialect.macro(name) : { why: "its name is not known" };
}

/** A template of another version may mean something else by the same words. */
function demandVersion({ path, value }: TemplateText, { text }: TemplateFile, { versionKey, version }: Dialect): void {
  const stated = member(value, versionKey);
  if (stated === undefined || stated === version) return;
  const lines = text.slice(0, text.indexOf(versionKey)).split("\n").length;
  throw refused(`${path}:${lines}`, `a ${versionKey} that is not known`, `The only one is ${version}.`);
}

function collect(run: Run, nesting: Nesting, stack: Stack, found: PlannedResource[]): void {
  const { dialect } = run;
  const { text, prefix } = stack.source;
  const isComplete = noteMacros(run, stack);
  const declared = member(text.value, "Resources");
  if (
    prefix === "" &&
    isComplete &&
    (declared === undefined || (isRawMap(declared) && Object.keys(declared).length === 0))
  ) {
    throw refused(text.path, "it declares no Resources", "Name a template that does.");
  }
  const graph = new Map<string, Set<string>>();
  for (const [name, resource] of stack.resources()) {
    const { kind } = resource;
    const outer = { address: stack.addressOf(name), kind, prefix };
    if (dialect.makesNothing(kind) || run.about(outer, () => stack.isMade(name)) === false) continue;
    const needs = new Set(dependenciesOf(stack, resource.dependsOn));
    if (!dialect.isExpanded(kind)) graph.set(outer.address, needs);
    for (const index of run.about(outer, () => stack.indexes(name))) {
      const address = stack.addressOf(name, index);
      const subject = { address, kind, prefix, refersTo: (other: string) => void needs.add(other) };
      const properties = run.about(index === undefined ? subject : { ...subject, index }, () => stack.properties(name));
      if (dialect.nested(kind) !== undefined) {
        for (const child of nesting.childrenOf(stack, name, index)) collect(run, nesting, child, found);
        continue;
      }
      run.countResource(text.path);
      found.push({
        address,
        kind,
        label: address.slice(prefix.length),
        change: "create",
        settings: settingsOf(properties),
        region: stack.source.region,
        regionEvidence: stack.source.regionEvidence,
        ...ownerOf(run),
        file: text.path,
        ...(resource.line === undefined ? {} : { line: resource.line }),
      });
    }
  }
  demandNoCircle(stack, graph);
}

function dependenciesOf(stack: Stack, names: readonly string[]): readonly string[] {
  return names
    .filter((name) => stack.resources().has(name) && stack.isMade(name) !== false)
    .map((name) => stack.addressOf(name));
}

/** Account and partition, where the command line gives them as it gives parameters. */
function ownerOf({ dialect, options }: Run): Pick<PlannedResource, "account" | "partition"> {
  const { account, partition } = dialect.pseudo;
  const said = (name: string | undefined) =>
    name !== undefined && Object.hasOwn(options.parameters, name)
      ? textOf(literal(options.parameters[name]))
      : undefined;
  const [own, its] = [said(account), said(partition)];
  return { ...(own === undefined ? {} : { account: own }), ...(its === undefined ? {} : { partition: its }) };
}

/** Whether the resources of the file are all that there will be, as far as its macros tell. */
function noteMacros(run: Run, stack: Stack): boolean {
  let isComplete = true;
  for (const macro of macrosOf(stack.source.text.value)) {
    const known = knownMacro(macro, run.dialect);
    if (known === "read") continue;
    const name = isRawMap(macro) ? macro["Name"] : macro;
    isComplete = false;
    const { prefix } = stack.source;
    const address = prefix === "" ? null : prefix.slice(0, -1);
    run.about({ address, kind: "Transform", prefix }, () =>
      run.note(`the macro ${quote(name)} is not run: ${known.why}`),
    );
  }
  return isComplete;
}

function demandNoCircle(stack: Stack, graph: ReadonlyMap<string, ReadonlySet<string>>): void {
  const circle = circleIn(graph);
  if (circle === undefined) return;
  const { text, prefix } = stack.source;
  const line = stack.resources().get((circle[0] ?? "").slice(prefix.length))?.line;
  throw refused(
    line === undefined ? text.path : `${text.path}:${line}`,
    `resources refer to each other in a circle: ${circle.join(" → ")}`,
    "Break the circle: each of them would have to be made before the other.",
  );
}

/** What the service would refuse is not judged. Values are not repeated: one may be a secret. */
function demandAllowed({ path, value }: TemplateText, { parameters }: TemplateOptions): void {
  const declared = member(value, "Parameters");
  if (!isRawMap(declared)) return;
  for (const [name, given] of Object.entries(parameters)) {
    const declaration = member(declared, name);
    if (declaration === undefined || isAllowed(declaration, literal(given))) continue;
    const allowed = member(declaration, "AllowedValues");
    const words = isRawList(allowed) ? allowed.map(String) : [];
    const meant = typeof given === "string" ? didYouMean(given, words) : "";
    throw refused(
      path,
      `the value given for parameter ${quote(name)} is none that the template allows.${meant}`,
      `Give one of its AllowedValues: ${words.slice(0, 20).join(", ")}.`,
    );
  }
}
