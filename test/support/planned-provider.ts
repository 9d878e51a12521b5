import {
  type CollectSink,
  type Gap,
  known,
  type PlannedChange,
  type PlannedResource,
  type ResourceRecord,
  type TemplateProvider,
  unknown,
} from "../../src/model/index.ts";
import { recordTemplates } from "../../src/plan/records.ts";
import { createSettings, type TemplateValue } from "../../src/plan/settings.ts";

/** A resource as a test writes it: an address, its settings, and what they refer to, by path. */
export interface GivenResource {
  readonly address: string;
  readonly settings?: { readonly [name: string]: TemplateValue };
  readonly refs?: Readonly<Record<string, readonly string[]>>;
  /** `null`: no provider block says one. */
  readonly region?: string | null;
  /** Of stack templates, whose addresses do not tell the type. */
  readonly kind?: string;
  readonly change?: PlannedChange;
  /** As whom it is made; the same for all where it is left out. */
  readonly caller?: string;
}

function plannedResource(given: GivenResource, usual: string): PlannedResource {
  const { address, settings = {}, refs = {}, region = usual, change = "create" } = given;
  const [kind = "", label = ""] = address.split(".");
  return {
    address,
    kind: given.kind ?? kind,
    label: given.kind === undefined ? label : address,
    change,
    settings: createSettings(settings, (path) => refs[pathOf(path)] ?? []),
    region: region === null ? unknown("unsupported") : known(region),
    regionEvidence: region === null ? "provider" : `provider in ${region}`,
    file: "plan.json",
    ...(given.caller === undefined ? {} : { caller: given.caller }),
  };
}

/** The records and gaps that a change gives, by address. */
export function recordsOf(
  provider: TemplateProvider,
  region: string,
  given: readonly GivenResource[],
): { readonly at: (address: string) => ResourceRecord; readonly gaps: readonly Gap[] } {
  const records = new Map<string, ResourceRecord>();
  const gaps: Gap[] = [];
  const ignored = (): void => undefined;
  const sink: CollectSink = {
    isDone: () => false,
    begin: ignored,
    asked: ignored,
    record: (_task, record) => records.set(record.id, record),
    gap: (gap) => gaps.push(gap),
    end: ignored,
  };
  const resources = given.map((one) => plannedResource(one, region));
  const change = { format: "test", file: "plan.json", template: { resources, gaps: [] } };
  recordTemplates([change], [provider], sink, { hasEstate: false });
  return {
    at(address) {
      const record = records.get(address);
      if (record === undefined) throw new Error(`no record ${address}`);
      return record;
    },
    gaps,
  };
}

/** Links in a line each: `replicates-to to oss://b in ap-southeast-1 for *`. */
export function linksOf({ links }: ResourceRecord): readonly string[] {
  return links.map(({ kind, direction, target: { id, place, party } }) =>
    [
      kind,
      direction,
      id ?? "?",
      ...(place === undefined ? [] : ["in", place.region]),
      ...(party === undefined ? [] : ["for", party]),
    ].join(" "),
  );
}

function pathOf(path: readonly (string | number)[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}
