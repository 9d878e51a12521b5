import {
  type Language,
  leavesCoverageComplete,
  type Reporter,
  type ReportOptions,
  type ReportSource,
} from "../../src/model/index.ts";
import { batch } from "../batch.ts";
import { jsonItems } from "../json-text.ts";
import { findingEvent } from "./finding-event.ts";
import { gapEvent } from "./gap-event.ts";

/**
 * OCSF events, a JSON array with one event to a line: a Compliance Finding (class 2003) for each finding, and one for each question
 * that went unanswered, so that a lake fed by incomplete runs does not look clean. Fields as in OCSF 1.8.0 (released 2026-03),
 * none that is deprecated there.
 */
export const ocsfReporter: Reporter = {
  id: "ocsf",
  mediaType: "application/json",
  extension: "ocsf.json",
  render: (source, options) => batch(lines(source, options)),
};

function* lines(source: ReportSource, options: ReportOptions): Generator<string> {
  yield* jsonItems(events(source, options));
  yield "\n";
}

function* events(source: ReportSource, options: ReportOptions): Generator<Readonly<Record<string, unknown>>> {
  for (const finding of source.findings()) yield findingEvent(source, finding, options);
  yield* gapEvents(source, options.lang);
}

function* gapEvents(source: ReportSource, lang: Language): Generator<Readonly<Record<string, unknown>>> {
  for (const gap of source.coverage.gaps) if (!leavesCoverageComplete(gap.reason)) yield gapEvent(source, gap, lang);
}
