import { createInterface } from "node:readline";
import type { Talk } from "./interview.ts";
import { printable } from "./print-error.ts";

/** A person at a terminal. */
export interface Terminal extends Talk {
  /** Ctrl-C was pressed. */
  readonly interrupted: () => boolean;
  close(): void;
}

/** Talks on stderr: stdout is for the product. */
export function openTerminal(stdin: NodeJS.ReadStream, stderr: NodeJS.WriteStream): Terminal {
  const lines = createInterface({ input: stdin, output: stderr, terminal: true });
  let isClosed = false;
  let isInterrupted = false;
  let waiting: ((line: string | undefined) => void) | undefined;
  // What is pasted comes in one go, before the next question is asked.
  const early: string[] = [];
  const answer = (line: string | undefined): void => {
    const resolve = waiting;
    waiting = undefined;
    resolve?.(line);
  };
  lines.on("line", (line) => {
    if (waiting === undefined) early.push(line);
    else answer(line);
  });
  lines.on("SIGINT", () => {
    isInterrupted = true;
    lines.close();
  });
  lines.on("close", () => {
    isClosed = true;
    stderr.write("\n");
    answer(undefined);
  });
  return {
    interrupted: () => isInterrupted,
    ask(prompt) {
      const next = early.shift();
      if (next !== undefined || isClosed) return Promise.resolve(isInterrupted ? undefined : next);
      return new Promise((resolve) => {
        waiting = resolve;
        lines.setPrompt(printable(prompt));
        lines.prompt();
      });
    },
    say(text) {
      if (!isClosed) stderr.write(`\n${printable(text)}\n`);
    },
    close() {
      if (!isClosed) lines.close();
    },
  };
}
