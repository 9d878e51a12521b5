import { Option } from "commander";

/**
 * Flags as they stand in the help. Values are checked when a command runs (asked.ts), where the environment is read too; so a flag
 * here has no default of its own.
 */
const flag = (text: string, description: string) => new Option(text, description);

/** Repeatable, and each may be a comma-separated list. */
const list = (text: string, description: string) =>
  new Option(text, description).argParser((value: string, earlier: readonly string[] | undefined) => [
    ...(earlier ?? []),
    value,
  ]);

export const configFlag = () => flag("--config <file>", "configuration (default: jingnei.yaml, where there is one)");

export const listFormatFlag = () => flag("--format <format>", "table or json (default: table)");

export const everyCallFlag = () => flag("--all", "show every call, not only those that were denied or failed");

export const runFlag = () =>
  flag("--run <run>", "the run to look in (default: the last report, then the runs kept here)");

export const talkFlags = () => [
  flag("--lang <language>", "en or zh (default: en)"),
  flag("--quiet", "say nothing but errors"),
  flag("--no-color", "no colours (NO_COLOR is honoured too)"),
  flag("--log-level <level>", "error, warn, info or debug (default: warn; info with --log-file)"),
  flag("--log-file <file>", "write the log there instead of to stderr"),
];

export const outputFlags = () => [
  flag("--output <dir>", "where the reports go; - is stdout, for one format (default: jingnei-report)"),
  list("--format <list>", "json, html, sarif, junit, csv, ocsf, markdown (default: json,html)"),
];

export const failOnFlag = () =>
  flag(
    "--fail-on <severity>",
    "critical, high, medium, low or never: new findings that end with code 1 (default: high)",
  );

export const verdictFlags = () => [
  flag("--fail-on <severity>", "critical, high, medium, low or never: findings that end with code 1 (default: high)"),
  flag("--allow-incomplete", "end with code 0 instead of 3 where coverage is incomplete"),
  flag("--baseline <file>", "an earlier report.json: only findings that are new since then end with code 1"),
];

export const storeFlag = () => flag("--store <dir>", "where runs are kept (default: .jingnei)");

export const selectFlags = () => [
  list("--only <globs>", "resource types or regions to scan, such as aws/s3/* or cn-*"),
  list("--skip <globs>", "resource types or regions to leave out; the report says so"),
];

export const permissionFlags = () => [
  list("--only <globs>", "resource types that are to be scanned, such as aws/s3/* (default: all)"),
  list("--skip <globs>", "resource types that are not"),
  list("--with <settings>", "for sources with these keys, as in jingnei.yaml, such as role=Audit"),
  flag("--output <dir>", "write each document to a file there (default: -, which is stdout)"),
  flag("--inspect", "for reading samples of content too"),
];

export const checkFlags = () => [
  flag("--region <region>", "where a template does not say where it goes"),
  list("--parameters <key=value>", "parameters of a template, or a JSON file of them; repeatable"),
  flag(
    "--source <dir>",
    "the Terraform files behind a plan: findings name file and line, policies of a first plan are read",
  ),
  flag("--estate <file>", "report.json of the last scan: what the change only refers to"),
  flag("--as-of <date>", "apply the law and approvals of this day, YYYY-MM-DD (default: today in Shanghai)"),
  flag("--what-if <status>", "ciio or non-ciio: say besides what a designation as CIIO, or none, would change"),
];

export const scanFlags = () => [
  flag("--resume [run]", "go on with an interrupted run (default: the latest)"),
  flag("--inspect", "read samples of what stores hold, and class them by it"),
  flag("--runs-in <place>", "mainland or outside: where this runs, for --inspect"),
  flag("--dry-run", "print the calls of each source and make none"),
  ...selectFlags(),
  flag("--as-of <date>", "apply the law and approvals of this day, YYYY-MM-DD (default: today in Shanghai)"),
  flag("--what-if <status>", "ciio or non-ciio: say besides what a designation as CIIO, or none, would change"),
  flag("--concurrency <n>", "calls at a time per account, region and service"),
];

export const inspectFlags = () => [
  listFormatFlag(),
  flag("--output <dir>", "write inspection.json or inspection.txt there (default: -, which is stdout)"),
  flag("--profile <profile>", "strict, or gbt45574: whose list of sensitive personal information (default: strict)"),
  flag("--seed <text>", "salt of the counts of distinct people (default: another each time)"),
  flag("--threads <n>", "threads (default: one per processor, at most 8)"),
  flag("--allow-incomplete", "end with code 0 instead of 3 where something could not be read"),
];
