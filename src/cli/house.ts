import type { Conflict } from "../../policies/conflicts.ts";
import type { CaseResult, PolicyBook, PolicyOptions } from "../../policies/index.ts";
import type { ContentRules, Language, Reporter, ReportSource, TemplateProvider } from "../model/index.ts";
import type { ProviderRegistry } from "../run/index.ts";

export interface SummaryOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
  readonly lang: Language;
  /** What `explain` has to be told to find the run: nothing where it looks by itself, `null` where none was kept. */
  readonly run?: string | null | undefined;
}

/** What the command line asks of policies/. */
export interface PolicyRoom {
  loadPolicies(options?: PolicyOptions): PolicyBook;
  testPolicies(book: PolicyBook): readonly CaseResult[];
}

/** The registries as the composition root hands them over. Each loads when it is asked for, so that `--help` loads none. */
export interface House {
  providers(): Promise<ProviderRegistry>;
  /** Providers as far as templates need them. */
  templates(): Promise<Readonly<Record<string, () => Promise<TemplateProvider>>>>;
  /** Format, as `--format` spells it, to its reporter. */
  reporters(): Promise<Readonly<Record<string, () => Promise<Reporter>>>>;
  renderSummary(source: ReportSource, options: SummaryOptions): Promise<string>;
  /** Reads a `report.json` back; `file` is what its errors call it. */
  readReport(text: string, file: string): Promise<ReportSource>;
  policies(): Promise<PolicyRoom>;
  /** What the content of a file stands for. */
  contentRules(): Promise<ContentRules>;
  /** Rules of other tools that ask for the opposite of a fix. */
  conflicts(): Promise<readonly Conflict[]>;
}
