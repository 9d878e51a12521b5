import type { Language, ReportSource, StoreInspection } from "../../src/model/index.ts";
import { codeSpan, escapeProse } from "../markdown-text.ts";
import { digits } from "../terms/digits.ts";
import {
  foundIn,
  foundTerm,
  inspectionSentence,
  inspectionText,
  mostPeople,
  worstInspections,
} from "../terms/inspection.ts";
import { placeName } from "../terms/places.ts";
import { visibleLine } from "../visible.ts";
import { within } from "./within.ts";

const mostStores = 10;
const mostCharacters = 8_000;
const longestName = 100;
const longestStatement = 240;

/** What sampling showed, the worst stores first; nothing for a run that did not look into stores. */
export function contentLines(source: ReportSource, lang: Language): readonly string[] {
  const { inspections } = source;
  if (inspections === undefined) return [];
  const { title, store, place, found, inspected, people, statement, stoppedNotice } = inspectionText;
  const shown = worstInspections(inspections).slice(0, mostStores);
  const rows = within(
    shown.map((one) => `| ${cells(source, one, lang).join(" | ")} |`),
    mostStores,
    mostCharacters,
  );
  const rest = inspections.length - rows.length;
  const more = {
    en: `${digits(rest)} more stores are in the full report.`,
    zh: `另有${digits(rest)}个存储资源，见完整报告。`,
  };
  const heads = [store, place, found, inspected, people, statement].map((head) => head[lang]);
  return [
    "",
    `### ${title[lang]}`,
    "",
    inspectionSentence(inspections)[lang],
    ...(inspections.some(({ stopped }) => stopped) ? ["", `> ${stoppedNotice[lang]}`] : []),
    ...(rows.length > 0 ? ["", `| ${heads.join(" | ")} |`, "| --- | --- | --- | ---: | ---: | --- |", ...rows] : []),
    ...(rest > 0 ? ["", more[lang]] : []),
  ];
}

function cells(source: ReportSource, one: StoreInspection, lang: Language): readonly string[] {
  const resource = source.resource(one.resource);
  const called = resource?.name ?? "";
  const found = foundTerm(foundIn(one));
  const people = mostPeople(one);
  return [
    codeSpan(visibleLine(called === "" ? one.resource : called, longestName)),
    resource === undefined ? "–" : escapeProse(placeName(resource.place)[lang]),
    `${found[lang]}${one.stopped ? `<br>${inspectionText.stopped[lang]}` : ""}`,
    `${digits(one.inspected)}/${digits(one.objects)}`,
    people === undefined ? "–" : digits(people.count),
    escapeProse(visibleLine(one.statement[lang], longestStatement)),
  ];
}
