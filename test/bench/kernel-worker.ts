import { parentPort } from "node:worker_threads";
import { createFinder } from "../../src/inspect/kernel/index.ts";
import { findAll } from "./find-all.ts";

/** A kernel in a thread of its own: keeps the content it is handed, searches it as often as it is told, answers with the hits. */
const finder = createFinder(2026);
let content = Buffer.alloc(0);
parentPort?.on("message", (order: { readonly content: Uint8Array } | { readonly repeats: number }) => {
  if ("content" in order) content = Buffer.from(order.content);
  else parentPort?.postMessage(findAll(finder, content, order.repeats));
});
