import { describe, expect, it } from "vitest";
import { type Judgement, type StreamedFinding, severities, verdicts } from "../../src/model/index.ts";
import { storedFindings } from "../../src/store/finding-shelf.ts";
import { heldFindings } from "../../src/store/held-findings.ts";
import { openStore } from "../../src/store/open.ts";
import { byText } from "../../src/store/text-order.ts";
import { type Random, seededRandom } from "../support/seeded-random.ts";

/** Where UTF-16 and UTF-8 sort apart, halves of pairs, what normalises alike, and what a careless comparison stumbles upon. */
const odd = [
  "a",
  "B",
  "é",
  "e\u0301",
  "中",
  "\ud7ff",
  "\ue000",
  "\uff5e",
  "\ufffd",
  "😀",
  "\u{10ffff}",
  "\ud800",
  "\udc00",
  " ",
  "~",
];

function oddText(random: Random): string {
  let text = "";
  for (let left = random.below(4); left > 0; left -= 1) text += random.pick(odd);
  return text;
}

const names = (random: Random) => Array.from({ length: 6 }, () => oddText(random).toWellFormed());
const shared = ["one", "two"].map((word) => ({
  remediation: { en: word, zh: word },
  basis: [],
}));

function judgementsOf(random: Random): readonly Judgement[] {
  const resources = names(random);
  const [ids, policies] = [names(random), names(random)];
  const kinds = ["stored-in", "replicates-to", "shared-with"] as const;
  const made: Judgement[] = [];
  for (let left = random.below(40); left > 0; left -= 1) {
    const id = random.chance(0.4) ? random.pick(ids) : `id ${random.below(1_000)}`;
    const folded = random.chance(0.2);
    const finding: StreamedFinding = {
      id,
      policy: random.pick(policies),
      severity: random.pick(severities),
      verdict: random.pick(verdicts),
      resource: folded ? null : random.pick(resources),
      subject: folded ? { kind: "account", id: oddText(random) } : null,
      memberCount: random.below(3),
      edge: folded
        ? null
        : { kind: random.pick(kinds), to: random.chance(0.3) ? null : random.pick(resources), party: null },
      place: { region: null, country: null, jurisdiction: "unknown" },
      dataClass: "personal",
      missing: [],
      related: random.chance(0.3) ? [oddText(random), oddText(random)] : [],
      approval: null,
      status: "open",
      ...(random.chance(0.3) ? { location: { file: oddText(random), line: 3 } } : {}),
      message: { en: oddText(random), zh: "中" },
      ...random.pick(shared),
      evidence: [oddText(random)],
    };
    made.push({ kind: "finding", finding });
    while (random.chance(0.5)) made.push({ kind: "member", finding, resource: oddText(random).toWellFormed() });
  }
  return made;
}

function readOf(shelf: ReturnType<typeof heldFindings>, judgements: readonly Judgement[]) {
  const ids = [...new Set(judgements.map(({ finding }) => finding.id)), "nobody"];
  return {
    read: [...shelf.read()],
    each: [...shelf.each()].map(({ id, policy, severity, verdict, evidence }) => ({
      id,
      policy,
      severity,
      verdict,
      evidence,
    })),
    members: ids.map((id) => [...shelf.members(id)]),
    counts: [...shelf.counts()],
  };
}

describe("findings on the heap", () => {
  it("read as those in the file of the run: fields, order, relations, members and counts", () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const random = seededRandom(seed);
      const store = openStore(":memory:", "create");
      try {
        const [held, stored] = [heldFindings(), storedFindings(store)];
        // The second writing takes the place of the first.
        for (const _ of [1, 2]) {
          const judgements = judgementsOf(random);
          for (const shelf of [held, stored]) shelf.write(judgements);
          const unrelated = readOf(stored, judgements);
          expect(readOf(held, judgements), `seed ${seed}, not yet related`).toEqual({
            ...unrelated,
            each: expect.arrayContaining(unrelated.each),
          });
          for (const shelf of [held, stored]) shelf.relate();
          const related = readOf(stored, judgements);
          expect(readOf(held, judgements), `seed ${seed}`).toEqual({
            ...related,
            each: expect.arrayContaining(related.each),
          });
        }
      } finally {
        store.close();
      }
    }
  });
});

describe("the order of texts", () => {
  it("is the order in which the file of a run sorts them", () => {
    const random = seededRandom(7);
    const store = openStore(":memory:", "create");
    try {
      const texts = Array.from({ length: 400 }, () => oddText(random));
      store.db.exec("CREATE TABLE texts (n INTEGER PRIMARY KEY, text TEXT)");
      const add = store.db.prepare("INSERT INTO texts (text) VALUES (?)");
      for (const text of texts) add.run(text);
      const rows = store.rows<{ n: number }>("SELECT n FROM texts ORDER BY text, n");
      const sorted = [...texts.keys()].sort((a, b) => byText(texts[a] ?? "", texts[b] ?? "") || a - b);
      expect(sorted).toEqual([...rows].map(({ n }) => n - 1));
    } finally {
      store.close();
    }
  });
});
