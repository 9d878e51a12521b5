import { CommanderError, type Option, Command as Program } from "commander";
import type { Command, CommandContext, Flags } from "./context.ts";
import { failure, wantsStack } from "./failure.ts";
import {
  checkFlags,
  configFlag,
  everyCallFlag,
  failOnFlag,
  inspectFlags,
  listFormatFlag,
  outputFlags,
  permissionFlags,
  runFlag,
  scanFlags,
  selectFlags,
  storeFlag,
  talkFlags,
  verdictFlags,
} from "./flags.ts";
import type { House } from "./house.ts";

interface Declaration {
  /** As it is typed, with its arguments. */
  readonly usage: string;
  readonly summary: string;
  readonly flags: readonly Option[];
  /** Its code loads when it runs. */
  readonly load: () => Promise<Command>;
}

const commands = (): readonly Declaration[] => [
  {
    usage: "demo",
    summary: "scan a sample estate on loopback: no credentials, no network",
    flags: [...outputFlags()],
    load: async () => (await import("./demo.ts")).demoCommand,
  },
  {
    usage: "scan",
    summary: "scan the clouds that jingnei.yaml names",
    flags: [configFlag(), ...outputFlags(), ...verdictFlags(), ...scanFlags(), storeFlag()],
    load: async () => (await import("./scan.ts")).scanCommand,
  },
  {
    usage: "check <plan...>",
    summary: "judge an infrastructure change before it is applied: Terraform, CloudFormation, ARM, ROS",
    flags: [configFlag(), ...outputFlags(), ...verdictFlags(), ...checkFlags()],
    load: async () => (await import("./check.ts")).checkCommand,
  },
  {
    usage: "inspect <path...>",
    summary: "say which personal and important data files or folders of this machine hold",
    flags: inspectFlags(),
    load: async () => (await import("./inspect.ts")).inspectCommand,
  },
  {
    usage: "report <run>",
    summary: "render a finished run again: a run id, a folder or a report.json",
    flags: [...outputFlags(), ...verdictFlags(), storeFlag()],
    load: async () => (await import("./report.ts")).reportCommand,
  },
  {
    usage: "diff <old> <new>",
    summary: "compare two reports: what is new, open, fixed, or was not seen this time",
    flags: [listFormatFlag(), failOnFlag(), storeFlag()],
    load: async () => (await import("./diff.ts")).diffCommand,
  },
  {
    usage: "explain <id>",
    summary: "show what a finding rests on, or the law and cases of a policy",
    flags: [configFlag(), runFlag(), storeFlag()],
    load: async () => (await import("./explain.ts")).explainCommand,
  },
  {
    usage: "permissions <provider>",
    summary: "print the policy document with the least that a scan needs",
    flags: permissionFlags(),
    load: async () => (await import("./permissions.ts")).permissionsCommand,
  },
  {
    usage: "preflight",
    summary: "before a scan: try identity, regions and every permission",
    flags: [configFlag(), listFormatFlag(), everyCallFlag(), ...selectFlags()],
    load: async () => (await import("./preflight.ts")).preflightCommand,
  },
  {
    usage: "regions [provider]",
    summary: "show which jurisdiction each region lies in, and by what source",
    flags: [listFormatFlag()],
    load: async () => (await import("./regions.ts")).regionsCommand,
  },
  {
    usage: "init",
    summary: "ask for what only you know, and write a commented jingnei.yaml",
    flags: [configFlag()],
    load: async () => (await import("./init.ts")).initCommand,
  },
];

const policyCommands = (): readonly Declaration[] => [
  {
    usage: "list",
    summary: "list the policies in force here",
    flags: [configFlag(), listFormatFlag()],
    load: async () => (await import("./policies.ts")).listPolicies,
  },
  {
    usage: "show <id>",
    summary: "show one: its condition, law, remediation and cases",
    flags: [configFlag()],
    load: async () => (await import("./policies.ts")).showPolicy,
  },
  {
    usage: "test [ids...]",
    summary: "run the cases of every policy, or of those named",
    flags: [configFlag()],
    load: async () => (await import("./policies.ts")).testPolicies,
  },
];

/** Runs the command line and says its exit code; every error has been printed by then. */
export async function runCommandLine(argv: readonly string[], house: House): Promise<number> {
  const { env: environment, stdout, stderr } = process;
  const context: CommandContext = {
    house,
    environment,
    stdout,
    stderr,
    get stdin() {
      return process.stdin;
    },
  };
  let code = 0;
  const failed: Failed = {};
  const program = settle(new Program("jingnei"), failed)
    .description(
      "Which personal or important data lies or goes outside Mainland China, and what the law says about it.",
    )
    .usage("<command> [flags]")
    .helpCommand("help [command]", helpOfCommand)
    .option("-V, --version", "print the version");
  const chinese = speaksChinese(argv, environment) ? await import("./help-in-chinese.ts") : undefined;
  program.addHelpText("after", chinese?.chineseFooter ?? footer);

  const run: Run = async (command, flags, args) => {
    if (flags["quiet"] !== true) {
      const { warnOfUnknownVariables } = await import("./unknown-variables.ts");
      warnOfUnknownVariables(context, flagNames(program));
    }
    code = await command(context, flags, args);
  };
  for (const declaration of commands()) declare(program, declaration, failed, run);
  const policies = settle(program.command("policies"), failed)
    .description("the catalogue of rules: list, show, test")
    .helpCommand("help [command]", helpOfCommand);
  for (const declaration of policyCommands()) declare(policies, declaration, failed, run);
  chinese?.helpInChinese(program);

  try {
    if (argv[0] === "--version" || argv[0] === "-V") await printVersion(context);
    else await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    // The help has been printed: a command was missing.
    if (error instanceof CommanderError && error.code === "commander.help") return failure;
    await report(error, failed, argv, context);
    return failure;
  }
}

type Run = (command: Command, flags: Flags, args: readonly string[]) => Promise<void>;

/** Which command's words were not understood. */
interface Failed {
  command?: Program;
}

function declare(parent: Program, { usage, summary, flags, load }: Declaration, failed: Failed, run: Run): void {
  const command = settle(parent.command(usage), failed).description(summary);
  for (const option of [...flags, ...talkFlags()]) command.addOption(option);
  command.action(async (...given: readonly unknown[]) => {
    // Commander adds the flags and the command itself behind the arguments.
    const args = given.slice(0, -2).flat();
    await run(
      await load(),
      command.opts(),
      args.filter((arg) => typeof arg === "string"),
    );
  });
}

/** Commander only understands the words; what is said about those it does not is ours (usage-error.ts). */
function settle(command: Program, failed: Failed): Program {
  return command
    .helpOption("-h, --help", "show this help")
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: () => undefined })
    .exitOverride((error) => {
      failed.command = command;
      throw error;
    });
}

/** Help is asked for before flags are read; a language that does not exist is told of when they are. */
function speaksChinese(argv: readonly string[], environment: NodeJS.ProcessEnv): boolean {
  const given = argv.findLast((arg, index) => arg.startsWith("--lang=") || argv[index - 1] === "--lang");
  return (given?.replace("--lang=", "") ?? environment["JINGNEI_LANG"]) === "zh";
}

async function report(error: unknown, failed: Failed, argv: readonly string[], context: CommandContext): Promise<void> {
  const { printError } = await import("./print-error.ts");
  if (error instanceof CommanderError && failed.command !== undefined) {
    const { usageError } = await import("./usage-error.ts");
    printError(usageError(error, failed.command), context.stderr, false);
  } else {
    printError(error, context.stderr, wantsStack(argv, context.environment));
  }
}

async function printVersion({ stdout }: CommandContext): Promise<void> {
  const { packageVersion } = await import("../run/tool-info.ts");
  stdout.write(`${packageVersion()}\n`);
}

/** Names of all flags of all commands, without dashes. */
function flagNames(program: Program): readonly string[] {
  return [program, ...program.commands].flatMap((command) => [
    ...command.options.flatMap(({ long }) => (long == null ? [] : [long.slice(2)])),
    ...(command === program ? [] : flagNames(command)),
  ]);
}

const helpOfCommand = "show the help of a command";

const footer = `
Every flag can be set in the environment too: --fail-on as JINGNEI_FAIL_ON.
The command line wins.

Exit codes:
  0    complete, nothing open at or above --fail-on
  1    open findings at or above --fail-on (with --baseline: new ones)
  2    usage, configuration or tool failure
  3    coverage incomplete
  130  interrupted
preflight: 0 nothing denied, 1 something denied or unreachable, others as above`;
