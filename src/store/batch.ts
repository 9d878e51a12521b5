import type { DatabaseSync } from "node:sqlite";

/** Groups writes into transactions, since SQLite syncs per commit. */
export interface Batch {
  /** Call before each write. */
  write(): void;
  /** Commits what is open; call before reading and before closing. */
  flush(): void;
}

const writesPerCommit = 5_000;

export function createBatch(db: DatabaseSync): Batch {
  let open = 0;
  function flush(): void {
    if (open === 0) return;
    db.exec("COMMIT");
    open = 0;
  }
  return {
    write() {
      if (open >= writesPerCommit) flush();
      if (open === 0) db.exec("BEGIN");
      open++;
    },
    flush,
  };
}

/** Runs `work` in one transaction; rolls back and rethrows when it throws. */
export function inTransaction(db: DatabaseSync, work: () => void): void {
  db.exec("BEGIN");
  try {
    work();
    db.exec("COMMIT");
  } catch (error) {
    db.exec("ROLLBACK");
    throw error;
  }
}
