/** Values of one record as rows: the second value of a column goes to the second row. */
export interface RecordRows {
  put(column: number, value: string): void;
  take(): readonly (readonly (string | null)[])[];
}

export function recordRows(columns: number): RecordRows {
  let rows: (string | null)[][] = [];
  const used = new Uint32Array(columns);
  const touched = new Set<number>();
  return {
    put(column, value) {
      if (column < 0) return;
      const at = used[column] ?? 0;
      used[column] = at + 1;
      touched.add(column);
      let row = rows[at];
      if (row === undefined) {
        row = [];
        rows.push(row);
      }
      while (row.length < column) row.push(null);
      row[column] = value;
    },
    take() {
      const taken = rows;
      rows = [];
      for (const column of touched) used[column] = 0;
      touched.clear();
      return taken;
    },
  };
}
