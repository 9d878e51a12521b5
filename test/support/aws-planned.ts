import { awsTemplates } from "../../providers/aws/planned/index.ts";
import {
  known,
  type PlannedChange,
  type PlannedLink,
  type PlannedPart,
  type PlannedReading,
  type PlannedResource,
  type PlannedShape,
  unknown,
} from "../../src/model/index.ts";
import { createSettings, type TemplateValue } from "../../src/plan/settings.ts";

export interface Written {
  readonly kind: string;
  readonly values?: { readonly [name: string]: TemplateValue };
  /** Address by path without positions: `rule.destination.bucket`. */
  readonly refs?: Readonly<Record<string, string>>;
  /** Left out: not known. */
  readonly region?: string;
  readonly account?: string;
  readonly change?: PlannedChange;
}

/** A resource of a template as its reader hands it on. */
export function planned({
  kind,
  values = {},
  refs = {},
  region,
  account,
  change = "create",
}: Written): PlannedResource {
  const settings = createSettings(values, (path) => {
    const address = refs[path.filter((step) => typeof step === "string").join(".")];
    return address === undefined ? [] : [address];
  });
  return {
    address: `${kind}.it`,
    kind,
    label: "it",
    change,
    settings,
    region: region === undefined ? unknown("unsupported") : known(region),
    regionEvidence: "provider aws",
    file: "plan.json",
    ...(account === undefined ? {} : { account }),
  };
}

export function shapeOf(kind: string): PlannedShape {
  const found = awsTemplates.catalogue.shapes.find((shape) => shape.kind === kind);
  if (found === undefined) throw new Error(`no shape for ${kind}`);
  return found;
}

function partOf(kind: string): PlannedPart {
  const found = awsTemplates.catalogue.parts.find((part) => part.kind === kind);
  if (found === undefined) throw new Error(`no part for ${kind}`);
  return found;
}

export function read(written: Written): PlannedReading {
  return shapeOf(written.kind).read(planned(written));
}

export function readPart(written: Written): ReturnType<PlannedPart["read"]> {
  return partOf(written.kind).read(planned(written));
}

/** `replicates-to > aws_s3_bucket.copy`, with `@region` where the place is told and `!party` where it is another's. */
export function inShort({ kind, direction, target }: PlannedLink): string {
  const { address, id, place, party } = target;
  const end = address ?? id ?? (party === undefined && place === undefined ? "?" : "");
  const where = place === undefined ? "" : `@${place.region}`;
  return `${kind} ${direction === "to" ? ">" : "<"} ${end}${where}${party === undefined ? "" : `!${party}`}`;
}

export function linksOf(written: Written): readonly string[] {
  return read(written).links.map(inShort);
}

export function partLinksOf(written: Written): readonly string[] {
  return readPart(written).links.map(inShort);
}

/** Region, `zone in region`, or `?`. */
export function placeOf({ place }: PlannedReading): string {
  if (place === undefined || !place.known) return "?";
  return place.value.zone === undefined ? place.value.region : `${place.value.zone} in ${place.value.region}`;
}
