import type { Conflict } from "../../policies/conflicts.ts";
import { isOpen, type Language, matchesGlob, type ReportResource, type StreamedFinding } from "../model/index.ts";

/** What stands for `{…}` in a mute entry. */
type Fill = Readonly<Record<"account" | "region" | "name" | "namePattern" | "id" | "reason", string>>;

/** Before there is a resource, the entry shows what goes where. */
const blank: Fill = {
  account: "ACCOUNT",
  region: "REGION",
  name: "NAME",
  namePattern: "^NAME$",
  id: "RESOURCE_ID",
  reason: "data residency",
};

/** Rules of other tools that ask for what the fix of this policy takes away, each with its mute entry. */
export function conflictsOfPolicy(policy: string, conflicts: readonly Conflict[], lang: Language): readonly string[] {
  return conflicts
    .filter(({ policies }) => policies.some((glob) => matchesGlob(glob, policy)))
    .flatMap((conflict) => linesOf(conflict, blank, lang));
}

/** The same for one finding, filled in for its resource. A finding that asks for no fix has none. */
export function conflictsOfFinding(
  finding: StreamedFinding,
  resource: ReportResource | undefined,
  conflicts: readonly Conflict[],
  lang: Language,
): readonly string[] {
  const { edge, policy, related, verdict } = finding;
  if (resource === undefined || edge === null || !isOpen(verdict)) return [];
  const fill: Fill = {
    account: resource.account,
    region: resource.place.region ?? "*",
    name: resource.name,
    namePattern: `^${resource.name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`,
    id: resource.id,
    reason: `data residency, ${policy}, jingnei ${finding.id}`,
  };
  const ids = [policy, ...related];
  return conflicts
    .filter(
      ({ kinds, types, policies }) =>
        kinds.includes(edge.kind) &&
        types.some((glob) => matchesGlob(glob, resource.type)) &&
        policies.some((glob) => ids.some((id) => matchesGlob(glob, id))),
    )
    .flatMap((conflict) => linesOf(conflict, fill, lang));
}

function linesOf({ tool, rule, wants, mute, source, asOf }: Conflict, fill: Fill, lang: Language): readonly string[] {
  return [
    `${tool} ${rule}: ${wants[lang]} (${asOf}: ${source})`,
    `  ${mute.where[lang]}${lang === "zh" ? "：" : ":"}`,
    ...filled(mute, fill)
      .trimEnd()
      .split("\n")
      .map((line) => `    ${line}`),
  ];
}

function filled({ text, form }: Conflict["mute"], fill: Fill): string {
  return text.replaceAll(/\{(account|region|name|namePattern|id|reason)\}/g, (_, name: keyof Fill) =>
    quoted(fill[name], form),
  );
}

/** Names are anybody's text, and the entry is made to be pasted: it must stay what it is there. */
function quoted(value: string, form: Conflict["mute"]["form"]): string {
  switch (form) {
    case "yaml":
      return JSON.stringify(value);
    case "shell":
      return /^[\w./:@=+-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
    case "comment":
    case "plain":
      return value.replaceAll(/\s+/g, " ");
  }
}
