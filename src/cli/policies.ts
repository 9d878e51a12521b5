import { didYouMean, JingneiError, type Language, packTerms, severityTerms, verdictTerms } from "../model/index.ts";
import { askedBy } from "./asked.ts";
import type { Command, CommandContext, Flags } from "./context.ts";
import { fitted } from "./fit.ts";
import type { PolicyRoom } from "./house.ts";
import { policyText } from "./policy-text.ts";
import { printable } from "./print-error.ts";
import { loadBook, readConfig } from "./read-config.ts";
import { talkSettings } from "./settings.ts";
import { renderTable } from "./table.ts";
import { writeToStdout } from "./write-output.ts";

type Book = ReturnType<PolicyRoom["loadPolicies"]>;

/** The policies of the configuration, the user's own among them. */
export async function bookOf(context: CommandContext, flags: Flags): Promise<Book> {
  const asked = askedBy(flags, context.environment);
  return loadBook(await readConfig(asked, context.house), await context.house.policies());
}

export const listPolicies: Command = async (context, flags) => {
  const asked = askedBy(flags, context.environment);
  const { lang } = talkSettings(asked, flags, context);
  const [format = "table"] = asked.choices("format", ["table", "json"]) ?? [];
  const { policies, disabled } = await bookOf(context, flags);
  const sorted = policies.map(({ policy, file }) => ({ ...policy, file })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (format === "json") {
    await writeToStdout(
      [`${JSON.stringify({ schemaVersion: 1, policies: sorted, disabled }, null, 2)}\n`],
      context.stdout,
    );
    return 0;
  }
  const rows = sorted.map(({ id, pack, severity, verdict, title }) =>
    lang === "zh"
      ? [id, packTerms[pack].zh, severityTerms[severity].zh, verdictTerms[verdict].zh, title.zh]
      : [id, pack, severity, verdict, title.en],
  );
  const left = disabled.length === 0 ? "" : `\n${{ en: "disabled: ", zh: "已停用：" }[lang]}${disabled.join(", ")}\n`;
  const table = renderTable(listHead[lang], rows, context.stdout.columns);
  await writeToStdout([printable(table + left)], context.stdout);
  return 0;
};

const listHead = {
  en: ["policy", "pack", "severity", "verdict", "title"],
  zh: ["规则", "规则组", "优先级", "结论", "名称"],
} as const satisfies Readonly<Record<Language, readonly string[]>>;

export const showPolicy: Command = async (context, flags, [id = ""]) => {
  const { lang } = talkSettings(askedBy(flags, context.environment), flags, context);
  const book = await bookOf(context, flags);
  const found = book.policies.find(({ policy }) => policy.id === id || policy.aliases.includes(id));
  if (found === undefined) {
    const ids = book.policies.map(({ policy }) => policy.id);
    const disabled = book.disabled.includes(id) ? " It is disabled in the configuration." : didYouMean(id, ids);
    throw new JingneiError(
      "usage",
      `there is no policy "${id}".${disabled}`,
      "See `jingnei policies list` for the ids.",
    );
  }
  const text = printable(policyText(found, book, await context.house.conflicts(), lang));
  await writeToStdout([fitted(text, context.stdout)], context.stdout);
  return 0;
};

/** Exit code 1 when a case fails. */
export const testPolicies: Command = async (context, flags, ids) => {
  const room = await context.house.policies();
  const book = await bookOf(context, flags);
  const known = book.policies.map(({ policy }) => policy.id);
  for (const id of ids) {
    if (known.includes(id)) continue;
    throw new JingneiError(
      "usage",
      `there is no policy "${id}".${didYouMean(id, known)}`,
      "See `jingnei policies list` for the ids.",
    );
  }
  const results = room.testPolicies(book).filter(({ policy }) => ids.length === 0 || ids.includes(policy));
  const failed = results.filter(({ passed }) => !passed);
  const lines = failed.map(({ policy, name, detail }) => `FAILED ${policy}: ${name}: ${detail}\n`);
  const count = new Set(results.map(({ policy }) => policy)).size;
  const total = `${results.length} cases of ${count} policies, ${failed.length} failed\n`;
  await writeToStdout([...lines, total].map(printable), context.stdout);
  return failed.length > 0 ? 1 : 0;
};
