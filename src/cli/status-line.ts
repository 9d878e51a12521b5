import { beginningOf } from "../model/index.ts";

export interface StatusSettings {
  readonly quiet: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** One line that is drawn again and again. */
export interface StatusLine {
  /** Asks for the text only when it is time to draw; `now` = in any case. */
  draw(text: (width: number) => string, now?: true): void;
  /** Wipes the line, so that something else can be written. */
  clear(): void;
}

/** Milliseconds between two drawings: a terminal needs no more, and writing costs time. */
const interval = 100;

/** Draws on a terminal only; a log of a build gets no moving line. */
export function createStatusLine(
  stderr: NodeJS.WriteStream,
  { quiet, environment }: StatusSettings,
  now: () => number,
): StatusLine {
  const { CI: ci, TERM: term } = environment;
  if (quiet || stderr.isTTY !== true || (ci ?? "") !== "" || term === "dumb") {
    return { draw: () => undefined, clear: () => undefined };
  }
  let drawnAt = Number.NEGATIVE_INFINITY;
  let isDrawn = false;
  return {
    draw(text, anyway) {
      if (anyway !== true && now() - drawnAt < interval) return;
      drawnAt = now();
      isDrawn = true;
      const width = Math.max((stderr.columns || 80) - 1, 20);
      stderr.write(`\r\u001b[2K${beginningOf(text(width), width)}`);
    },
    clear() {
      if (isDrawn) stderr.write("\r\u001b[2K");
      isDrawn = false;
      drawnAt = Number.NEGATIVE_INFINITY;
    },
  };
}
