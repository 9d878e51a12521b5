import type { LoopbackOptions } from "../../../src/model/index.ts";
import { dealt, slice } from "./deal.ts";
import type { EstateAccount, EstateRegion, Items, WireObject } from "./estate.ts";
import type { ListRow, ObjectRow, Paging, Parameters, Refused, RpcRow } from "./rpc-row.ts";

export interface RowAsked {
  readonly options: LoopbackOptions;
  readonly account: EstateAccount;
  readonly held: EstateRegion;
  readonly parameters: Parameters;
  /** Whether the list repeats its token. */
  readonly repeat: boolean;
  /** Filtered lists, so that a long one is not filtered anew for each of its pages. */
  readonly filtered: Map<string, Items<WireObject>>;
  /** Whose and where, for the key of a filtered list. */
  readonly where: string;
}

/** The fields that an operation answers with, or how it refuses. */
export function answerRow(row: RpcRow, asked: RowAsked): WireObject | Refused {
  if ("answer" in row) {
    const { account, held, parameters } = asked;
    const page = (items: readonly WireObject[], at: string, paging: Paging) => pageOf(items, { at, paging }, asked);
    return row.answer({ account, held, parameters, page });
  }
  if ("object" in row) return objectOf(row, asked);
  const items = dealt(filtered(row, asked), asked.options.shuffleSeed);
  return { ...row.beside, ...pageOf(items, row, asked) };
}

export function isRefused(answer: WireObject | Refused): answer is Refused {
  return "refused" in answer;
}

function objectOf({ object, by, at, absent }: ObjectRow, { held, parameters }: RowAsked): WireObject | Refused {
  const items = held[object] ?? [];
  const found = slice(items, 0, items.length).find((item) => item[by] === parameters.get(by));
  if (found !== undefined) return at === undefined ? found : nested(at, found);
  if (absent === undefined) return {};
  const { status, code } = absent;
  return typeof status === "number" && typeof code === "string" ? { refused: { status, code } } : absent;
}

function filtered(row: ListRow, { held, parameters, filtered: made, where }: RowAsked): Items<WireObject> {
  const items = held[row.list] ?? [];
  const { filters = [] } = row;
  const pairs = isNames(filters) ? filters.map((name) => [name, name] as const) : Object.entries(filters);
  const wanted = pairs
    .map(([name, field]) => ({ field, values: valuesOf(parameters, name) }))
    .filter(({ values }) => values.size > 0);
  if (wanted.length === 0) return items;
  const key = JSON.stringify([where, row.list, wanted.map(({ field, values }) => [field, ...values])]);
  const before = made.get(key);
  if (before !== undefined) return before;
  const kept = slice(items, 0, items.length).filter((item) => {
    return wanted.every(({ field, values }) => values.has(String(item[field])));
  });
  made.set(key, kept);
  return kept;
}

function isNames(filters: NonNullable<ListRow["filters"]>): filters is readonly string[] {
  return Array.isArray(filters);
}

/** `Name`, `Name.1`, `Name.2`, or a JSON array in `Name`. */
function valuesOf(parameters: Parameters, name: string): ReadonlySet<string> {
  const plain = parameters.get(name);
  if (plain?.startsWith("[")) return new Set([JSON.parse(plain)].flat().map(String));
  const several = [...parameters].filter(([given]) => given.startsWith(`${name}.`)).map(([, value]) => value);
  return new Set(plain === undefined ? several : [plain, ...several]);
}

function pageOf(items: Items<WireObject>, { at, paging }: Pick<ListRow, "at" | "paging">, asked: RowAsked): WireObject {
  const { options, parameters, repeat } = asked;
  const most = options.pageSize ?? Number.POSITIVE_INFINITY;
  if (paging === "whole") return nested(at, slice(items, 0, items.length));
  const size = Math.min(Number(parameters.get(paging.size) ?? 10), most);
  if ("number" in paging) {
    const number = repeat ? 1 : Number(parameters.get(paging.number) ?? 1);
    const found = slice(items, (number - 1) * size, size);
    const { told } = paging;
    const fields = [
      [told.number, number],
      [told.size, size],
      [told.count, found.length],
      [told.total, items.length],
    ].filter(([name]) => name !== undefined);
    return { ...Object.fromEntries(fields), ...nested(at, found) };
  }
  const { token, told } = paging;
  const from = Number(parameters.get(token)?.replace(/^token-/, "") ?? 0);
  const next = repeat ? size : from + size;
  const more = repeat || next < items.length;
  return {
    [told.token]: more ? `token-${next}` : "",
    ...(told.total === undefined ? {} : { [told.total]: items.length }),
    ...nested(at, slice(items, from, size)),
  };
}

/** The value at a path: `Disks.Disk` makes `{ Disks: { Disk: value } }`. */
function nested(path: string, value: unknown): WireObject {
  const [first = "", ...rest] = path.split(".");
  return { [first]: rest.length === 0 ? value : nested(rest.join("."), value) };
}
