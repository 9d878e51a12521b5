import { JingneiError, type Known, known, type PlannedResource, unknown } from "../../model/index.ts";
import { allWritten, createSettings, later, type RefsAt, type TemplateValue } from "../settings.ts";
import type { Template, TemplateFile, TemplateFormat, TemplateGap, TemplateOptions } from "../template.ts";
import { bridgedKind, bridgedNames, bridgedSettings } from "./bridged.ts";
import { nativeKind, nativeSettings } from "./native.ts";
import { member, readSteps, type Step } from "./steps.ts";
import { inputValue, isValues, type Values } from "./values.ts";

const id = "pulumi-preview";
const howTo = "Write it again: pulumi preview --json > preview.json";

/** What `pulumi preview --json` prints. */
export const pulumiFormat: TemplateFormat = {
  id,
  title: "Pulumi preview JSON",
  recognises(document) {
    const steps = member(document, "steps");
    if (steps === undefined) return ["changeSummary", "duration"].every((name) => member(document, name) !== undefined);
    if (!Array.isArray(steps)) return member(document, "changeSummary") !== undefined;
    const first: unknown = steps[0];
    if (first === undefined)
      return ["changeSummary", "duration", "diagnostics"].some((name) => member(document, name) !== undefined);
    return typeof member(first, "op") === "string" && typeof member(first, "urn") === "string";
  },
  read(document, file, options) {
    const steps = member(document, "steps") ?? [];
    if (!Array.isArray(steps)) throw refusal(file, "`steps` is not a list");
    requireWhole(document, file);
    return readPreview(document, steps, file, options);
  },
};

function refusal(file: TemplateFile, what: string): JingneiError {
  return new JingneiError("input", `${file.path}: ${what}`, howTo);
}

/** What the steps before an error say is a part of the change. */
function requireWhole(document: unknown, file: TemplateFile): void {
  const diagnostics = member(document, "diagnostics");
  const failed = Array.isArray(diagnostics) && diagnostics.some((one) => member(one, "severity") === "error");
  if (failed) throw refusal(file, "the preview ended with an error (diagnostics)");
}

interface Preview {
  readonly steps: ReadonlyMap<string, Step>;
  /** `aws:region` and its like. */
  readonly config: Values;
  readonly file: TemplateFile;
  readonly options: TemplateOptions;
}

function readPreview(
  document: unknown,
  steps: readonly unknown[],
  file: TemplateFile,
  options: TemplateOptions,
): Template {
  const { resources, unreadable } = readSteps(steps);
  const config = inputValue(member(document, "config") ?? {});
  const preview: Preview = { steps: resources, config: isValues(config) ? config : {}, file, options };
  const planned = [...resources.values()].filter(isCloudResource).map((step) => plannedOf(step, preview));
  const gap: TemplateGap = { address: null, kind: id, detail: `steps that this version cannot read: ${unreadable}` };
  return { resources: planned, gaps: unreadable === 0 ? [] : [gap] };
}

/** Providers, stacks and components are no resources of a cloud. */
function isCloudResource({ token, isComponent }: Step): boolean {
  return !isComponent && !token.startsWith("pulumi:");
}

function kindOf(token: string): string {
  return bridgedKind(token) ?? nativeKind(token)?.kind ?? token;
}

function plannedOf(step: Step, preview: Preview): PlannedResource {
  const value = inputValue(step.inputs ?? {});
  const inputs = isValues(value) ? value : {};
  const native = nativeKind(step.token);
  const settings = native === undefined ? bridgedSettings(inputs) : nativeSettings(inputs, native.nameInput);
  const refs = native === undefined ? bridgedRefs(step, inputs) : nativeRefs(step, native.nameInput);
  const provider = providerOf(step, preview);
  const partition = textOf(provider.argument("environment"));
  const account = textOf(provider.argument("subscriptionId")) ?? textOf(provider.argument("accountId"));
  return {
    address: step.urn,
    kind: kindOf(step.token),
    label: step.urn.split("::").at(-1) ?? step.urn,
    change: step.change,
    settings: createSettings(value === later ? later : settings, refs, allWritten),
    ...(native === undefined ? regionOf(inputs, provider, preview.options) : locationOf(inputs)),
    ...(partition === undefined ? {} : { partition }),
    ...(account === undefined ? {} : { account }),
    file: preview.file.path,
    ...declaredIn(step),
  };
}

function bridgedRefs({ dependencies }: Step, inputs: Values): RefsAt {
  const byName = new Map<string, readonly string[]>();
  for (const [input, urns] of dependencies) {
    for (const name of bridgedNames(input, inputs[input])) byName.set(name, urns);
  }
  return (path) => byName.get(String(path[0])) ?? [];
}

function nativeRefs({ dependencies }: Step, nameInput: string | undefined): RefsAt {
  return ([first, second]) => {
    const input = first === "properties" && second !== undefined ? second : first;
    if (input === "properties") return [...new Set([...dependencies.values()].flat())];
    // What it is part of names it: a database's server.
    if (input === "name" && nameInput !== "name") {
      const parents = ["serverName", "accountName", "registryName", "workspaceName", "clusterName", "namespaceName"];
      return parents.filter((parent) => parent !== nameInput).flatMap((parent) => dependencies.get(parent) ?? []);
    }
    return dependencies.get(String(input)) ?? [];
  };
}

interface ProviderWords {
  readonly evidence: string;
  /** Whether its settings are in the preview: an explicit provider that does not change is not. */
  readonly isShown: boolean;
  argument(name: string): TemplateValue;
}

function providerOf({ provider, token }: Step, { steps, config }: Preview): ProviderWords {
  const shown = provider === undefined ? undefined : steps.get(provider);
  const value = inputValue(shown?.inputs ?? {});
  const inputs = isValues(value) ? value : {};
  const name = provider?.split("::").at(-1);
  const isDefault = name === undefined || name.startsWith("default");
  const cloud = token.split(":")[0] ?? "";
  return {
    evidence: isDefault ? `${cloud}:region` : `provider ${name}`,
    isShown: isDefault || shown !== undefined,
    argument: (argument) => inputs[argument] ?? (isDefault ? config[`${cloud}:${argument}`] : undefined),
  };
}

type StatedRegion = Pick<PlannedResource, "region" | "regionEvidence">;

/** `--region` stands for the environment, so only where neither resource nor provider says a region. */
function regionOf(inputs: Values, provider: ProviderWords, options: TemplateOptions): StatedRegion {
  const stated = [
    [inputs["region"], "region"],
    [provider.argument("region"), provider.evidence],
  ] as const;
  for (const [value, regionEvidence] of stated) {
    if (value === undefined || value === null || value === "") continue;
    return { region: textKnown(value), regionEvidence };
  }
  if (provider.isShown && options.region !== undefined) {
    return { region: known(options.region), regionEvidence: "--region" };
  }
  return { region: unknown("unsupported"), regionEvidence: provider.evidence };
}

/** "East Asia" and "eastasia" are the same place. */
function locationOf({ location }: Values): StatedRegion {
  const told = typeof location === "string" && location !== "" ? location.toLowerCase().replaceAll(" ", "") : undefined;
  return { region: told === undefined ? unknown("unsupported") : known(told), regionEvidence: "location" };
}

function textKnown(value: TemplateValue): Known<string> {
  return typeof value === "string" ? known(value) : unknown("unsupported");
}

function textOf(value: TemplateValue): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The line of the program, where the engine says it; a line of the preview would lead nobody anywhere. */
function declaredIn({ position }: Step): Pick<PlannedResource, "declaredIn"> {
  const [, path, line] = /^project:\/\/\/([^#?]+)#(\d+)/.exec(position ?? "") ?? [];
  if (path === undefined || line === undefined || path.split("/").includes("..")) return {};
  return { declaredIn: { file: path, line: Number(line) } };
}
