import { type ContentObject, certainConfidence, type DetectorId } from "../../model/index.ts";
import { type InspectedObject, inspectedObject, type Reading } from "../document.ts";
import type { Engine } from "../engine/engine.ts";
import { type InspectionSummary, keepSummary, type SummaryKeeper } from "../summary.ts";
import type { Purse } from "./budget.ts";
import { metered, windowsOf } from "./metered.ts";
import type { SamplePlan } from "./plan-sample.ts";
import { unseenOf } from "./unseen.ts";

/** Rows of a table format that are enough of one sampled object. */
const rowsOfObject = 20_000;

export interface SampleOptions extends Reading {
  readonly engine: Engine;
  readonly purse: Purse;
  readonly isPerson: (detector: DetectorId) => boolean;
  /** Keepers that count people over several stores. */
  readonly countedIn: readonly SummaryKeeper[];
  readonly signal: AbortSignal;
}

/** What a sample of one store showed. Counts and names of classes and detectors; no path and no value. */
export interface SampledStore {
  readonly summary: InspectionSummary;
  /** By class: objects that hold it, and by what it was known. */
  readonly holders: ReadonlyMap<InspectedObject["class"], Holders>;
  /** A mark of secrecy was seen: nothing more of this store was opened. */
  readonly stopped: boolean;
}

export interface Holders {
  objects: number;
  confidence: number;
  readonly by: Set<string>;
}

/** Opens the objects of a plan, random ones first, until they are through, the budget ends, or a mark of secrecy stands. */
export async function inspectSample(plan: SamplePlan, options: SampleOptions): Promise<SampledStore> {
  const { engine, purse, signal, isPerson, countedIn } = options;
  const kept = keepSummary(isPerson);
  const holders = new Map<InspectedObject["class"], Holders>();
  const random = { drawn: 0, holders: 0 };
  let stopped = false;

  /** Whether it holds something; `undefined` where that could not be seen. */
  async function look(object: ContentObject): Promise<boolean | undefined> {
    const windows = windowsOf(object.size);
    const part = { rows: rowsOfObject, ...(windows === undefined ? {} : { windows }) };
    const result = await engine.inspect(metered(object, purse), signal, part);
    // The budget ended before its first byte: it was not looked at.
    if (purse.isEmpty && result.inspectedBytes === 0) return undefined;
    const told = inspectedObject(result, options);
    kept.take(told, result);
    for (const keeper of countedIn) keeper.take(told, result);
    for (const { class: held, confidence, by } of told.reasons) {
      const known = holders.get(held) ?? { objects: 0, confidence: 0, by: new Set<string>() };
      holders.set(held, known);
      known.objects += 1;
      known.confidence = Math.max(known.confidence, confidence);
      for (const one of by) known.by.add(one);
    }
    if (told.class === "state-secret" && told.confidence >= certainConfidence) stopped = true;
    if (told.class !== "unclassified" && told.class !== "general") return true;
    // What could not be read stays among the rest.
    return told.gaps.some(({ reason }) => reason !== "skipped") ? undefined : false;
  }

  const seen = new Set<string>();
  for (const object of plan.random) {
    if (purse.isEmpty || stopped) break;
    seen.add(object.path);
    const holds = await look(object);
    if (holds !== undefined) random.drawn += 1;
    if (holds === true) random.holders += 1;
  }
  for (const object of plan.others) {
    if (purse.isEmpty || stopped) break;
    if (!seen.has(object.path)) await look(object);
  }
  const summary = unseenOf(kept.summary(), plan, random);
  return { summary, holders, stopped };
}
