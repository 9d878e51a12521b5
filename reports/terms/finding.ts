import {
  accountTerm,
  citationOf,
  edgeKindTerms,
  groundTerms,
  mechanismTerms,
  missingFactTerms,
  type ReportSource,
  type StreamedFinding,
  type Text,
} from "../../src/model/index.ts";
import { subjectTerms } from "./data.ts";
import { digits, plural } from "./digits.ts";
import { placeName } from "./places.ts";

/** What a finding is about: the resource's name, its id where it has none, or the account, platform or operator. */
export function nameOf(
  source: ReportSource,
  { resource, subject }: Pick<StreamedFinding, "resource" | "subject">,
): Text {
  if (resource !== null) {
    const name = source.resource(resource)?.name ?? "";
    return same(name === "" ? resource : name);
  }
  if (subject === null || subject.kind === "operator") return subjectTerms.operator;
  const kind = Object.entries(subjectTerms).find(([kind]) => kind === subject.kind)?.[1] ?? same(subject.kind);
  const id = accountTerm(subject.id);
  return { en: `${kind.en} ${id.en}`, zh: `${kind.zh} ${id.zh}`.replace(" （", "（") };
}

/** "replicates to Hong Kong SAR (ap-east-1)", "shared with 111122223333 (Singapore, ap-southeast-1)"; empty where nothing flows. */
export function whereOf(finding: Pick<StreamedFinding, "edge" | "place" | "memberCount">): Text {
  if (finding.memberCount > 0) {
    return { en: plural(finding.memberCount, "resource", "resources"), zh: `${digits(finding.memberCount)}个资源` };
  }
  if (finding.edge === null) return same("");
  const { kind, party } = finding.edge;
  const to = edgeKindTerms[kind];
  if (party === "*") return { en: `${to.en} everyone`, zh: `${to.zh}任何人` };
  const place = placeName(finding.place);
  const isLocated = finding.place.jurisdiction !== "unknown";
  const region = finding.place.region === null ? [] : [same(finding.place.region)];
  // What is known comes first; that nothing more is known stands beside it.
  const [first, ...more] = [...(party === null ? [] : [same(party)]), ...(isLocated ? [place, ...region] : region)];
  if (first === undefined) return { en: `${to.en}: ${place.en}`, zh: `${to.zh}（${place.zh}）` };
  const aside = isLocated ? more : [...more, place];
  if (aside.length === 0) return { en: `${to.en} ${first.en}`, zh: `${to.zh}${first.zh}` };
  return {
    en: `${to.en} ${first.en} (${aside.map(({ en }) => en).join(", ")})`,
    zh: `${to.zh}${first.zh}（${aside.map(({ zh }) => zh).join("，")}）`,
  };
}

/** Facts that a person has to supply, in words, with the name that `jingnei.yaml` and the rules know them by. */
export function missingOf({ missing }: StreamedFinding): Text {
  const words = missing.map((fact) => ({ fact, term: missingFactTerms[fact] }));
  return {
    en: words.map(({ fact, term }) => (term === undefined ? fact : `${term.en} (${fact})`)).join("; "),
    zh: words.map(({ fact, term }) => (term === undefined ? fact : `${term.zh}（${fact}）`)).join("；"),
  };
}

/** The recorded route that a finding rests on: declared, never verified by the tool. */
export function approvalOf({ approval }: StreamedFinding): Text {
  if (approval === null) return same("");
  const mechanism = mechanismTerms[approval.mechanism];
  const ground = approval.ground === undefined ? undefined : groundTerms[approval.ground];
  const { expires } = approval;
  return {
    en: `${approval.id}: ${mechanism.en}${ground === undefined ? "" : ` (${ground.en})`}${expires === undefined ? "" : `, valid until ${expires}`}; declared, not verified`,
    zh: `${approval.id}：${mechanism.zh}${ground === undefined ? "" : `（${ground.zh}）`}${expires === undefined ? "" : `，有效期至${expires}`}；申明事项，工具未核验`,
  };
}

/** "Cybersecurity Law (CSL) art. 39: storage in the mainland", one to a provision. */
export function lawsOf({ basis }: Pick<StreamedFinding, "basis">): readonly Text[] {
  return basis.map((one) => {
    const citation = citationOf(one);
    return { en: `${citation.en}: ${one.title.en}`, zh: `${citation.zh}：${one.title.zh}` };
  });
}

function same(text: string): Text {
  return { en: text, zh: text };
}
