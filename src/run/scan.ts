import { createHash } from "node:crypto";
import type { PolicyBook } from "../../policies/index.ts";
import { collect, type OpenContent } from "../collect/index.ts";
import {
  type Config,
  type ContentRules,
  type Coverage,
  type InspectionSettings,
  JingneiError,
  type Provider,
  type ReportSource,
  type RunListener,
} from "../model/index.ts";
import { openStore, type RunStore } from "../store/open.ts";
import { readRun } from "../store/report-source.ts";
import { createSink } from "../store/sink.ts";
import type { ImportedFile } from "./apply-imports.ts";
import { keepHeapSmall } from "./heap.ts";
import { judgeRun } from "./judge-run.ts";
import { createReading } from "./reading.ts";
import { runInfo } from "./run-info.ts";
import { toolInfo } from "./tool-info.ts";
import type { OtherStatus } from "./what-if.ts";

/** Loads a provider's module; SDKs load when it connects. */
export type ProviderRegistry = Readonly<Record<string, () => Promise<Provider>>>;

export interface ScanRequest {
  readonly id: string;
  readonly mode: "scan" | "demo";
  readonly config: Config;
  readonly providers: ProviderRegistry;
  readonly book: PolicyBook;
  readonly storePath: string;
  /** Goes on with the run in `storePath` instead of starting one. */
  readonly resume: boolean;
  readonly concurrency?: number;
  /** Milliseconds one attempt of a call may take, and attempts per call; the collecting room's own where left out. */
  readonly timeoutMs?: number;
  readonly attempts?: number;
  readonly only: readonly string[];
  readonly skip: readonly string[];
  /** Day whose law and approvals apply, `YYYY-MM-DD` in Asia/Shanghai. */
  readonly asOf: string;
  /** Says besides what would change if the operator were designated, or were not. */
  readonly whatIf?: OtherStatus;
  /** Fingerprints of an earlier run: what is not among them is `new`. */
  readonly baseline?: ReadonlySet<string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Results of other services, and what kinds of data stand for. */
  readonly imports?: {
    readonly files: readonly { readonly file: string; readonly format: string }[];
    readonly rules: ContentRules;
  };
  /** Looks into what stores hold; left out = nobody does. */
  readonly inspect?: { readonly settings: InspectionSettings; readonly rules: ContentRules };
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly listener: RunListener;
}

/** A run that can be reported. Close it when the reports are written. */
export interface FinishedRun {
  readonly source: ReportSource;
  close(): void;
}

/**
 * The whole flow: collect, link, let facts travel, judge. An interrupted scan judges what is there and says so.
 * @throws JingneiError `credential` or `config` when a source cannot be entered at all.
 */
export async function scan(request: ScanRequest): Promise<FinishedRun> {
  const { config, listener } = request;
  keepHeapSmall();
  // Before anything is collected: a day that the catalogue does not reach is the user's mistake.
  const book = request.book.on(request.asOf);
  const startedAt = request.now();
  const imported = await readImports(request);
  const providers = await loadProviders(request);
  const store = openStore(request.storePath, request.resume ? "existing" : "create");
  try {
    checkSameQuestion(store, request);

    const reading = createReading([...providers.values()], config.classification);
    const sink = createSink(store, reading);
    const leftOut: string[] = [];
    const outcome = await collect({
      sources: config.sources.map((source, index) => ({
        provider: providerOf(providers, source.provider),
        source,
        label: `sources[${index}]`,
      })),
      sink,
      signal: request.signal,
      environment: request.environment,
      only: request.only,
      skip: request.skip,
      listener,
      ...(request.inspect === undefined
        ? {}
        : {
            inspect: async (open: OpenContent, signal: AbortSignal) => {
              sink.flush();
              store.setMeta("inspect", "1");
              leftOut.push(...(await inspected(store, open, request, providers, signal)));
            },
          }),
      ...(request.concurrency === undefined ? {} : { concurrency: request.concurrency }),
      ...(request.timeoutMs === undefined ? {} : { timeoutMs: request.timeoutMs }),
      ...(request.attempts === undefined ? {} : { attempts: request.attempts }),
    });
    sink.flush();
    if (request.imports !== undefined) {
      const { applyImports } = await import("./apply-imports.ts");
      const { rules } = request.imports;
      const notices = applyImports(store, imported, { rules, profile: config.inspection.profile }, reading.keyOf);
      for (const message of notices) listener({ kind: "notice", message });
    }

    judgeRun(store, {
      config,
      book,
      asOf: request.asOf,
      mode: "scan",
      caseInsensitiveIds: (id) => providerOf(providers, id).caseInsensitiveIds,
      baseline: request.baseline,
      whatIf: request.whatIf,
      phase: (phase) => listener({ kind: "phase", phase }),
    });

    const { notEnabled, endpoints, regionDifferences, interrupted } = outcome;
    // A muted rule is no passed rule: what is disabled stands in the report.
    const excluded = [
      ...outcome.excluded,
      ...leftOut,
      ...book.disabled.map((id) => `policy ${id} (policies.disable or policies.packs)`),
    ].sort();
    const unread = unreadBy([...providers.values()]);
    const surroundings = { notEnabled, excluded, endpoints, regionDifferences, unread, interrupted };
    store.setMeta("surroundings", JSON.stringify(surroundings));
    store.setMeta("tool", JSON.stringify(toolInfo(book.digest, [...providers.values()])));
    store.setMeta("run", JSON.stringify(runInfo(request, { startedAt, finishedAt: request.now(), interrupted })));
    return { source: readRun(store), close: store.close };
  } catch (error) {
    closeKeeping(store);
    throw error;
  }
}

/** Before anything is collected: a file that cannot be read is the user's mistake. */
async function readImports({ imports, providers }: ScanRequest): Promise<readonly ImportedFile[]> {
  if (imports === undefined) return [];
  const { readResults } = await import("./read-results.ts");
  const readers = await Promise.all(
    Object.values(providers).map(async (load) => (await (await load()).imports?.()) ?? []),
  );
  return imports.files.map(({ file, format }) => ({
    file,
    format,
    results: readResults(file, format, readers.flat()),
  }));
}

async function inspected(
  store: RunStore,
  open: OpenContent,
  { inspect, listener, now, config }: ScanRequest,
  providers: ReadonlyMap<string, Provider>,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (inspect === undefined) return [];
  const { inspectStores } = await import("./inspect-stores.ts");
  const all = (await Promise.all([...providers.values()].map((provider) => provider.types()))).flat();
  const types = all.filter(({ content }) => content !== undefined).map(({ type }) => type);
  const tell = (message: string): void => listener({ kind: "notice", message });
  const { leftOut } = await inspectStores(
    store,
    open,
    { ...inspect, types, operator: config.operator, now, tell },
    signal,
  );
  return leftOut;
}

/** Opens a finished run from its file. */
export function openRun(storePath: string): FinishedRun {
  const store = openStore(storePath, "existing");
  if (store.meta("run") === undefined) {
    store.close();
    throw new JingneiError(
      "input",
      `${storePath} holds a run that never finished`,
      "Finish it with `jingnei scan --resume`.",
    );
  }
  return { source: readRun(store), close: store.close };
}

async function loadProviders(request: ScanRequest): Promise<ReadonlyMap<string, Provider>> {
  const ids = [...new Set(request.config.sources.map((source) => source.provider))].sort();
  const loaded = await Promise.all(ids.map(async (id) => [id, await request.providers[id]?.()] as const));
  return new Map(loaded.flatMap(([id, provider]) => (provider === undefined ? [] : [[id, provider]])));
}

function providerOf(providers: ReadonlyMap<string, Provider>, id: string): Provider {
  const provider = providers.get(id);
  if (provider === undefined)
    throw new JingneiError("config", `there is no provider "${id}"`, "See `jingnei regions` for the providers.");
  return provider;
}

/** What nobody asked about is no answer. */
function unreadBy(providers: readonly Provider[]): Coverage["unread"] {
  return providers.flatMap(({ id, unread = [] }) =>
    unread.length === 0 ? [] : [{ provider: id, services: [...unread] }],
  );
}

/** Resuming with another configuration would mix two questions in one answer. */
function checkSameQuestion(store: RunStore, request: ScanRequest): void {
  const { config, only, skip } = request;
  const question = createHash("sha256")
    .update(JSON.stringify({ sources: config.sources, classification: config.classification, only, skip }))
    .digest("hex");
  const earlier = store.meta("question");
  if (earlier !== undefined && earlier !== question) {
    throw new JingneiError(
      "usage",
      "the sources, the classification or the selection have changed since the run that is to be resumed",
      "Start a new scan, or put the configuration back.",
    );
  }
  store.setMeta("question", question);
}

/** Closes the store on the way out; what was committed stays for resuming. */
function closeKeeping(store: RunStore): void {
  if (store.db.isTransaction) store.db.exec("COMMIT");
  store.close();
}
