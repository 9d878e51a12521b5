import { factsOfEdge } from "../../src/evaluate/edge-facts.ts";
import { type EvaluateOptions, evaluate } from "../../src/evaluate/index.ts";
import {
  type DataClass,
  type DataInQuestion,
  type EdgeInQuestion,
  edgeKinds,
  type Place,
  type ReportResource,
  roles,
} from "../../src/model/index.ts";

/** Half of the combinations of facts fire, half do not; an edge takes one of either half as the share asks. */
export interface Combinations {
  readonly firing: readonly EdgeInQuestion[];
  readonly quiet: readonly EdgeInQuestion[];
}

const places: readonly Place[] = [
  { country: "CN", jurisdiction: "mainland", region: "cn-north-1" },
  { country: "HK", jurisdiction: "hong-kong", region: "ap-east-1" },
  { country: "SG", jurisdiction: "foreign", region: "ap-southeast-1" },
  { country: null, jurisdiction: "unknown", region: null },
];
const classes: readonly (readonly DataClass[])[] = [
  [],
  ["general"],
  ["personal"],
  ["sensitive-personal"],
  ["personal", "sensitive-personal"],
  ["important"],
  ["important", "personal"],
  ["suspected-important"],
  ["core"],
];
const kinds: readonly DataInQuestion["kinds"][] = [undefined, ["financial"], ["genetic"], ["insurance", "minors"]];
const attributes: readonly NonNullable<ReportResource["attributes"]>[] = [
  {},
  { encrypted: true },
  { encrypted: false },
  { encrypted: false, logKind: "network", retentionDays: 90 },
  { logKind: "network", retentionDays: 182 },
  { logKind: "application", retentionDays: "unlimited" },
  { logging: false },
];

/** The same edges every time. */
function randomOf(seed: number): (choices: number) => number {
  let state = seed;
  return (choices) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * choices);
  };
}

/**
 * Draws edges until as many combinations of the facts that rules name are there. Keys of every object stand in alphabetical order,
 * so that `JSON.stringify` is canonical.
 */
export function drawCombinations(distinct: number, options: EvaluateOptions): Combinations {
  const random = randomOf(20_261_122);
  const named = [...new Set(options.book.policies.flatMap(({ facts }) => [...facts]))].sort();
  const seen = new Set<string>();
  const firing: EdgeInQuestion[] = [];
  const quiet: EdgeInQuestion[] = [];
  while (firing.length < distinct / 2 || quiet.length < distinct / 2) {
    const batch: EdgeInQuestion[] = [];
    while (batch.length < 10_000) {
      const edge = drawEdge(random, String(batch.length));
      const key = keyOf(edge, named);
      if (seen.has(key)) continue;
      seen.add(key);
      batch.push(edge);
    }
    const found = new Set<string>();
    for (const judgement of evaluate(batch, options)) {
      if (judgement.kind === "finding" && judgement.finding.resource !== null) found.add(judgement.finding.resource);
    }
    for (const edge of batch) {
      const half = found.has(edge.resource.id) ? firing : quiet;
      if (half.length < distinct / 2) half.push(edge);
    }
  }
  return { firing, quiet };
}

function keyOf(edge: EdgeInQuestion, named: readonly string[]): string {
  const facts: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { ...factsOfEdge(edge) };
  return named
    .map((path) => {
      const [group = "", name = ""] = path.split(".");
      const value = facts[group]?.[name];
      return typeof value === "object" ? JSON.stringify(value) : String(value);
    })
    .join("\n");
}

function drawEdge(random: (choices: number) => number, id: string): EdgeInQuestion {
  const one = <T>(choices: readonly [T, ...T[]] | readonly T[], otherwise: T): T =>
    choices[random(choices.length)] ?? otherwise;
  const here = one(places, { country: null, jurisdiction: "unknown", region: null });
  const kind = one(edgeKinds, "stored-in");
  const held = one(classes, []);
  const kept = one(kinds, undefined);
  const mlps = random(5);
  const evidence = { field: "Buckets[].BucketRegion", source: "s3:ListBuckets", value: here.region ?? "" };
  const party = kind === "reachable-from" || kind === "shared-with" ? one(["*", "999999999999"], "*") : null;
  return {
    data: {
      classes: held.map((name) => ({ class: name, confidence: 0.95 })),
      ...(kept === undefined ? {} : { kinds: kept }),
      mainlandCopy: one(["yes", "no", "unknown"], "unknown"),
      ...(mlps === 0 ? {} : { mlps }),
      origin: one(["mainland", "elsewhere", "unknown"], "unknown"),
      originContradicted: random(8) === 0,
      ...(random(2) === 0 ? { secondMainlandRegion: true } : {}),
    },
    edge: {
      evidence,
      from: id,
      kind,
      party,
      place: kind === "stored-in" ? here : one(places, here),
      to: null,
    },
    resource: {
      account: `1111222233${random(90) + 10}`,
      attributes: one(attributes, {}),
      id,
      name: id,
      partition: "aws",
      place: here,
      provider: "aws",
      role: one(roles, "store"),
      scope: "in",
      tags: random(10) === 0 ? null : { "data-class": held[0] ?? "", team: `team-${random(40)}` },
      type: "aws/s3/bucket",
    },
    sources: none,
  };
}

const none = (): readonly string[] => [];

/** So many edges, each of a resource of its own, of which this share fires. */
export function* edgesOf({ firing, quiet }: Combinations, count: number, share: number): Generator<EdgeInQuestion> {
  for (let index = 0; index < count; index++) {
    const half = Math.floor((index + 1) * share) > Math.floor(index * share) ? firing : quiet;
    // A step prime to the number of combinations: each comes up as often as the others, and none twice in a row.
    const drawn = half[(index * 7_919) % half.length];
    if (drawn === undefined) continue;
    const name = `bucket-${String(index).padStart(7, "0")}`;
    const id = `arn:aws:s3:::${name}`;
    const { data, edge, resource } = drawn;
    const { account, attributes: stated, partition, place, provider, role, scope, tags, type } = resource;
    yield {
      data,
      edge: { evidence: edge.evidence, from: id, kind: edge.kind, party: edge.party, place: edge.place, to: edge.to },
      resource: {
        account,
        ...(stated === undefined ? {} : { attributes: stated }),
        id,
        name,
        partition,
        place,
        provider,
        role,
        scope,
        tags,
        type,
      },
      sources: none,
    };
  }
}
