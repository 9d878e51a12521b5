import { type AccountSession, type ConnectContext, type Gap, JingneiError, type Provider } from "../model/index.ts";
import { createCaller, defaultTimeoutMs } from "./caller.ts";
import { orInterrupted } from "./interruption.ts";
import type { CollectRequest, CollectSource } from "./request.ts";
import { cleanGap } from "./to-gap.ts";

/** An account that was entered. */
export interface Entered {
  readonly provider: Provider;
  readonly session: AccountSession;
}

export interface ConnectOptions
  extends Pick<CollectRequest, "environment" | "signal" | "concurrency" | "timeoutMs" | "attempts"> {
  readonly contacted: (host: string) => void;
  /** What the source's own connecting asked and got answered; told when it has ended. */
  readonly asked: (source: CollectSource, operation: string) => void;
  readonly gap: (gap: Gap) => void;
  readonly entered: (entered: Entered) => void;
}

/** The operation named where a source could not be entered and no call was at fault. */
const connecting = "connect";

/** What a source's calls are filed under before the account is known. */
export function identityTask({ provider, source, label }: CollectSource) {
  const scope = { provider: provider.id, partition: provider.partitionOf(source), account: label };
  return { scope, type: "identity", region: null };
}

/**
 * Enters the accounts of every source, side by side; sessions come in the order of the sources. A source that cannot be
 * reached or is denied becomes a gap.
 * @throws JingneiError of the first source (in their order) whose credentials or settings the user has to put right: the
 * run has not begun, and scanning half of what was asked for would only hide the mistake.
 */
export async function connectAll(
  sources: readonly CollectSource[],
  options: ConnectOptions,
): Promise<readonly Entered[]> {
  const settled = await Promise.allSettled(sources.map((source) => connectOne(source, options)));
  const entered: Entered[] = [];
  for (const outcome of settled) {
    if (outcome.status === "rejected") throw outcome.reason;
    entered.push(...outcome.value);
  }
  return entered;
}

async function connectOne(source: CollectSource, options: ConnectOptions): Promise<readonly Entered[]> {
  const { provider } = source;
  const { signal, asked, gap, entered: tell, contacted, environment, ...pace } = options;
  const operations = new Set<string>();
  const unanswered = new Set<string>();
  const file = (found: Gap): void => {
    unanswered.add(found.operation);
    gap(found);
  };
  const caller = createCaller({
    ...identityTask(source),
    ...pace,
    provider,
    signal,
    gap: file,
    asked: (operation) => operations.add(operation),
  });
  const timeoutMs = pace.timeoutMs ?? defaultTimeoutMs;
  const context: ConnectContext = { caller, signal, environment, contacted, timeoutMs };
  const entered: Entered[] = [];

  async function read(): Promise<void> {
    for await (const item of provider.connect(source.source, context)) {
      if (signal.aborted) return;
      if ("kind" in item) file(cleanGap(item));
      else {
        entered.push({ provider, session: item });
        tell({ provider, session: item });
      }
    }
  }

  try {
    await orInterrupted(read(), signal);
  } catch (error) {
    // Interrupted: what was entered so far stays, and the run says that it is not whole.
    if (signal.aborted) return entered;
    if (error instanceof JingneiError) throw labelled(error, source.label);
    file(caller.gapFor(error, connecting));
  }
  // A gap is filed under the account it concerns, and counts as asked there.
  for (const operation of operations) if (!unanswered.has(operation)) asked(source, operation);
  return entered;
}

function labelled(error: JingneiError, label: string): JingneiError {
  if (error.message.includes(label)) return error;
  return new JingneiError(error.code, `${label}: ${error.message}`, error.remedy, error.cause);
}
