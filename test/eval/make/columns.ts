import type { Random } from "../../support/seeded-random.ts";
import { realHeaders, vagueHeaders } from "./headers.ts";
import { type Label, needHeader } from "./label.ts";
import { masked } from "./masked.ts";
import type { NearMiss } from "./near-miss.ts";
import { nearMisses } from "./near-misses.ts";
import { makers, type Value } from "./values.ts";

/** How a column is named: as its content, by something that says nothing, by something that misleads, or not at all. */
export type Naming = "none" | "real" | "vague" | "misleading";

/** A column and the truth about it. */
export interface Column {
  readonly label: Label | undefined;
  /** The label, or the kind of near miss. */
  readonly kind: string;
  readonly naming: Naming;
  /** "" where the column has none. */
  readonly header: string;
  /** "" = no value. */
  readonly cells: readonly string[];
  /** Share of the cells with a value that are of the label. */
  readonly share: number;
}

const blanks = [
  "无",
  "-",
  "N/A",
  "未知",
  "null",
  "同上",
  "待补充",
  "未填",
  "??",
  "0",
  "TBD",
  "见附件",
  "拒绝提供",
  "待核实",
  "x",
];

function positiveColumn(random: Random, label: Label, rows: number, naming: Naming, header: string): Column {
  const value = makers[label](random);
  const share = random.pick([1, 1, 1, 0.95, 0.9, 0.8, 0.7, 0.6]);
  const maskedShare = random.chance(0.15) ? 0.2 : 0;
  const dress = dressing(random, label);
  const own: Value = (one) => {
    const made = dress(value(one));
    if (maskedShare > 0 && one.chance(maskedShare)) return masked(label, made);
    return one.chance(0.02) ? typo(one, made) : made;
  };
  const cells = fill(random, rows, share, random.pick([0, 0, 0.1, 0.5]), own);
  if (random.chance(0.15)) cells.sort();
  return { label, kind: label, naming, header, cells, share };
}

function negativeColumn(random: Random, miss: NearMiss, rows: number, naming: Naming, header: string): Column {
  const cells = fill(random, rows, random.pick([1, 1, 1, 0.9, 0.8]), random.pick([0, 0, 0.1, 0.5]), miss.make(random));
  return { label: undefined, kind: miss.kind, naming, header, cells, share: 0 };
}

/** Tables shorter than this have no empty cells: what is left of them would be too little to tell anything from. */
const leastWithEmpty = 100;

/** Exactly `share` of the cells that hold something are the column's own. */
function fill(random: Random, rows: number, share: number, empty: number, value: Value): string[] {
  const held = rows < leastWithEmpty ? rows : Math.round(rows * (1 - empty));
  const own = Math.ceil(held * share);
  const plan: number[] = Array.from({ length: rows }, (_, at) => (at < own ? 2 : at < held ? 1 : 0));
  for (let at = plan.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [plan[at], plan[other]] = [plan[other] ?? 0, plan[at] ?? 0];
  }
  return plan.map((kind) => (kind === 2 ? value(random) : kind === 1 ? random.pick(blanks) : ""));
}

/** What spreadsheets and exports do to values, to those of a whole column: signs that keep digits text, full-width forms, padding. */
function dressing(column: Random, label: Label): (value: string) => string {
  const plain = (value: string): string => value;
  if (label === "cn-name") {
    if (!column.chance(0.08)) return plain;
    return (value) => (/^\p{Script=Han}{2}$/u.test(value) ? `${value[0]}\u3000${value[1]}` : value);
  }
  if (!dressed.has(label) || !column.chance(0.12)) return plain;
  return column.pick([
    (value: string) => `'${value}`,
    (value: string) => `${value}\t`,
    (value: string) => ` ${value} `,
    (value: string) => value.replaceAll(/[0-9A-Z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
  ]);
}

/** Long numbers, which spreadsheets would round. */
const dressed: ReadonlySet<Label> = new Set([
  "cn-resident-id",
  "cn-residence-permit",
  "cn-mobile",
  "bank-card",
  "cn-uscc",
  "imei",
  "iccid",
  "imsi",
]);

/** A character wrong, missing or twice. */
function typo(random: Random, value: string): string {
  const at = random.below(value.length);
  const kind = random.below(3);
  if (kind === 0) return value.slice(0, at) + value.slice(at + 1);
  if (kind === 1) return value.slice(0, at + 1) + value.slice(at);
  return value.slice(0, at) + random.digits(1) + value.slice(at + 1);
}

/** A table of one positive column, where `label` is given, and three or more near misses, in any order; names differ. */
export function tableOf(random: Random, label: Label | undefined, rows: number, naming: Naming): readonly Column[] {
  const isNamed = naming !== "none";
  const used = new Set<string>();
  const headerOf = (own: readonly string[]): string => {
    if (!isNamed) return "";
    const from = naming === "vague" ? vagueHeaders : own;
    const base = random.pick(from);
    let name = base;
    for (let at = 2; used.has(name); at++) name = `${base}_${at}`;
    used.add(name);
    return name;
  };
  const columns: Column[] = [];
  if (label !== undefined) {
    const misleading = ["remark", "备注", "attr_1", "扩展字段", "other"];
    const header = headerOf(naming === "misleading" ? misleading : realHeaders[label]);
    columns.push(positiveColumn(random, label, rows, naming, header));
  }
  const near = nearMisses.filter(({ of }) => label === undefined || of.includes(label));
  for (let at = 0; at < 3; at++) {
    const miss = random.pick(at === 0 ? near : nearMisses);
    const header = headerOf(naming === "misleading" ? miss.misleading : miss.headers);
    columns.push(negativeColumn(random, miss, rows, naming, header));
  }
  for (let at = columns.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    const [a, b] = [columns[at], columns[other]];
    if (a !== undefined && b !== undefined) [columns[at], columns[other]] = [b, a];
  }
  return columns;
}

/** Whether a column of a label can be told from others under such names, by the rule in `label.ts`. */
export function isDecidable(label: Label, naming: Naming): boolean {
  return naming === "real" || !needHeader.has(label);
}
