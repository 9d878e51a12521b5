import { redact } from "../collect/redact.ts";
import { JingneiError, showHiddenCharacters } from "../model/index.ts";
import { fitted } from "./fit.ts";

/**
 * What went wrong and what to do next. An error that is not ours is a bug: its message is shown without what may be secret in it,
 * its stack only when asked for.
 */
export function printError(error: unknown, stderr: NodeJS.WriteStream, withStack: boolean): void {
  stderr.write(`${fitted(printable(textOf(error, withStack)), stderr)}\n`);
}

function textOf(error: unknown, withStack: boolean): string {
  if (error instanceof JingneiError) return `error: ${error.message}\n${error.remedy}`;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const message = redact(error instanceof Error ? error.message : stack);
  if (!withStack) {
    return `error: ${message}\nThis is a bug in jingnei; please report it. With --log-level debug it says where.`;
  }
  const places = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return `error: ${message}\nThis is a bug in jingnei; please report it.\n${places.join("\n")}`;
}

/** Names and answers of others may hold control characters that rewrite the terminal: they are shown, not obeyed. */
export function printable(text: string): string {
  return text
    .split("\n")
    .map((line) => showHiddenCharacters(line, (codePoint) => `<${codePoint}>`))
    .join("\n");
}
