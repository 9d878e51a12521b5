import { JingneiError, type Known, known, type PlannedResource, unknown } from "../../model/index.ts";
import { allWritten, createSettings } from "../settings.ts";
import type { Template, TemplateFile, TemplateFormat, TemplateGap, TemplateOptions } from "../template.ts";
import { addressAll } from "./addresses.ts";
import { isJsonObject, type JsonObject, parseJsonText } from "./json.ts";
import { openLevel } from "./level.ts";
import { entryOf } from "./parameters.ts";
import { type Addressed, createReferences, type References } from "./references.ts";
import { type Deployed, type Walk, walkLevel } from "./resources.ts";
import { parametersGiven } from "./scope.ts";
import { ancestorsOf, segmentsOf } from "./segments.ts";
import { shown, toTemplateValue, unknownValue } from "./values.ts";
import { createWork, type Work } from "./work.ts";

const schemaOf = /"\$schema"\s*:\s*"([^"\n]{1,300})"/;
const isTemplateSchema = /deploymentTemplate\.json#?$/i;
const isParametersSchema = /deploymentParameters\.json#?$/i;

/** Azure Resource Manager templates, and what `bicep build` makes. */
export const armFormat: TemplateFormat = {
  id: "arm",
  title: "Azure Resource Manager template",
  recognises(document, file) {
    if (/\.bicep(?:param)?$/i.test(file.path)) return true;
    const schema = schemaIn(document) ?? (document === undefined ? schemaOf.exec(file.text)?.[1] : undefined);
    return schema !== undefined && (isTemplateSchema.test(schema) || isParametersSchema.test(schema));
  },
  read(_document, file, options) {
    if (/\.bicep(?:param)?$/i.test(file.path)) {
      throw new JingneiError(
        "input",
        `${file.path}: Bicep is read as the JSON that it is built to`,
        "Run `bicep build` and give the JSON file.",
      );
    }
    try {
      return readTemplate(file, options);
    } catch (error) {
      // Expressions within values within expressions, each within its own bound.
      if (error instanceof RangeError) throw tooDeep(file);
      throw error;
    }
  },
};

function tooDeep(file: TemplateFile): JingneiError {
  return new JingneiError("input", `${file.path}: the template is nested too deeply`, "Correct the template.");
}

function schemaIn(document: unknown): string | undefined {
  if (typeof document !== "object" || document === null || !("$schema" in document)) return undefined;
  return typeof document.$schema === "string" ? document.$schema : undefined;
}

function readTemplate(file: TemplateFile, options: TemplateOptions): Template {
  const { value: template, lineOf } = parseJsonText(file.text, file.path);
  if (!isJsonObject(template)) throw notATemplate(file, "the template is no JSON object");
  const schema = schemaIn(template);
  if (schema !== undefined && isParametersSchema.test(schema)) {
    throw new JingneiError(
      "input",
      `${file.path}: a parameter file is no template`,
      "Give the template, and this file with --parameters.",
    );
  }
  if (typeof template["resources"] !== "object") throw notATemplate(file, "the template has no `resources`");
  demandVersion(file, template["languageVersion"]);
  const work = createWork(file.path, lineOf);
  const walk: Walk = { deployed: [], linked: [] };
  walkLevel(openTemplate(template, schema ?? "", options, work), work, walk);
  const all = addressAll(walk.deployed, work);
  const references = createReferences(all);
  const regions = regionsOf(all);
  const resources = all.map((one) => plannedOf(one, regions, references, work));
  const gaps = walk.linked.map(
    ({ address, kind }): TemplateGap => ({
      address,
      kind,
      detail: "the template of this deployment is in another file, which is not read; check that file too",
    }),
  );
  return { resources, gaps, parameters: parametersOf(template) };
}

/** Resource Manager does not mind capitals. */
function parametersOf({ parameters }: JsonObject): NonNullable<Template["parameters"]> {
  return {
    names: isJsonObject(parameters) ? Object.keys(parameters) : [],
    takes: (name) => entryOf(parameters, name) !== undefined,
  };
}

/** 1 where none is stated; 2 names resources by symbols; both have minor and experimental versions (Bicep 0.30, 2024-09). */
function demandVersion(file: TemplateFile, version: unknown): void {
  if (version === undefined || (typeof version === "string" && /^[12]\.\d+(?:-\w+)?$/.test(version))) return;
  const line = file.text.slice(0, file.text.indexOf('"languageVersion"')).split("\n").length;
  throw new JingneiError(
    "input",
    `${file.path}:${line}: a languageVersion that is not known`,
    "Known are 1 and 2: build the template with a version of Bicep that writes one of them.",
  );
}

function notATemplate(file: TemplateFile, what: string): JingneiError {
  return new JingneiError("input", `${file.path}: ${what}`, "Give a deployment template.");
}

function openTemplate(template: JsonObject, schema: string, options: TemplateOptions, work: Work) {
  const given = options.region;
  const ofGroup = !/(?:subscription|managementGroup|tenant)DeploymentTemplate\.json/i.test(schema);
  const region = (text: string, applies: boolean) => (given !== undefined && applies ? given : unknownValue(text));
  return openLevel({
    id: "",
    path: [],
    template,
    work,
    given: parametersGiven(template, options.parameters, work),
    where: {
      subscription: unknownValue("{subscription().subscriptionId}"),
      group: unknownValue("{resourceGroup().name}"),
      groupLocation: region("{resourceGroup().location}", ofGroup),
      deploymentLocation: region("{deployment().location}", !ofGroup),
    },
  });
}

interface Region {
  readonly region: Known<string>;
  readonly evidence: string;
}

/** What has no location of its own is where the resource is that it is part of. */
function regionsOf(all: readonly Addressed[]): (one: Addressed) => Region {
  const byPath = new Map(all.toReversed().map((one) => [one.deployed.path.toLowerCase(), one]));
  return ({ deployed }) => {
    if (deployed.value["location"] !== undefined) return { region: locationOf(deployed), evidence: "location" };
    for (const path of ancestorsOf(deployed.path)) {
      const above = byPath.get(path.toLowerCase());
      if (above?.deployed.value["location"] === undefined) continue;
      return { region: locationOf(above.deployed), evidence: `location of ${above.address}` };
    }
    return { region: unknown("unsupported"), evidence: "location" };
  };
}

/** "East Asia" and "eastasia" are the same place. */
function locationOf({ value }: Deployed): Known<string> {
  const { location } = value;
  if (typeof location !== "string" || location === "") return unknown("unsupported");
  return known(location.toLowerCase().replaceAll(" ", ""));
}

function plannedOf(
  one: Addressed,
  regions: (one: Addressed) => Region,
  references: References,
  work: Work,
): PlannedResource {
  const { address, deployed } = one;
  const { region, evidence } = regions(one);
  const { subscription } = deployed;
  const line = work.lineOf(deployed.json);
  return {
    address,
    kind: deployed.kind,
    label: shown(segmentsOf(deployed.name).at(-1) ?? deployed.name),
    change: deployed.isExisting ? "none" : "create",
    settings: createSettings(toTemplateValue(deployed.value), (path) => references(deployed, path), allWritten),
    region,
    regionEvidence: evidence,
    ...(typeof subscription !== "string" ? {} : { account: subscription }),
    file: work.file,
    ...(line === undefined ? {} : { line }),
  };
}
