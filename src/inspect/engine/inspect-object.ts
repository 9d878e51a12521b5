import {
  ContentError,
  type ContentGap,
  type ContentObject,
  type GapReason,
  type HeaderTopic,
} from "../../model/index.ts";
import type { HeaderHints } from "../columns/hints.ts";
import { asBuffer } from "../formats/bytes.ts";
import type { Limits } from "../limits.ts";
import type { Piece } from "../piece.ts";
import { headBytes, type Reader, type Window } from "../reader.ts";
import type { ObjectResult } from "../result.ts";
import { type Allowance, bounded, hold } from "./bounded.ts";
import { readCells } from "./cells.ts";
import { conclude } from "./conclude.ts";
import { gatheredMembers } from "./gathered-members.ts";
import { createInspection, type Inspection, type Tools } from "./inspection.ts";
import { mergeMembers } from "./merge.ts";
import { peek } from "./peek.ts";
import { isSecretMember, readTitle, showsSecrecy } from "./secrecy.ts";
import { readText } from "./text.ts";

/** Bytes of a title that are read. */
const longestTitle = 4_096;

/** What the engine works with, see `engine.ts`. */
export interface EngineParts {
  readonly tools: Tools;
  readonly limits: Limits;
  /** Which reader the first bytes call for, and the encoding of text; `undefined` = a binary format that nobody reads. */
  readonly choose: (
    head: Uint8Array,
    path: string,
  ) => { readonly reader: Reader; readonly encoding?: string } | undefined;
  readonly signatures: (head: Uint8Array, path: string) => Inspection["marks"];
  readonly headerHints: (name: string) => HeaderHints & { readonly topics: ReadonlySet<HeaderTopic> };
}

export interface Part {
  readonly windows?: readonly Window[];
  readonly rows?: number;
}

/** Looks into one object and all that is packed in it. Never rejects but for an interruption: what cannot be read is a gap. */
export async function inspectObject(
  object: ContentObject,
  parts: EngineParts,
  signal: AbortSignal,
  part: Part = {},
): Promise<ObjectResult> {
  const deadline = AbortSignal.timeout(parts.limits.milliseconds);
  const allowance: Allowance = {
    limits: parts.limits,
    packed: object.size,
    unfolded: 0,
    members: 0,
    held: 0,
    spent: undefined,
  };
  const result = await inspectWithin(object, parts, allowance, AbortSignal.any([signal, deadline]), 0, part);
  signal.throwIfAborted();
  return result;
}

async function inspectWithin(
  given: ContentObject,
  parts: EngineParts,
  allowance: Allowance,
  signal: AbortSignal,
  depth: number,
  part: Part,
): Promise<ObjectResult> {
  const inspection = createInspection();
  inspection.isPart = part.windows !== undefined;
  const members = gatheredMembers();
  let format = "unknown";
  let encoding: string | undefined;
  let inner: ObjectResult | undefined;
  const held = allowance.held;
  try {
    const { head, object } = await peek(given, headBytes, signal);
    inspection.marks.push(...parts.signatures(head, object.path));
    const chosen = head.length === 0 ? undefined : parts.choose(head, object.path);
    if (head.length === 0) format = "empty";
    else if (chosen === undefined)
      throw new ContentError("unsupported", "a binary format that this version does not read");
    else {
      format = chosen.reader.format;
      encoding = chosen.encoding;
      const input = {
        object,
        head,
        limits: parts.limits,
        signal,
        hold: (bytes: number) => hold(allowance, bytes),
        ...part,
      };
      for await (const piece of chosen.reader.read(input)) {
        signal.throwIfAborted();
        let isSecret = false;
        if (piece.kind === "member") {
          const member = await inspectMember(piece, given, parts, allowance, signal, depth);
          isSecret = isSecretMember(member);
          if (piece.transparent === true) inner = member;
          else members.add(member);
        } else takePiece(piece, given.path, inspection, parts.tools);
        if (isSecret || showsSecrecy(inspection)) {
          inspection.isPart = true;
          break;
        }
      }
    }
  } catch (error) {
    inspection.gaps.push({ path: given.path, ...gapOf(error, format) });
  } finally {
    allowance.held = held;
  }
  const concluded = conclude(inspection, parts.tools, parts.headerHints);
  const own: ObjectResult = {
    path: given.path,
    format,
    ...(encoding === undefined ? {} : { encoding }),
    wrappers: [],
    ...(given.size === undefined ? {} : { bytes: given.size }),
    inspectedBytes: inspection.inspectedBytes,
    isPart: inspection.isPart,
    ...concluded,
    marks: inspection.marks,
    gaps: inspection.gaps,
    members: [],
  };
  return mergeMembers(own, members.results(), inner, members.listed());
}

function inspectMember(
  piece: Piece & { kind: "member" },
  outer: ContentObject,
  parts: EngineParts,
  allowance: Allowance,
  signal: AbortSignal,
  depth: number,
): Promise<ObjectResult> {
  const { limits } = allowance;
  if (allowance.spent !== undefined) throw allowance.spent;
  allowance.members += 1;
  if (depth >= limits.depth) {
    throw new ContentError("unsupported", `packed more than ${limits.depth} deep: not opened`);
  }
  if (allowance.members > limits.members) {
    throw new ContentError("unsupported", `more than ${limits.members} members: the rest was not read`);
  }
  const packed = piece.transparent === true ? outer.size : undefined;
  return inspectWithin(bounded(piece.object, allowance, packed), parts, allowance, signal, depth + 1, {});
}

function takePiece(
  piece: Exclude<Piece, { kind: "member" }>,
  path: string,
  inspection: Inspection,
  tools: Tools,
): void {
  if (piece.kind === "text") {
    if (piece.zone === "title") readTitle(asBuffer(piece.bytes).toString("utf8", 0, longestTitle), inspection);
    readText(piece, inspection, tools);
  } else if (piece.kind === "cells") readCells(piece, inspection, tools);
  else if (piece.kind === "mark") inspection.marks.push({ detector: piece.detector, detail: piece.detail });
  else inspection.gaps.push({ path, ...piece.gap });
}

/** THE place where an error of reading becomes a gap. Messages of libraries may quote content, and are left out. */
function gapOf(error: unknown, format: string): Omit<ContentGap, "path"> {
  if (error instanceof ContentError) return { reason: error.reason, detail: error.message };
  const name = error instanceof Error ? error.name : "error";
  const isTimeout = name === "TimeoutError";
  const reason: GapReason = isTimeout ? "timeout" : name === "AbortError" ? "skipped" : "malformed";
  const detail = isTimeout ? "took longer than one object may take" : `the ${format} reader stopped (${name})`;
  return { reason, detail };
}
