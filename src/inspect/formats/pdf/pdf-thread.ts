import { Worker } from "node:worker_threads";
import { ContentError } from "../../../model/index.ts";
import type { PdfAnswer, PdfOrder } from "./pdf-worker.ts";

/** Heap of the thread, MiB; and by how much the whole process may grow beside it, as decoders take memory outside of the heap. */
const heapMebibytes = 192;
const growthBytes = 256 * 1024 ** 2;
const watchMilliseconds = 50;
/** For one page, or for the description of the document. */
const stepMilliseconds = 20_000;

/** A document that is read in a thread of its own, which can be ended whatever it is doing. */
export interface PdfThread {
  /** The next part. @throws ContentError where it takes too long, needs too much memory or was interrupted. */
  next(): Promise<PdfAnswer>;
  end(): Promise<void>;
}

export function pdfThread(order: PdfOrder, signal: AbortSignal): PdfThread {
  const worker = new Worker(new URL("./pdf-worker.ts", import.meta.url), {
    workerData: order,
    transferList: [order.data.buffer as ArrayBuffer],
    resourceLimits: { maxOldGenerationSizeMb: heapMebibytes },
    // Warnings of the library may quote the document.
    stdout: true,
    stderr: true,
  });
  const before = process.memoryUsage.rss();
  return {
    next: () =>
      new Promise((resolve, reject) => {
        const fail = (error: unknown): void => settle(() => reject(error));
        const watch = setInterval(() => {
          if (process.memoryUsage.rss() - before < growthBytes) return;
          fail(new ContentError("unsupported", "needs more memory than one document may take: not read on"));
        }, watchMilliseconds);
        const late = setTimeout(
          () =>
            fail(
              new ContentError("timeout", `took longer than ${stepMilliseconds / 1_000} s for one page: not read on`),
            ),
          stepMilliseconds,
        );
        const aborted = (): void => fail(signal.reason);
        signal.addEventListener("abort", aborted, { once: true });
        worker.once("message", (answer: PdfAnswer) => settle(() => resolve(answer)));
        worker.once("error", (error) => {
          const isMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
          fail(
            isMemory
              ? new ContentError("unsupported", "needs more memory than one document may take: not read on")
              : new ContentError("failed", "the thread that read it ended", error),
          );
        });
        worker.postMessage("next");

        function settle(done: () => void): void {
          clearInterval(watch);
          clearTimeout(late);
          signal.removeEventListener("abort", aborted);
          for (const event of ["message", "error"]) worker.removeAllListeners(event);
          done();
        }
      }),
    async end() {
      await worker.terminate();
    },
  };
}
