import type { Reporter, ReportSource } from "../model/index.ts";
import { worstOpen } from "./baseline.ts";
import type { CommandContext } from "./context.ts";
import { exitCodeOf, type Outcome } from "./exit-code.ts";
import { defaultFolder, type OutputSettings } from "./output-settings.ts";
import { printable } from "./print-error.ts";
import type { TalkSettings, VerdictSettings } from "./settings.ts";
import { closingWords } from "./words.ts";
import { writeReports } from "./write-output.ts";

export interface Finish {
  readonly context: CommandContext;
  readonly talk: TalkSettings;
  readonly output: OutputSettings;
  readonly reporters: Readonly<Record<string, () => Promise<Reporter>>>;
  readonly verdict: VerdictSettings;
  /** Files that could not be read, of how many: the others were judged, the command fails all the same. */
  readonly unread?: { readonly count: number; readonly of: number };
  /** Called when the reports are written, before anything is said. */
  readonly written?: () => void;
}

/** Writes the reports, says what came of it, and how the command ends. */
export async function finish(
  source: ReportSource,
  { context, talk, output, reporters, verdict, unread = { count: 0, of: 0 }, written = () => undefined }: Finish,
): Promise<number> {
  const compared = verdict.baseline !== undefined;
  const { stdout } = context;
  const files = await writeReports(source, { output, reporters, lang: talk.lang, compared, stdout });
  written();
  const outcome: Outcome = {
    worstOpen: worstOpen(source, compared),
    failOn: verdict.failOn,
    complete: source.coverage.complete,
    allowIncomplete: verdict.allowIncomplete,
    interrupted: source.run.interrupted === true,
    unread,
  };
  const code = exitCodeOf(outcome);
  if (!talk.quiet) {
    const { stderr } = context;
    const width = Math.min(stderr.columns || 100, 160);
    stderr.write(
      await context.house.renderSummary(source, {
        width,
        color: talk.color,
        lang: talk.lang,
        run: keptRun(source, output),
      }),
    );
    for (const line of closingWords(source, outcome, files, talk.lang)) stderr.write(`${printable(line)}\n`);
  }
  return code;
}

/** Where `explain` finds the run: scans are kept, of a check nothing is left but its report.json. */
function keptRun({ run }: ReportSource, output: OutputSettings): string | null | undefined {
  if (run.mode === "scan") return undefined;
  if (output.kind === "stdout" || !output.formats.includes("json")) return null;
  return output.path === defaultFolder ? undefined : output.path;
}
