import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { JingneiError } from "../model/index.ts";
import { schemaSql, storeVersion } from "./schema.ts";

/** The open file of one run. All rooms that touch it take it as an argument; there is no global one. */
export interface RunStore {
  readonly db: DatabaseSync;
  readonly path: string;
  /** Rows of a query, one at a time. */
  rows<Row>(sql: string, ...values: SQLInputValue[]): Iterable<Row>;
  meta(key: string): string | undefined;
  setMeta(key: string, value: string): void;
  close(): void;
}

/** Page cache in KiB: bounds the heap whatever the size of the estate. */
export const cacheKib = 32_768;

/** WAL with NORMAL keeps what was committed when the process is killed, which is all that resuming needs. */
const inFile = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = FILE;";
/** Nothing of it outlives the process, and whoever holds a run there has bounded it: of a mistake nobody goes back. */
const inMemory = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;";

/**
 * Opens the run's file, or makes it.
 * @throws JingneiError `input` when the file is no run store or of another version.
 */
export function openStore(path: string, mode: "create" | "existing"): RunStore {
  if (mode === "create" && path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const db = open(path);
  try {
    db.exec(`${path === ":memory:" ? inMemory : inFile} PRAGMA cache_size = -${cacheKib};`);
    const version = db.prepare("PRAGMA user_version").get()?.["user_version"];
    if (version === 0 && mode === "create") db.exec(`${schemaSql} PRAGMA user_version = ${storeVersion};`);
    else if (version !== storeVersion) throw notARun(path);
  } catch (error) {
    db.close();
    throw error instanceof JingneiError ? error : notARun(path, error);
  }
  const readMeta = db.prepare("SELECT value FROM meta WHERE key = ?");
  const writeMeta = db.prepare("INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
  return {
    db,
    path,
    rows: <Row>(sql: string, ...values: SQLInputValue[]) => db.prepare(sql).iterate(...values) as Iterable<Row>,
    meta(key) {
      const value = readMeta.get(key)?.["value"];
      return typeof value === "string" ? value : undefined;
    },
    setMeta(key, value) {
      writeMeta.run(key, value);
    },
    close: () => db.close(),
  };
}

function open(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path);
  } catch (error) {
    throw notARun(path, error);
  }
}

function notARun(path: string, cause?: unknown): JingneiError {
  return new JingneiError(
    "input",
    `${path} is not a run of this version of jingnei`,
    "Name another run, or scan again: runs of other versions are not read.",
    cause,
  );
}
