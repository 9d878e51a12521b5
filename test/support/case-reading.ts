import { providers } from "../../providers/index.ts";
import { collect } from "../../src/collect/index.ts";
import type { Gap, LoopbackCall, LoopbackOptions, ResourceRecord, ResourceType } from "../../src/model/index.ts";
import { type CaseCloud, type Served, serveCases } from "./case-clouds.ts";
import type { FoundRecord, TypeCase, Where } from "./type-case.ts";

export interface CaseReading {
  readonly records: readonly ResourceRecord[];
  readonly gaps: readonly Gap[];
  /** On the wire, connecting's own calls left out. */
  readonly calls: readonly LoopbackCall[];
}

export interface CaseOptions extends LoopbackOptions {
  /** Gives every object of every answer a field that no API has. */
  readonly unknownFields?: boolean;
  readonly attempts?: number;
}

/** The case of a type, from its own file. `undefined` where nobody wrote one. */
export async function caseOf(type: string): Promise<TypeCase<unknown> | undefined> {
  const [provider, ...rest] = type.split("/");
  try {
    const file: { default: TypeCase<unknown> } = await import(`../cases/${provider}/${rest.join("-")}.ts`);
    return file.default;
  } catch (error) {
    if (String(error).includes(`${rest.join("-")}.ts`)) return undefined;
    throw error;
  }
}

/** Serves a case in the given places, reads its type with the real client and the real collecting room, and stops serving. */
export async function readCase(
  typeCase: TypeCase<unknown>,
  type: ResourceType,
  wheres: readonly Where[],
  options: CaseOptions = {},
): Promise<CaseReading> {
  const { unknownFields, attempts = 1, ...loopback } = options;
  const served = wheres.map((where): Served => {
    const held = typeCase.held(where);
    return {
      where,
      held: unknownFields === true ? withUnknownFields(held) : held,
      ...(typeCase.account === undefined ? {} : { account: typeCase.account(where) }),
    };
  });
  const id = providerOf(typeCase.type);
  const serve = serveCases[id];
  if (serve === undefined) throw new Error(`no clouds of ${id} to serve cases in`);
  const cloud = await serve(served, { pageSize: 1, ...loopback });
  try {
    return await readCloud(cloud, id, type, attempts);
  } finally {
    await cloud.close();
  }
}

async function readCloud(cloud: CaseCloud, id: string, type: ResourceType, attempts: number): Promise<CaseReading> {
  const provider = await providers[id]?.();
  if (provider === undefined) throw new Error(`no provider ${id}`);
  const records: ResourceRecord[] = [];
  const gaps: Gap[] = [];
  await collect({
    sources: cloud.sources.map((source) => ({ provider, source: provider.source.parse(source), label: id })),
    sink: {
      isDone: () => false,
      begin: () => undefined,
      record: (_task, record) => records.push(record),
      gap: (gap) => gaps.push(gap),
      asked: () => undefined,
      end: () => undefined,
    },
    signal: new AbortController().signal,
    environment: cloud.environment,
    only: [type.type],
    skip: [],
    attempts,
    timeoutMs: 10_000,
  });
  const own = new Set(type.operations.map(({ operation }) => operation));
  const entry = new Set((provider.entry ?? []).map(({ operation }) => operation));
  return { records, gaps, calls: cloud.calls.filter(({ operation }) => own.has(operation) || !entry.has(operation)) };
}

function providerOf(type: string): string {
  return type.slice(0, type.indexOf("/"));
}

/** What a case expects and what a scan found, in the same words and order. */
export function found(records: readonly ResourceRecord[], expected: readonly FoundRecord[]): readonly FoundRecord[] {
  const named = new Map(expected.map(({ id, attributes }) => [id, Object.keys(attributes ?? {})]));
  return records
    .map((record): FoundRecord => {
      const asked = named.get(record.id) ?? [];
      const attributes = Object.fromEntries(
        asked.flatMap((name) =>
          Object.hasOwn(record.attributes, name) ? [[name, record.attributes[name] ?? ""]] : [],
        ),
      );
      return {
        id: record.id,
        name: record.name,
        role: record.role,
        tags: record.tags.known ? record.tags.value : null,
        region: record.place.known ? (record.place.value.zone ?? record.place.value.region) : null,
        attributes,
        links: record.links.map(({ kind, direction, target: { id, place, party } }) => ({
          kind,
          direction,
          ...(id === undefined ? {} : { id }),
          ...(place === undefined ? {} : { region: place.zone ?? place.region }),
          ...(party === undefined ? {} : { party }),
        })),
      };
    })
    .map(sorted)
    .sort(byId);
}

/** A case's expectations with everything said that may be left out. */
export function expectedAt(typeCase: TypeCase<unknown>, where: Where): readonly FoundRecord[] {
  return typeCase
    .finds(where)
    .map((record) =>
      sorted({
        ...record,
        region: record.region === undefined ? where.region : record.region,
        attributes: record.attributes ?? {},
        links: record.links.map((link) => ({ ...link, direction: link.direction ?? "to" })),
      }),
    )
    .sort(byId);
}

function sorted(record: FoundRecord): FoundRecord {
  return { ...record, links: [...record.links].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1)) };
}

function textOf({ kind, direction, id, region, party }: FoundRecord["links"][number]): string {
  return JSON.stringify([kind, direction, id, region, party]);
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

/** Objects of documents that are keyed by the estate's own words (regions, paths, tags) take no field; what stands in lists does. */
function withUnknownFields(value: unknown, inList = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withUnknownFields(item, true));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, withUnknownFields(inner)]);
  const object = Object.fromEntries(entries);
  return inList ? { ...object, FieldOfTomorrow: "value of tomorrow" } : object;
}
