import type { InspectedObject } from "../inspect/document.ts";
import type { InspectionSummary } from "../inspect/summary.ts";
import {
  type ContentGap,
  certainConfidence,
  type DetectorId,
  dataClassTerms,
  type HeaderTopic,
  type Language,
  wrapText,
} from "../model/index.ts";
import { detectorTerms, type InspectWords, inspectWords, topicTerms } from "./inspect-words.ts";
import { printable } from "./print-error.ts";
import { renderTable } from "./table.ts";

/** Rows that a terminal shows; the JSON has all. */
const mostRows = 1_000;
const mostGaps = 20;
/** Names of columns that a row shows. */
const mostNames = 3;

/** Gathers what a person reads at a terminal: what was found where, what could not be read, how sure that makes. */
export interface InspectionTable {
  take(object: InspectedObject): void;
  /** @param width columns of the terminal; left out = as wide as it gets. */
  render(summary: InspectionSummary, lang: Language, width?: number): string;
}

export function inspectionTable(): InspectionTable {
  const found: InspectedObject[] = [];
  const gaps: ContentGap[] = [];
  let [quiet, dropped, moreGaps] = [0, 0, 0];

  function miss(gap: ContentGap): void {
    if (gap.reason === "skipped") return;
    if (gaps.length < mostGaps) gaps.push(gap);
    else moreGaps += 1;
  }

  return {
    take(object) {
      for (const gap of object.gaps) miss(gap);
      const isUnopened = object.gaps.length > 0 && object.inspectedBytes === 0;
      if (isUnopened) return;
      if (object.class === "unclassified" && Object.keys(object.detectors).length === 0) quiet += 1;
      else if (found.length < mostRows) found.push(object);
      else dropped += 1;
    },
    render(summary, lang, width) {
      const words = inspectWords[lang];
      const rows = found.map((object) => rowOf(object, lang, words));
      const table = rows.length === 0 ? [] : [renderTable(words.head, rows, width).trimEnd()];
      const rest = [...(dropped === 0 ? [] : [words.more(dropped)]), ...(quiet === 0 ? [] : [words.nothing(quiet)])];
      const unread = [
        ...gaps.map(({ path, reason, detail }) => words.gap(path, reason, detail)),
        ...(moreGaps === 0 ? [] : [`  ${words.more(moreGaps)}`]),
      ];
      const blocks = [
        [...table, ...rest],
        unread.length === 0 ? [] : [words.unread, ...unread],
        width === undefined ? [summary.statements[lang]] : wrapText(summary.statements[lang], width),
      ];
      return blocks
        .filter((block) => block.length > 0)
        .map((block) => `${printable(block.join("\n"))}\n`)
        .join("\n");
    },
  };
}

function rowOf(object: InspectedObject, lang: Language, words: InspectWords): readonly string[] {
  const format = [...object.wrappers, object.format].join("/") + (object.partial ? words.part : "");
  const path = object.members === 0 ? object.path : `${object.path}${words.members(object.members)}`;
  const isHint = object.class !== "unclassified" && object.confidence < certainConfidence;
  const held = dataClassTerms[object.class][lang] + (isHint ? words.hint : "");
  return [path, format, held, foundIn(object, lang, words)];
}

function foundIn(object: InspectedObject, lang: Language, words: InspectWords): string {
  const detectors = Object.entries(object.detectors).sort(([, a], [, b]) => b.confidence - a.confidence);
  const told = detectors.map(([id, { matches }]) => {
    const names = object.columns.filter(({ detector }) => detector === id).map(({ name }) => name);
    const some = [...new Set(names)].slice(0, mostNames).join(", ");
    const what = words.counted(matches, detectorTerms[id as DetectorId][lang]);
    return some === "" ? what : what + words.within(some);
  });
  const topics = Object.entries(object.topics).map(([topic, names]) =>
    words.spoken(topicTerms[topic as HeaderTopic][lang], names.slice(0, mostNames).join(", ")),
  );
  const marks = object.marks.map(({ detail }) => detail);
  return [...new Set([...marks, ...told, ...topics])].join("; ");
}
