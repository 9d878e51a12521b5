import {
  type AccountSession,
  type CollectSink,
  ContentError,
  type ContentGap,
  type ContentObject,
  type ContentSource,
  type Gap,
  type Provider,
  type ResourceType,
  type Scope,
} from "../model/index.ts";
import { type CallerOptions, createCaller } from "./caller.ts";
import type { Entered } from "./connect.ts";
import { createLimiter, type Limiter } from "./limiter.ts";
import type { OpenContent, StoredStore } from "./request.ts";

export interface OpeningOptions extends Pick<CallerOptions, "concurrency" | "timeoutMs" | "attempts"> {
  readonly sink: Pick<CollectSink, "asked" | "gap">;
  readonly signal: AbortSignal;
}

/** Every call for content goes through a caller too: paced, retried, bounded in time, and a gap where it fails. */
export function contentOpener(
  entered: readonly Entered[],
  types: ReadonlyMap<Provider, readonly ResourceType[]>,
  { sink, signal, ...pace }: OpeningOptions,
): OpenContent {
  const limiters = new Map<string, Limiter>();

  function limiterOf(store: StoredStore, service: string): Limiter {
    const key = JSON.stringify([store.scope, store.region, service]);
    const limiter = limiters.get(key) ?? createLimiter(pace.concurrency ?? 8);
    limiters.set(key, limiter);
    return limiter;
  }

  return (store) => {
    const { scope } = store;
    const one = entered.find(({ session }) => isSame(session, scope));
    const type = one === undefined ? undefined : types.get(one.provider)?.find((known) => known.type === store.type);
    if (one === undefined || type?.content === undefined) return undefined;
    const { provider, session } = one;
    const task = { scope, type: type.type, region: type.reach === "global" ? null : store.region };
    const asked = (operation: string): void => sink.asked(task, operation);
    const limiter = limiterOf(store, type.service);
    const caller = createCaller({ ...task, ...pace, provider, signal, limiter, asked, gap: sink.gap });
    const first = type.content.operations[0]?.operation ?? "open";
    const file = (error: unknown): Gap => {
      const gap = { ...caller.gapFor(error, first), resource: store.id };
      asked(gap.operation);
      sink.gap(gap);
      return gap;
    };
    return guarded(type.content.open(session, store, caller), file, signal);
  };
}

function isSame({ scope }: AccountSession, { provider, partition, account }: Scope): boolean {
  return scope.provider === provider && scope.partition === partition && scope.account === account;
}

/** The same content: what a cloud answers instead of it becomes a gap of the run, and of the object. */
function guarded(source: ContentSource, file: (error: unknown) => Gap, signal: AbortSignal): ContentSource {
  function refuse(error: unknown): ContentError {
    if (signal.aborted) throw error;
    if (error instanceof ContentError) return error;
    const { reason, operation, detail } = file(error);
    return new ContentError(reason, `${operation}: ${detail}`, error);
  }

  function guardedObject(object: ContentObject): ContentObject {
    const { read } = object;
    return {
      ...object,
      async *stream(inner) {
        try {
          yield* object.stream(inner);
        } catch (error) {
          throw refuse(error);
        }
      },
      ...(read === undefined
        ? {}
        : {
            async read(from, length, inner) {
              try {
                return await read(from, length, inner);
              } catch (error) {
                throw refuse(error);
              }
            },
          }),
    };
  }

  return {
    id: source.id,
    async *list(inner): AsyncIterable<ContentObject | ContentGap> {
      try {
        for await (const one of source.list(inner)) yield "reason" in one ? one : guardedObject(one);
      } catch (error) {
        const { reason, message } = refuse(error);
        yield { path: "", reason, detail: `the list of objects broke off: ${message}` };
      }
    },
  };
}
