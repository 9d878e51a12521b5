import type { ContentObject } from "../../model/index.ts";
import { headerHints } from "../columns/header.ts";
import { detectors } from "../detectors/index.ts";
import { readHit } from "../detectors/read-hit.ts";
import { readers } from "../formats/index.ts";
import { createHasher } from "../hash.ts";
import { createFinder } from "../kernel/index.ts";
import type { Limits } from "../limits.ts";
import { remembered } from "../remembered.ts";
import type { ObjectResult } from "../result.ts";
import { signaturesOf } from "../signatures.ts";
import { chooseReader } from "./choose-reader.ts";
import { createFieldReader } from "./forms.ts";
import { type EngineParts, inspectObject, type Part } from "./inspect-object.ts";

/** Names of columns whose meaning is kept. */
const mostNames = 10_000;

/** Plain data, so that it can be handed to a worker thread. */
export interface EngineOptions {
  /** The present year: no birth date lies behind it. */
  readonly year: number;
  /** Counters of the same seed can be merged. */
  readonly seed: string;
  readonly limits: Limits;
}

/** Looks into objects, one after the other. One per thread. */
export interface Engine {
  inspect(object: ContentObject, signal: AbortSignal, part?: Part): Promise<ObjectResult>;
}

export async function createEngine({ year, seed, limits }: EngineOptions): Promise<Engine> {
  const byId = new Map(detectors.map((detector) => [detector.id, detector]));
  const tools = {
    finder: await createFinder(year),
    detectors,
    ofWords: detectors.filter(({ needs, findIn }) => needs !== "column" && findIn === undefined),
    ofText: detectors.filter(({ findIn }) => findIn !== undefined),
    byId,
    hasher: createHasher(seed),
    fields: createFieldReader(),
    readHit,
  };
  const parts: EngineParts = {
    tools,
    limits,
    choose: (head, path) => chooseReader(readers, head, path),
    signatures: (head, path) => [...signaturesOf(head, path)],
    headerHints: remembered(headerHints, mostNames),
  };
  return { inspect: (object, signal, part) => inspectObject(object, parts, signal, part) };
}
