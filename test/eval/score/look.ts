import { loadContentRules } from "../../../policies/content-rules.ts";
import { classOfContent } from "../../../src/inspect/class-of.ts";
import { createEngine, type Engine } from "../../../src/inspect/engine/engine.ts";
import { defaultLimits } from "../../../src/inspect/limits.ts";
import type { ObjectResult } from "../../../src/inspect/result.ts";
import { type ContentObject, certainConfidence } from "../../../src/model/index.ts";

/** The product as the evaluation sees it: bytes in, findings out. */
export interface Product {
  /** What is certain of each column, by the name that is reported. */
  columns(bytes: Uint8Array, path: string): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
  /** What is certain of the object as a whole. */
  detectors(object: ContentObject): Promise<ReadonlySet<string>>;
  /** The class that is certain under the strict profile, with the gaps of the reading. */
  classOf(bytes: Uint8Array, path: string): Promise<{ readonly class: string; readonly result: ObjectResult }>;
}

export async function createProduct(): Promise<Product> {
  const engine = await createEngine({ year: 2026, seed: "evaluation", limits: defaultLimits });
  const rules = await loadContentRules();
  const look = (object: ContentObject): Promise<ObjectResult> => inspect(engine, object);
  return {
    async columns(bytes, path) {
      const { columns } = await look(held(bytes, path));
      const found = new Map<string, Set<string>>();
      for (const { name, detector, confidence } of columns) {
        if (confidence < certainConfidence) continue;
        found.set(name, (found.get(name) ?? new Set()).add(detector));
      }
      return found;
    },
    async detectors(object) {
      const { detectors } = await look(object);
      return new Set([...detectors].flatMap(([id, { confidence }]) => (confidence >= certainConfidence ? [id] : [])));
    },
    async classOf(bytes, path) {
      const result = await look(held(bytes, path));
      const { class: found, confidence } = classOfContent(result.groups, rules, "strict");
      return { class: confidence >= certainConfidence ? found : "unclassified", result };
    },
  };
}

function inspect(engine: Engine, object: ContentObject): Promise<ObjectResult> {
  return engine.inspect(object, new AbortController().signal);
}

function held(bytes: Uint8Array, path: string): ContentObject {
  return {
    path,
    size: bytes.length,
    async *stream() {
      yield bytes;
    },
    read: async (from, length) => bytes.subarray(from, from + length),
  };
}

/** Content that exists only while it is read. */
export function flowing(path: string, size: number, chunks: () => Iterable<Uint8Array>): ContentObject {
  return {
    path,
    size,
    async *stream() {
      yield* chunks();
    },
  };
}
