import type { PolicyBook } from "../../policies/index.ts";
import type { Config, TemplateProvider } from "../model/index.ts";
import type { Change } from "../plan/change.ts";
import { gapOfFile, recordTemplates, type UnreadFile } from "../plan/records.ts";
import { heldFindings } from "../store/held-findings.ts";
import { heldSource } from "../store/held-source.ts";
import { openStore } from "../store/open.ts";
import { readRun } from "../store/report-source.ts";
import { createSink } from "../store/sink.ts";
import { type Estate, estateFacts, estatePlace, recordEstate } from "./estate.ts";
import { type EstateNames, estateNames } from "./estate-names.ts";
import { judgeRun } from "./judge-run.ts";
import { createReading } from "./reading.ts";
import { runInfo } from "./run-info.ts";
import type { FinishedRun } from "./scan.ts";
import { toolInfo } from "./tool-info.ts";
import type { OtherStatus } from "./what-if.ts";

export interface CheckRequest {
  readonly id: string;
  readonly config: Config;
  readonly book: PolicyBook;
  readonly changes: readonly Change[];
  readonly providers: readonly TemplateProvider[];
  /** The last scan: classes and places of what the change only refers to. */
  readonly estate?: Estate | undefined;
  readonly baseline?: ReadonlySet<string> | undefined;
  readonly whatIf?: OtherStatus | undefined;
  readonly asOf: string;
  readonly now: () => Date;
  /** Words for `coverage.excluded`: what this check did not look at. */
  readonly notes: readonly string[];
  /** Files beside them that could not be read. */
  readonly unread: readonly UnreadFile[];
}

function aroundChange(names: EstateNames | undefined): Parameters<typeof recordTemplates>[3] {
  if (names === undefined) return { hasEstate: false };
  return { hasEstate: true, placeOf: (provider, id) => estatePlace(names, provider, id) };
}

/** Judges a change before it is applied: its resources, where they send data, and what they join of the estate. */
export function check(request: CheckRequest): FinishedRun {
  const { config, changes, providers, estate, asOf, now } = request;
  const book = request.book.on(asOf);
  const startedAt = now();
  const store = openStore(":memory:", "create");
  try {
    const reading = createReading(providers, config.classification);
    const names = estate === undefined ? undefined : estateNames(estate.source, providers);
    if (estate !== undefined && names !== undefined) {
      const sink = createSink(store, { ...reading, factsOf: ({ id }) => estateFacts(estate, id) });
      recordEstate(estate, names, sink);
      sink.flush();
    }
    const sink = createSink(store, reading);
    recordTemplates(changes, providers, sink, aroundChange(names));
    for (const file of request.unread) sink.gap(gapOfFile(file));
    sink.flush();
    const findings = heldFindings();
    judgeRun(store, {
      findings,
      config,
      book,
      asOf,
      mode: "check",
      caseInsensitiveIds: (id) => providers.some((provider) => provider.id === id && provider.caseInsensitiveIds),
      baseline: request.baseline,
      whatIf: request.whatIf,
    });
    const disabled = book.disabled.map((id) => `policy ${id} (policies.disable or policies.packs)`);
    const excluded = [...request.notes, ...disabled].sort();
    const surroundings = { notEnabled: [], excluded, endpoints: [], regionDifferences: [], interrupted: false };
    store.setMeta("surroundings", JSON.stringify(surroundings));
    store.setMeta("tool", JSON.stringify(toolInfo(book.digest, providers)));
    const info = runInfo({ ...request, mode: "check" }, { startedAt, finishedAt: now(), interrupted: false });
    store.setMeta("run", JSON.stringify(info));
    return { source: heldSource(readRun(store, findings)), close: store.close };
  } catch (error) {
    store.close();
    throw error;
  }
}
