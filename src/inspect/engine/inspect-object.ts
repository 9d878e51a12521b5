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
import { type Allowance, bounded, countCells, hold } from "./bounded.ts";
import { readCells } from "./cells.ts";
import { conclude } from "./conclude.ts";
import { type Deadline, deadlineOf } from "./deadline.ts";
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
  const deadline = deadlineOf(parts.limits, object.size, signal);
  const allowance: Allowance = {
    limits: parts.limits,
    packed: object.size,
    unfolded: 0,
    cells: 0,
    members: 0,
    held: 0,
    spent: undefined,
  };
  const result = await inspectWithin(object, parts, allowance, deadline, 0, part);
  signal.throwIfAborted();
  return result;
}

async function inspectWithin(
  given: ContentObject,
  parts: EngineParts,
  allowance: Allowance,
  deadline: Deadline,
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
  const { signal } = deadline;
  let zeros = 0;
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
        zeros: (bytes: number) => {
          zeros += bytes;
        },
        ...part,
      };
      for await (const piece of chosen.reader.read(input)) {
        await deadline.pause();
        let isSecret = false;
        if (piece.kind === "member") {
          const member = await inspectMember(piece, given, parts, allowance, deadline, depth);
          isSecret = isSecretMember(member);
          if (piece.transparent === true) inner = member;
          else members.add(member);
        } else takePiece(piece, given.path, inspection, parts.tools, allowance);
        if (isSecret || showsSecrecy(inspection)) {
          inspection.isPart = true;
          break;
        }
      }
    }
  } catch (error) {
    const looked = members.results().reduce((sum, member) => sum + member.inspectedBytes, inspection.inspectedBytes);
    const gap = gapOf(error, format, looked);
    inspection.gaps.push({ path: given.path, ...gap });
    if (gap.reason === "timeout") inspection.isPart = true;
  } finally {
    allowance.held = held;
  }
  if (zeros > 0) {
    const detail = `${zeros} bytes in long stretches of zeros hold nothing: passed over`;
    inspection.gaps.push({ path: given.path, reason: "skipped", detail });
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
  deadline: Deadline,
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
  return inspectWithin(bounded(piece.object, allowance, packed), parts, allowance, deadline, depth + 1, {});
}

function takePiece(
  piece: Exclude<Piece, { kind: "member" }>,
  path: string,
  inspection: Inspection,
  tools: Tools,
  allowance: Allowance,
): void {
  if (piece.kind === "text") {
    if (piece.zone === "title") readTitle(asBuffer(piece.bytes).toString("utf8", 0, longestTitle), inspection);
    readText(piece, inspection, tools);
  } else if (piece.kind === "cells") {
    const before = inspection.inspectedBytes;
    readCells(piece, inspection, tools);
    countCells(allowance, inspection.inspectedBytes - before);
  } else if (piece.kind === "mark") inspection.marks.push({ detector: piece.detector, detail: piece.detail });
  else inspection.gaps.push({ path, ...piece.gap });
}

/** THE place where an error of reading becomes a gap. Messages of libraries may quote content, and are left out. */
function gapOf(error: unknown, format: string, looked: number): Omit<ContentGap, "path"> {
  if (error instanceof ContentError) return { reason: error.reason, detail: error.message };
  const name = error instanceof Error ? error.name : "error";
  if (name === "TimeoutError") {
    const detail = `took longer than an object of its size may take: not read on after ${looked} bytes`;
    return { reason: "timeout", detail };
  }
  const reason: GapReason = name === "AbortError" ? "skipped" : "malformed";
  return { reason, detail: `the ${format} reader stopped (${name})` };
}
