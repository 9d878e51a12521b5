import { parentPort, workerData } from "node:worker_threads";
import { createEngine, type EngineOptions } from "../engine/engine.ts";
import type { Part } from "../engine/inspect-object.ts";
import { localFile } from "../sources/local-file.ts";
import { toWire } from "./wire.ts";

/** What the pool asks of a worker. */
export interface Order {
  readonly path: string;
  readonly size: number;
  readonly version: string;
  readonly part: Part;
}

const options: EngineOptions = workerData;
const engine = await createEngine(options);
// The thread is ended from outside when a run is interrupted.
const { signal } = new AbortController();

parentPort?.on("message", async ({ path, size, version, part }: Order) => {
  const result = await engine.inspect(localFile(path, size, version), signal, part);
  parentPort?.postMessage(toWire(result));
});
