import type { Document, Summary } from "../../src/model/index.ts";

type Counted = Pick<Document, "resources" | "edges" | "findings">;

/** The totals of a document that does not say them. */
export function countDocument({ resources, edges, findings }: Counted): Summary {
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  return {
    resources: resources.length,
    edges: edges.length,
    findings: tally(findings.map(({ verdict, severity }) => ({ verdict, severity }))),
    matrix: tally(
      resources
        .filter(({ role }) => role === "store" || role === "copy")
        .map(({ dataClass, place }) => ({ class: dataClass.class, jurisdiction: place.jurisdiction })),
    ),
    flows: tally(
      edges.flatMap(({ from, kind, place }) => {
        const source = kind === "stored-in" ? undefined : byId.get(from);
        if (source === undefined) return [];
        return [{ kind, from: source.place.jurisdiction, to: place.jurisdiction, class: source.dataClass.class }];
      }),
    ),
  };
}

/** Each distinct row once, with how often it came; sorted. */
function tally<Row extends object>(rows: readonly Row[]): (Row & { count: number })[] {
  const counts = new Map<string, Row & { count: number }>();
  for (const row of rows) {
    const key = JSON.stringify(Object.values(row));
    counts.set(key, { ...row, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
