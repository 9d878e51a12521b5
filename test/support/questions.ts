import { loadPolicies, type PolicyBook } from "../../policies/index.ts";
import { type EvaluateOptions, evaluate } from "../../src/evaluate/index.ts";
import {
  Approval,
  type DataClass,
  type Edge,
  type EdgeInQuestion,
  type Judgement,
  Operator,
  type Place,
  type StreamedFinding,
} from "../../src/model/index.ts";

/** The built-in law on storage and export, which most tests are about; loaded once per test file. */
export const book: PolicyBook = loadPolicies({ packs: ["localization", "transfer"] });
/** All packs together. */
export const wholeBook: PolicyBook = loadPolicies();

export const places = {
  shanghai: { region: "cn-shanghai", country: "CN", jurisdiction: "mainland" },
  beijing: { region: "cn-north-1", country: "CN", jurisdiction: "mainland" },
  hongKong: { region: "ap-east-1", country: "HK", jurisdiction: "hong-kong" },
  macao: { region: "mo-1", country: "MO", jurisdiction: "macao" },
  taiwan: { region: "ap-east-2", country: "TW", jurisdiction: "taiwan" },
  singapore: { region: "ap-southeast-1", country: "SG", jurisdiction: "foreign" },
  frankfurt: { region: "eu-central-1", country: "DE", jurisdiction: "foreign" },
  nowhere: { region: null, country: null, jurisdiction: "unknown" },
  unlisted: { region: "xx-mystery-1", country: null, jurisdiction: "unknown" },
} satisfies Record<string, Place>;

export interface Sketch {
  readonly id?: string;
  readonly name?: string;
  readonly provider?: string;
  readonly account?: string;
  readonly role?: EdgeInQuestion["resource"]["role"];
  readonly scope?: EdgeInQuestion["resource"]["scope"];
  readonly tags?: Readonly<Record<string, string>> | null;
  /** Where the resource is; for `stored-in` also where the edge ends. */
  readonly at?: Place;
  readonly kind?: Edge["kind"];
  readonly to?: string | null;
  readonly party?: string | null;
  /** Where the edge ends. */
  readonly end?: Place;
  readonly classes?: readonly (DataClass | readonly [DataClass, number])[];
  readonly origin?: EdgeInQuestion["data"]["origin"];
  readonly contradicted?: boolean;
  readonly copy?: EdgeInQuestion["data"]["mainlandCopy"];
  readonly secondRegion?: boolean;
  readonly kinds?: EdgeInQuestion["data"]["kinds"];
  readonly mlps?: number;
  readonly attributes?: EdgeInQuestion["resource"]["attributes"];
  readonly sources?: readonly string[];
}

/** A store with personal information collected in the mainland, in Singapore, unless the sketch says otherwise. */
export function question(sketch: Sketch = {}): EdgeInQuestion {
  const at = sketch.at ?? places.singapore;
  const id = sketch.id ?? "arn:aws:s3:::crm-export";
  const classes = sketch.classes ?? ["personal"];
  return {
    resource: {
      id,
      type: "aws/s3/bucket",
      role: sketch.role ?? "store",
      name: sketch.name ?? "crm-export",
      provider: sketch.provider ?? "aws",
      partition: "aws",
      account: sketch.account ?? "111122223333",
      place: at,
      tags: sketch.tags === undefined ? {} : sketch.tags === null ? null : { ...sketch.tags },
      scope: sketch.scope ?? "in",
      attributes: sketch.attributes ?? {},
    },
    edge: {
      from: id,
      kind: sketch.kind ?? "stored-in",
      to: sketch.to ?? null,
      party: sketch.party ?? null,
      place: sketch.end ?? at,
      evidence: { source: "s3:ListBuckets", field: "BucketRegion", value: at.region ?? "" },
    },
    data: {
      classes: classes.map((held) =>
        typeof held === "string" ? { class: held, confidence: 0.95 } : { class: held[0], confidence: held[1] },
      ),
      origin: sketch.origin ?? "mainland",
      originContradicted: sketch.contradicted ?? false,
      mainlandCopy: sketch.copy ?? "unknown",
      ...(sketch.secondRegion === undefined ? {} : { secondMainlandRegion: sketch.secondRegion }),
      ...(sketch.kinds === undefined ? {} : { kinds: sketch.kinds }),
      ...(sketch.mlps === undefined ? {} : { mlps: sketch.mlps }),
    },
    sources: () => sketch.sources ?? [],
  };
}

/** A mainland store whose data goes somewhere. */
export function flow(sketch: Sketch = {}): EdgeInQuestion {
  return question({
    at: places.beijing,
    end: places.hongKong,
    kind: "replicates-to",
    to: "arn:aws:s3:::replica",
    copy: "yes",
    ...sketch,
  });
}

export interface Setting extends Partial<Omit<EvaluateOptions, "operator" | "approvals">> {
  readonly status?: unknown;
  readonly exported?: { readonly personal?: number; readonly sensitivePersonal?: number; readonly asOf?: string };
  readonly handled?: number;
  readonly sectors?: readonly string[];
  readonly approvals?: readonly unknown[];
}

export function judgements(edges: Iterable<EdgeInQuestion>, setting: Setting = {}): Iterable<Judgement> {
  const { status = "non-ciio", exported, handled, sectors, approvals = [], ...rest } = setting;
  return evaluate(edges, {
    book,
    operator: Operator.parse({
      status,
      ...(handled === undefined ? {} : { handled }),
      ...(sectors === undefined ? {} : { sectors }),
      ...(exported === undefined ? {} : { exported: { asOf: "2026-11-01", ...exported } }),
    }),
    approvals: approvals.map((approval) => Approval.parse(approval)),
    suppressions: [],
    asOf: "2026-11-22",
    mode: "scan",
    caseInsensitiveIds: (provider) => provider === "azure",
    ...rest,
  });
}

export function findings(edges: Iterable<EdgeInQuestion>, setting: Setting = {}): readonly StreamedFinding[] {
  return [...judgements(edges, setting)].flatMap((judgement) =>
    judgement.kind === "finding" ? [judgement.finding] : [],
  );
}

/** The findings of one edge as `POLICY verdict severity`, sorted. */
export function outcomes(edge: EdgeInQuestion, setting: Setting = {}): readonly string[] {
  return findings([edge], setting)
    .map(({ policy, verdict, severity }) => `${policy} ${verdict} ${severity}`)
    .sort();
}

/** The only finding of one edge. */
export function only(edge: EdgeInQuestion, setting: Setting = {}): StreamedFinding {
  const [first, second] = findings([edge], setting);
  if (first === undefined || second !== undefined) {
    throw new Error(`expected one finding, got ${outcomes(edge, setting).join("; ") || "none"}`);
  }
  return first;
}

export function approval(fields: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    id: "SA-2025-0042",
    mechanism: "security-assessment",
    classes: ["personal"],
    destinations: ["foreign", "hong-kong"],
    resources: ["arn:aws:s3:::crm-*"],
    issued: "2025-05-01",
    expires: "2028-05-01",
    ...fields,
  };
}
