import { JingneiError, type Operator, type ParameterValue } from "../model/index.ts";

/** Counts since 1 January as far as they hold for the run's year; `undefined` = not known. */
export interface ExportedCounts {
  readonly personal: number | undefined;
  readonly sensitive: number | undefined;
}

export type Tier = "assessment" | "contract-or-certificate" | "small";

/** Provisions art. 7 and 8 with their numbers; "and above" includes the number. */
export interface Thresholds {
  readonly assessmentPersonal: number;
  readonly assessmentSensitive: number;
  readonly contractPersonal: number;
  readonly contractSensitive: number;
}

/** Counters start again on 1 January, so counts of another year than the run's say nothing. */
export function countsFor({ exported }: Operator, asOf: string): ExportedCounts {
  if (exported === undefined || exported.asOf.slice(0, 4) !== asOf.slice(0, 4)) {
    return { personal: undefined, sensitive: undefined };
  }
  return { personal: exported.personal, sensitive: exported.sensitivePersonal };
}

/**
 * The operator's tier over all its personal information. Known as soon as the counts that are known decide it: one count
 * above its threshold does, one below does not.
 */
export function tierOf({ personal, sensitive }: ExportedCounts, limits: Thresholds): Tier | undefined {
  const assessment = either(
    atLeast(personal, limits.assessmentPersonal),
    atLeast(sensitive, limits.assessmentSensitive),
  );
  if (assessment !== false) return assessment === true ? "assessment" : undefined;
  const contract = either(atLeast(personal, limits.contractPersonal), atLeast(sensitive, limits.contractSensitive));
  if (contract === undefined) return undefined;
  return contract ? "contract-or-certificate" : "small";
}

/**
 * The operator as facts, once for each way its status may turn out: an undeclared operator is judged first as not
 * designated, then as designated.
 */
export function operatorWorlds(
  operator: Operator,
  parameters: Readonly<Record<string, ParameterValue>>,
  asOf: string,
): readonly Readonly<Record<string, unknown>>[] {
  const limits: Thresholds = {
    assessmentPersonal: limit(parameters, "assessmentPersonal"),
    assessmentSensitive: limit(parameters, "assessmentSensitive"),
    contractPersonal: limit(parameters, "contractPersonal"),
    contractSensitive: limit(parameters, "contractSensitive"),
  };
  const counts = countsFor(operator, asOf);
  const tier = tierOf(counts, limits);
  const personalTier = tierOf({ personal: counts.personal, sensitive: 0 }, { ...limits, contractSensitive: 1 });
  const designated = operator.status.includes("ciio");
  const open = !designated && operator.status.includes("undeclared");
  return (open ? [false, true] : [designated]).map((ciio) => ({
    ciio,
    stateOrgan: operator.status.includes("state-organ"),
    sectors: operator.sectors,
    tierKnown: tier !== undefined,
    handledKnown: operator.handled !== undefined,
    ...(tier === undefined ? {} : { tier }),
    ...(personalTier === undefined ? {} : { personalTier }),
    ...(operator.handled === undefined ? {} : { handled: BigInt(operator.handled) }),
  }));
}

function limit(parameters: Readonly<Record<string, ParameterValue>>, name: string): number {
  const value = parameters[name];
  if (typeof value === "number") return value;
  throw new JingneiError("internal", `the policies have no number ${name}`, "Put it into parameters.yaml.");
}

function atLeast(count: number | undefined, threshold: number): boolean | undefined {
  return count === undefined ? undefined : count >= threshold;
}

function either(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  if (a === true || b === true) return true;
  return a === undefined || b === undefined ? undefined : false;
}
