import { randomUUID } from "node:crypto";
import type { OpenContent } from "../collect/index.ts";
import { detectors } from "../inspect/detectors/index.ts";
import { createEngine } from "../inspect/engine/engine.ts";
import { defaultLimits } from "../inspect/limits.ts";
import { type Cost, createPurse, moneyOf } from "../inspect/sampling/budget.ts";
import { inspectSample } from "../inspect/sampling/inspect-sample.ts";
import { costOf } from "../inspect/sampling/metered.ts";
import { planSample, type SamplePlan } from "../inspect/sampling/plan-sample.ts";
import { keepSummary } from "../inspect/summary.ts";
import type { ContentRules, InspectionSettings, Operator } from "../model/index.ts";
import { keepInspection, type UninspectedStore, uninspected } from "../store/inspections.ts";
import type { RunStore } from "../store/open.ts";
import { contentFacts } from "./content-facts.ts";
import { countNotices } from "./count-notices.ts";
import { dayInShanghai } from "./day.ts";
import { mayRead } from "./where-it-runs.ts";

/** Unpacked bytes of one sampled object: it was chosen for a look, not to be read through. */
const unfoldedBytes = 256 * 1024 ** 2;

export interface InspectStores {
  readonly settings: InspectionSettings;
  readonly rules: ContentRules;
  /** Resource types whose content can be read. */
  readonly types: readonly string[];
  /** What is declared of the people whose data is handled. */
  readonly operator: Operator;
  readonly now: () => Date;
  /** Told what is about to be read, before the first byte of it is. */
  readonly tell: (message: string) => void;
}

/** What was not read because of where the tool runs, in words for the report. */
export interface StoresInspected {
  readonly leftOut: readonly string[];
}

interface Planned {
  readonly store: UninspectedStore;
  readonly plan: SamplePlan;
}

/**
 * Samples the content of the stores of a run: lists them all, says what reading the samples will cost, reads them one store after the
 * other, and keeps what follows for their class. What the budget does not reach stays uninspected, and is said to be so.
 */
export async function inspectStores(
  store: RunStore,
  open: OpenContent,
  { settings, rules, types, operator, now, tell }: InspectStores,
  signal: AbortSignal,
): Promise<StoresInspected> {
  const seed = settings.seed ?? randomUUID();
  const leftOut: string[] = [];
  const planned: Planned[] = [];
  for (const one of uninspected(store, types)) {
    const refusal = mayRead(one.jurisdiction, settings.runsIn);
    if (refusal !== undefined) {
      leftOut.push(`content of ${one.id} (${refusal})`);
      continue;
    }
    const source = open(one);
    if (source === undefined) continue;
    const size = { seed: `${seed}\0${one.id}`, random: settings.objects, strata: settings.strata };
    planned.push({ store: one, plan: await planSample(source, size, signal) });
  }
  tell(estimateOf(planned, settings));

  const purse = createPurse(settings.budget, settings.prices);
  const year = Number(dayInShanghai(now()).slice(0, 4));
  const limits = { ...defaultLimits, unfoldedBytes };
  const engine = await createEngine({ year, seed, limits });
  const persons = new Set(detectors.filter(({ person }) => person).map(({ id }) => id));
  const isPerson = persons.has.bind(persons);
  const [everywhere, outside] = [keepSummary(isPerson), keepSummary(isPerson)];
  const options = { rules, profile: settings.profile, engine, purse, signal, isPerson };
  for (const { store: one, plan } of planned) {
    signal.throwIfAborted();
    const isOutside = one.jurisdiction !== "mainland" && one.jurisdiction !== "unknown";
    const countedIn = isOutside ? [everywhere, outside] : [everywhere];
    const sampled = await inspectSample(plan, { ...options, countedIn });
    const { objects, bytes, inspected, inspectedBytes, unreadable, classes, people, statements } = sampled.summary;
    const inspection = {
      resource: one.id,
      ...{ objects, bytes, inspected, inspectedBytes, unreadable, classes, people },
      statement: statements,
      stopped: sampled.stopped,
    };
    keepInspection(store, one.n, inspection, contentFacts(sampled));
    tell(`${one.id}: ${statements.en}`);
    if (sampled.stopped) {
      tell(
        `${one.id}: a mark of state secrecy was seen; nothing more of it was looked at. Tell the office in charge of secrecy.`,
      );
    }
  }
  for (const sentence of countNotices({ seen: everywhere.people(), outside: outside.people() }, operator))
    tell(sentence);
  return { leftOut };
}

function estimateOf(planned: readonly Planned[], { budget, prices }: InspectionSettings): string {
  const cost = { bytes: 0, requests: 0 };
  let [objects, total] = [0, 0];
  for (const { plan } of planned) {
    const chosen = [...plan.random, ...plan.others];
    const own = costOf(chosen);
    cost.bytes += own.bytes;
    cost.requests += own.requests;
    objects += chosen.length;
    total += plan.total;
  }
  const stores = `${planned.length} ${planned.length === 1 ? "store" : "stores"}`;
  const bound = [
    `${mib(budget.bytes)} MiB`,
    `${budget.requests} requests`,
    ...(budget.money === undefined || prices === undefined ? [] : [`${budget.money} ${prices.currency}`]),
  ];
  return `inspecting ${objects} of ${total} objects in ${stores}: at most ${wordsOf(cost, prices)}; the budget is ${bound.join(", ")}`;
}

function wordsOf(cost: Cost, prices: InspectionSettings["prices"]): string {
  const money = moneyOf(cost, prices);
  const price =
    money === undefined || prices === undefined
      ? "cost unknown without inspection.prices"
      : `about ${money.toFixed(2)} ${prices.currency}`;
  return `${mib(cost.bytes)} MiB, ${cost.requests} requests, ${price}`;
}

function mib(bytes: number): string {
  return Math.ceil(bytes / 1024 ** 2).toLocaleString("en-US");
}
