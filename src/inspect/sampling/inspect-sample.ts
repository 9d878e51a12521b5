import { type ContentObject, certainConfidence, type DetectorId } from "../../model/index.ts";
import { type InspectedObject, inspectedObject, type Reading } from "../document.ts";
import type { Engine } from "../engine/engine.ts";
import { type InspectionSummary, keepSummary, type SummaryKeeper } from "../summary.ts";
import type { Purse } from "./budget.ts";
import { type Metered, metered, windowsOf } from "./metered.ts";
import type { SamplePlan } from "./plan-sample.ts";
import { unseenOf } from "./unseen.ts";

/** Rows of a table format that are enough of one sampled object. */
const rowsOfObject = 20_000;
/** Objects whose first bytes are asked for while one is looked at: 4 MiB in all. How many calls are under way at once is the caller's to say. */
const begunAhead = 16;

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
  /** A mark of secrecy was seen: nothing more of this store was looked at. */
  readonly stopped: boolean;
}

export interface Holders {
  objects: number;
  confidence: number;
  readonly by: Set<string>;
}

/**
 * Opens the objects of a plan, random ones first, until they are through, the budget ends, or a mark of secrecy stands. One is looked at
 * after the other, while the first bytes of the next are on their way: so the result is the same whatever answer comes first.
 */
export async function inspectSample(plan: SamplePlan, options: SampleOptions): Promise<SampledStore> {
  const { engine, purse, signal, isPerson, countedIn } = options;
  const kept = keepSummary(isPerson);
  const holders = new Map<InspectedObject["class"], Holders>();
  const random = { drawn: 0, holders: 0 };
  let stopped = false;

  /** Whether it holds something; `undefined` where that could not be seen. */
  async function look(one: Metered): Promise<boolean | undefined> {
    const { object } = one;
    const windows = windowsOf(object.size);
    const part = { rows: rowsOfObject, ...(windows === undefined ? {} : { windows }) };
    const result = await engine.inspect(object, signal, part);
    // The budget ended before its first byte: it was not looked at.
    if (one.isCut && result.inspectedBytes === 0) return undefined;
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

  const chosen = chosenOf(plan);
  const begun: { readonly one: Metered; readonly isRandom: boolean }[] = [];
  while (!stopped) {
    while (begun.length < begunAhead && !purse.isEmpty) {
      const next = chosen.next();
      if (next.done === true) break;
      const { object, isRandom } = next.value;
      const one = metered(object, purse);
      if (one.begin(signal)) begun.push({ one, isRandom });
    }
    const due = begun.shift();
    if (due === undefined) break;
    const holds = await look(due.one);
    if (!due.isRandom) continue;
    if (holds !== undefined) random.drawn += 1;
    if (holds === true) random.holders += 1;
  }
  const summary = unseenOf(kept.summary(), plan, random);
  return { summary, holders, stopped };
}

interface Chosen {
  readonly object: ContentObject;
  readonly isRandom: boolean;
}

/** Every object of a plan once, in the order of the plan. */
function* chosenOf({ random, others }: SamplePlan): Generator<Chosen, undefined> {
  const drawn = new Set<string>();
  for (const object of random) {
    drawn.add(object.path);
    yield { object, isRandom: true };
  }
  for (const object of others) if (!drawn.has(object.path)) yield { object, isRandom: false };
}
