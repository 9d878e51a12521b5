import { type Language, languages } from "../model/index.ts";
import type { Asked } from "./asked.ts";
import type { CommandContext } from "./context.ts";
import type { FailOn } from "./exit-code.ts";

export const logLevels = ["error", "warn", "info", "debug"] as const;
export type LogLevel = (typeof logLevels)[number];

/** How a command talks. */
export interface TalkSettings {
  readonly lang: Language;
  readonly quiet: boolean;
  readonly color: boolean;
  readonly logLevel: LogLevel;
  readonly logFile: string | undefined;
}

export function talkSettings(asked: Asked, flags: { readonly color?: unknown }, context: CommandContext): TalkSettings {
  const logFile = asked.text("log-file");
  return {
    lang: asked.choice("lang", languages) ?? "en",
    quiet: asked.isSet("quiet"),
    color:
      flags.color !== false &&
      !asked.isSet("no-color") &&
      (context.environment["NO_COLOR"] ?? "") === "" &&
      context.stderr.isTTY === true &&
      context.environment["TERM"] !== "dumb",
    logLevel: asked.choice("log-level", logLevels) ?? (logFile === undefined ? "warn" : "info"),
    logFile,
  };
}

const failOnWords = ["critical", "high", "medium", "low", "never"] as const satisfies readonly FailOn[];

export interface VerdictSettings {
  readonly failOn: FailOn;
  readonly allowIncomplete: boolean;
  /** File of an earlier report. */
  readonly baseline: string | undefined;
}

export function verdictSettings(asked: Asked): VerdictSettings {
  return {
    failOn: asked.choice("fail-on", failOnWords) ?? "high",
    allowIncomplete: asked.isSet("allow-incomplete"),
    baseline: asked.text("baseline"),
  };
}
