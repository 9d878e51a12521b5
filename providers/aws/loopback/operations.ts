import { type AwsAccount, countOf, type Held, type Items, itemAt, type WireObject } from "./estate.ts";
import type { Pager } from "./pager.ts";

/** A request as an operation of a service sees it, whatever protocol it came in. */
export interface Question {
  /** Parameters by the names of the API: a JSON body, the fields of a form, or what path and query hold. */
  readonly input: WireObject;
  /** What the service holds in the region that was asked. */
  readonly held: Held;
  readonly account: AwsAccount;
  readonly region: string;
  readonly pager: Pager;
  readonly repeatToken: boolean;
}

/** An error in the API's own code. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** @throws Refusal */
export type Operation = (question: Question) => WireObject;

export interface ListShape {
  /** Field of the answer that holds the items. */
  readonly in: string;
  /** The page token: the parameter that takes it and the field that gives it. Left out = the API has no pages. */
  readonly token?: readonly [asked: string, given: string];
  /** Parameter that says how many; left out = the caller cannot say. */
  readonly limit?: string;
  /** Most items of a page, and what a page has where nothing is asked. */
  readonly most?: number;
  readonly only?: (item: WireObject, input: WireObject) => boolean;
  /** What the list says of an item; fields that begin with `$` are never said. */
  readonly say?: (item: WireObject) => unknown;
}

/** A list of a collection, page by page. */
export function listOf(collection: string, shape: ListShape): Operation {
  const { token, limit, most = 1000, say = said } = shape;
  return (question) => {
    const items = chosen(question.held[collection], shape.only, question.input);
    if (token === undefined) return { [shape.in]: all(items).map(say) };
    const [asked, given] = token;
    const wished = limit === undefined ? most : Number(question.input[limit] ?? most);
    const { items: dealt, next } = question.pager.page(
      items,
      textOf(question.input[asked]),
      Math.min(wished, most),
      question.repeatToken,
    );
    return { [shape.in]: dealt.map(say), ...(next === undefined ? {} : { [given]: next }) };
  };
}

export interface DetailShape {
  /** Parameter that names the item. */
  readonly by: string;
  /** Field of the item that is compared with it. */
  readonly key: string;
  readonly missing?: string;
  readonly answer: (item: WireObject, question: Question) => WireObject;
}

/** A detail of one item of a collection. */
export function detailOf(collection: string, shape: DetailShape): Operation {
  return (question) => {
    const name = textOf(question.input[shape.by]) ?? "";
    const items = question.held[collection] ?? [];
    const item =
      "find" in items && "count" in items ? items.find(name) : items.find((one) => String(one[shape.key]) === name);
    if (item === undefined) throw new Refusal(shape.missing ?? "ResourceNotFoundException", `${name} does not exist.`);
    return shape.answer(item, question);
  };
}

/** Tags of an item as a list of pairs: `{ Key, Value }` unless named otherwise. Items keep theirs in `$tags`. */
export function tagPairs(item: WireObject, key = "Key", value = "Value"): readonly WireObject[] {
  return Object.entries(item["$tags"] ?? {}).map(([name, text]) => ({ [key]: name, [value]: text }));
}

/** What the API says of an item. */
export function said(item: WireObject): WireObject {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !name.startsWith("$")));
}

function chosen(items: Items<WireObject> | undefined, only: ListShape["only"], input: WireObject): Items<WireObject> {
  if (items === undefined) return [];
  return only === undefined ? items : all(items).filter((item) => only(item, input));
}

function all(items: Items<WireObject>): readonly WireObject[] {
  return Array.from({ length: countOf(items) }, (_, index) => itemAt(items, index));
}

function textOf(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value);
}
