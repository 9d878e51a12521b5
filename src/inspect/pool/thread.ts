import { Worker } from "node:worker_threads";
import { ContentError } from "../../model/index.ts";
import type { EngineOptions } from "../engine/engine.ts";
import type { ObjectResult } from "../result.ts";
import { fromWire, type WireResult } from "./wire.ts";
import type { Order } from "./worker.ts";

/** Heap of one thread, MiB. What needs more is hostile, and ends its thread instead of the process. */
const heapMib = 384;

/** One worker thread with an engine of its own. */
export interface Thread {
  /** One order at a time. Rejects with `ContentError` where the thread ended over it; the next order starts another. */
  inspect(order: Order): Promise<ObjectResult>;
  end(): Promise<void>;
}

export function createThread(options: EngineOptions): Thread {
  let worker: Worker | undefined;

  function started(): Worker {
    worker ??= new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: options,
      resourceLimits: { maxOldGenerationSizeMb: heapMib },
    });
    return worker;
  }

  return {
    inspect(order) {
      const own = started();
      return new Promise((resolve, reject) => {
        const settle = (done: () => void): void => {
          // Only these: the worker itself listens for listeners, and lets go of its port when none is left.
          for (const event of ["message", "error", "exit"]) own.removeAllListeners(event);
          done();
        };
        const ended = (error?: unknown): void => {
          worker = undefined;
          const isMemory = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
          const detail = isMemory ? "needs more memory than one object may take" : "the thread that read it ended";
          settle(() => reject(new ContentError(isMemory ? "unsupported" : "failed", detail, error)));
        };
        own.once("message", (wire: WireResult) => settle(() => resolve(fromWire(wire))));
        own.once("error", ended);
        own.once("exit", () => ended());
        own.postMessage(order);
      });
    },
    async end() {
      await worker?.terminate();
      worker = undefined;
    },
  };
}
