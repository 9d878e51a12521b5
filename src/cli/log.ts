import { openSync, writeSync } from "node:fs";
import { JingneiError, type RunEvent } from "../model/index.ts";
import { printable } from "./print-error.ts";
import { type LogLevel, logLevels, type TalkSettings } from "./settings.ts";

export interface Log {
  write(level: LogLevel, message: string): void;
}

/**
 * Lines of what happens: to a file that only its owner may read, or to stderr.
 * @throws JingneiError `usage` when the file cannot be opened.
 */
export function createLog(
  { logLevel, logFile, quiet }: TalkSettings,
  stderr: { clear(): void; write(text: string): void },
  now: () => Date,
): Log {
  const wants = (level: LogLevel) => logLevels.indexOf(level) <= logLevels.indexOf(logLevel);
  if (logFile !== undefined) {
    const file = open(logFile);
    return {
      write(level, message) {
        if (wants(level)) writeSync(file, `${now().toISOString()} ${level} ${oneLine(message)}\n`);
      },
    };
  }
  return {
    write(level, message) {
      if (!wants(level) || (quiet && level !== "error")) return;
      stderr.clear();
      stderr.write(`${level === "warn" ? "note" : level}: ${oneLine(message)}\n`);
    },
  };
}

export function logEvent(log: Log, event: RunEvent): void {
  const [level, message] = lineOf(event);
  log.write(level, message);
}

/** What a run says, as a line of the log. */
function lineOf(event: RunEvent): readonly [LogLevel, string] {
  switch (event.kind) {
    case "notice":
      return ["warn", event.message];
    case "gap": {
      const { scope, type, region, operation, reason, detail } = event.gap;
      const where = [scope.provider, scope.account, region].filter((part) => part !== null).join(" ");
      return ["info", `gap: ${operation} of ${type} in ${where}: ${reason}: ${detail}`];
    }
    case "account":
      return ["info", `account ${event.scope.partition} ${event.scope.account}: ${event.regions} regions`];
    case "phase":
      return ["info", event.phase];
    case "planned":
      return ["info", `${event.tasks} tasks`];
    case "task":
      return ["debug", `${event.type} ${event.region ?? "global"}: ${event.done}/${event.total}`];
  }
}

function open(path: string): number {
  try {
    return openSync(path, "a", 0o600);
  } catch (error) {
    throw new JingneiError("usage", `${path} cannot be written`, "Name another file with --log-file.", error);
  }
}

function oneLine(message: string): string {
  return printable(message.replaceAll("\n", " "));
}
