import {
  type Approval,
  type ApprovalRef,
  type DataClass,
  type EdgeInQuestion,
  type Ground,
  type Mechanism,
  matchesGlob,
  type Policy,
} from "../model/index.ts";
import type { ExportedCounts } from "./operator-facts.ts";

/** What the register of approvals says of one edge and one rule. */
export type RouteStanding =
  | { readonly kind: "none" }
  | Covered
  /** On record, and it may or may not settle it: by what the texts leave open, or for want of a fact. */
  | { readonly kind: "arguable"; readonly approval: Approval; readonly missing: readonly string[] }
  | { readonly kind: "exceeded"; readonly approval: Approval; readonly by: "classes" | "people" }
  | { readonly kind: "expired" | "not-yet" | "insufficient"; readonly approval: Approval };

interface Covered {
  readonly kind: "accepted" | "permitted";
  readonly approval: Approval;
}

export interface ApprovalRegister {
  /** Whether the approval named an edge that a rule was asked about, valid or not. */
  isUsed(approval: Approval): boolean;
  /** Places in the register of the entries that name where this edge starts and ends, whatever its data. */
  naming(question: EdgeInQuestion): readonly number[];
  look(question: EdgeInQuestion, policy: Policy, about: readonly DataClass[]): RouteStanding;
}

/** Which class of data belongs to which regime: an approval for one regime does not name a flow of another. */
const regimes: readonly (readonly DataClass[])[] = [
  ["personal", "sensitive-personal"],
  ["important", "suspected-important"],
];

/** Routes that cover personal information only (Provisions art. 4, 5 and 8, NDSMR 35); important data needs an assessment. */
const personalOnly: readonly Mechanism[] = ["exemption", "standard-contract", "certification", "gba-contract"];
const personalClasses: readonly DataClass[] = ["personal", "sensitive-personal"];

export function createRegister(
  approvals: readonly Approval[],
  counts: ExportedCounts,
  asOf: string,
  caseInsensitiveIds: (provider: string) => boolean,
): ApprovalRegister {
  const used = new Set<Approval>();
  function entriesNaming(question: EdgeInQuestion): readonly number[] {
    const foldsCase = caseInsensitiveIds(question.resource.provider);
    return approvals.flatMap((approval, place) =>
      namesPlace(approval, question) && namesResource(approval, question, foldsCase) ? [place] : [],
    );
  }
  const validity = new Map(approvals.map((approval) => [approval, validityOn(approval, asOf)]));
  return {
    isUsed: (approval) => used.has(approval),
    naming: (question) => (approvals.length === 0 ? [] : entriesNaming(question)),
    look(question, policy, about) {
      if (approvals.length === 0 || !takesRoutes(policy)) return { kind: "none" };
      const naming = entriesNaming(question).flatMap((place) => {
        const approval = approvals[place];
        return approval !== undefined && namesRegime(approval, about) ? [approval] : [];
      });
      for (const approval of naming) used.add(approval);
      return standingOf(naming, policy, about, counts, (approval) => validity.get(approval) ?? "valid");
    },
  };
}

export function takesRoutes({ routes, exemptions, arguable }: Policy): boolean {
  return routes.length + exemptions.length + arguable.length > 0;
}

/** The last valid day as the approval states it. */
export function lastDayOf({ expires, reviewBy }: Approval): string | undefined {
  return expires ?? reviewBy;
}

export function approvalRef(approval: Approval): ApprovalRef {
  const last = lastDayOf(approval);
  return {
    id: approval.id,
    mechanism: approval.mechanism,
    ...(approval.ground === undefined ? {} : { ground: approval.ground }),
    ...(last === undefined ? {} : { expires: last }),
  };
}

function standingOf(
  naming: readonly Approval[],
  policy: Policy,
  about: readonly DataClass[],
  counts: ExportedCounts,
  validity: (approval: Approval) => Validity,
): RouteStanding {
  const valid = naming.filter((approval) => validity(approval) === "valid");
  const fitting = valid.filter((approval) => policy.routes.includes(approval.mechanism) || isExempt(policy, approval));
  const coverage = coverageOf(fitting, about, counts);
  if (coverage !== undefined) return coverage;
  // Within its number of people or beyond it: nobody has counted.
  const uncounted = coverageOf(fitting, about, counts, "uncounted");
  if (uncounted !== undefined)
    return { kind: "arguable", approval: uncounted.approval, missing: ["operator.exported"] };
  const arguable = coverageOf(
    valid.filter((approval) => isArguable(policy, approval)),
    about,
    counts,
    "uncounted",
  );
  if (arguable !== undefined) return { kind: "arguable", approval: arguable.approval, missing: [] };
  const exceeded = fitting[0];
  if (exceeded !== undefined) return { kind: "exceeded", approval: exceeded, by: shortfall(exceeded, about) };
  const late = naming.find((approval) => validity(approval) === "expired");
  if (late !== undefined) return { kind: "expired", approval: late };
  const early = naming.find((approval) => validity(approval) === "not-yet");
  if (early !== undefined) return { kind: "not-yet", approval: early };
  const [weaker] = valid;
  return weaker === undefined ? { kind: "none" } : { kind: "insufficient", approval: weaker };
}

/** Covered, when the approvals together reach every class the rule is about, each within its number of people. */
function coverageOf(
  approvals: readonly Approval[],
  about: readonly DataClass[],
  counts: ExportedCounts,
  allows: "counted" | "uncounted" = "counted",
): Covered | undefined {
  const [first] = approvals;
  if (first === undefined) return undefined;
  const used = about.map((wanted) => {
    const able = approvals.filter(
      (approval) => reaches(approval, wanted) && (isWithinPeople(approval, wanted, counts) ?? allows === "uncounted"),
    );
    return able.find((approval) => !isPermission(approval)) ?? able[0];
  });
  if (used.some((approval) => approval === undefined)) return undefined;
  const resting = used.find((approval) => approval !== undefined && !isPermission(approval)) ?? used[0] ?? first;
  return { kind: isPermission(resting) ? "permitted" : "accepted", approval: resting };
}

/** The law itself lets the flow go; the approval only records why. */
function isPermission({ mechanism }: Approval): boolean {
  return mechanism === "exemption" || mechanism === "ftz-negative-list";
}

function isExempt({ exemptions }: Policy, { mechanism, ground }: Approval): boolean {
  return mechanism === "exemption" && ground !== undefined && exemptions.includes(ground);
}

function isArguable({ arguable }: Policy, { mechanism, ground }: Approval): boolean {
  const words: readonly (Mechanism | Ground)[] = arguable;
  return words.includes(mechanism) || (mechanism === "exemption" && ground !== undefined && words.includes(ground));
}

/** The one ground on which important data goes out without an assessment: cases that the automotive guide of 2026 lists. */
const importantGround: Ground = "auto-guide-2026";

function reaches(approval: Approval, wanted: DataClass): boolean {
  if (!approval.classes.includes(wanted)) return false;
  if (!personalOnly.includes(approval.mechanism) || personalClasses.includes(wanted)) return true;
  return approval.ground === importantGround && wanted === "important";
}

/** Undefined where the approval names a number and the people are not counted. Only people are counted. */
function isWithinPeople({ people }: Approval, wanted: DataClass, counts: ExportedCounts): boolean | undefined {
  if (people === undefined || !personalClasses.includes(wanted)) return true;
  const exported = wanted === "personal" ? counts.personal : counts.sensitive;
  return exported === undefined ? undefined : exported <= people;
}

function shortfall(approval: Approval, about: readonly DataClass[]): "classes" | "people" {
  return about.every((wanted) => reaches(approval, wanted)) ? "people" : "classes";
}

function namesRegime({ classes }: Approval, about: readonly DataClass[]): boolean {
  if (about.length === 0) return true;
  const regime = new Set(about.flatMap((wanted) => regimes.find((group) => group.includes(wanted)) ?? [wanted]));
  return classes.some((covered) => regime.has(covered));
}

function namesPlace({ destinations, mechanism }: Approval, { resource, edge }: EdgeInQuestion): boolean {
  const { jurisdiction, country, region } = edge.place;
  if (jurisdiction === "unknown") return false;
  // The Greater Bay Area contracts reach these two places and nowhere else, whatever was written.
  if (mechanism === "gba-contract" && jurisdiction !== "hong-kong" && jurisdiction !== "macao") return false;
  return destinations.some(
    (destination) =>
      destination === jurisdiction ||
      destination === country ||
      (region !== null && destination.includes(":") && matchesGlob(destination, `${resource.provider}:${region}`)),
  );
}

function namesResource({ resources }: Approval, question: EdgeInQuestion, foldsCase: boolean): boolean {
  const spell = (text: string): string => (foldsCase ? text.toLowerCase() : text);
  const globs = resources.map(spell);
  const names = (id: string): boolean => globs.some((glob) => matchesGlob(glob, spell(id)));
  return names(question.resource.id) || question.names?.().some(names) === true || question.sources().some(names);
}

type Validity = "valid" | "expired" | "not-yet";

function validityOn(approval: Approval, asOf: string): Validity {
  if (approval.issued > asOf) return "not-yet";
  const last = lastDayOf(approval);
  return last !== undefined && last < asOf ? "expired" : "valid";
}
