import { edgeKindTerms, isAtLeast, type Language, severityTerms, type Text } from "../model/index.ts";
import { type Compared, type Comparison, compareReports, comparisons } from "../run/compare.ts";
import { askedBy } from "./asked.ts";
import type { Command } from "./context.ts";
import { findRun } from "./find-run.ts";
import { colon } from "./law-text.ts";
import { printable } from "./print-error.ts";
import { storeFolder } from "./run-store.ts";
import { talkSettings, verdictSettings } from "./settings.ts";
import { writeToStdout } from "./write-output.ts";

/** Two reports side by side: what is new, what stays open, what is fixed, and what was not seen this time. */
export const diffCommand: Command = async (context, flags, [older = "", newer = ""]) => {
  const { house, environment, stdout } = context;
  const asked = askedBy(flags, environment);
  const talk = talkSettings(asked, flags, context);
  const { failOn } = verdictSettings(asked);
  const [format = "table"] = asked.choices("format", ["table", "json"]) ?? [];
  const folder = storeFolder(asked);
  const [before, after] = [await findRun(older, folder, house), await findRun(newer, folder, house)];
  try {
    const compared = compareReports(before.source, after.source);
    const text =
      format === "json" ? jsonOf(compared, before.source.run.id, after.source.run.id) : tableOf(compared, talk.lang);
    await writeToStdout([text], stdout);
    const fails = compared.some(
      ({ comparison, finding }) => comparison === "new" && failOn !== "never" && isAtLeast(finding.severity, failOn),
    );
    return fails ? 1 : 0;
  } finally {
    before.close();
    after.close();
  }
};

const titles: Readonly<Record<Comparison, Text>> = {
  new: { en: "New", zh: "新增" },
  open: { en: "Still open", zh: "仍待处理" },
  fixed: { en: "Fixed", zh: "已解决" },
  unknown: { en: "Not seen this time", zh: "本次未能查看" },
};

function tableOf(compared: readonly Compared[], lang: Language): string {
  const sections = comparisons.map((comparison) => {
    const found = compared.filter((one) => one.comparison === comparison);
    const lines = comparison === "open" ? [] : found.map((one) => lineOf(one, lang));
    return [`${titles[comparison][lang]}${colon[lang]}${found.length}`, ...lines].join("\n");
  });
  return `${printable(sections.join("\n\n"))}\n`;
}

function lineOf({ finding, why }: Compared, lang: Language): string {
  const { policy, severity, resource, subject, edge, memberCount, id } = finding;
  const about = resource ?? `${subject?.kind ?? ""} ${subject?.id ?? ""} (${memberCount})`;
  const flow =
    edge === null ? "" : ` ${edgeKindTerms[edge.kind][lang]} ${edge.to ?? edge.party ?? finding.place.region ?? ""}`;
  const reason = why === undefined ? "" : `\n      ${why}`;
  return `  ${severityTerms[severity][lang]}  ${policy}  ${about}${flow.trimEnd()}  ${id}${reason}`;
}

function jsonOf(compared: readonly Compared[], older: string, newer: string): string {
  const findings = compared.map(({ comparison, finding, why }) => ({
    status: comparison,
    ...(why === undefined ? {} : { why }),
    id: finding.id,
    policy: finding.policy,
    severity: finding.severity,
    verdict: finding.verdict,
    resource: finding.resource,
    subject: finding.subject,
    edge: finding.edge,
    place: finding.place,
    message: finding.message,
  }));
  const counts = Object.fromEntries(
    comparisons.map((name) => [name, compared.filter(({ comparison }) => comparison === name).length]),
  );
  return `${JSON.stringify({ schemaVersion: 1, old: older, new: newer, counts, findings }, null, 2)}\n`;
}
