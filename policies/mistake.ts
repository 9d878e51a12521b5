import { JingneiError } from "../src/model/index.ts";

/** One thing wrong with a policy file. */
export interface Mistake {
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
}

const mostShown = 20;

/** @throws JingneiError `config` with all mistakes, when there are any. */
export function refuseMistakes(mistakes: readonly Mistake[]): void {
  const [first] = mistakes;
  if (first === undefined) return;
  const lines = mistakes.slice(0, mostShown).map(({ file, line, message, remedy }, index) => {
    return `${file}:${line}: ${message}${mistakes.length > 1 || index > 0 ? `\n  ${remedy}` : ""}`;
  });
  const rest = mistakes.length - mostShown;
  const message = [...lines, ...(rest > 0 ? [`and ${rest} more`] : [])].join("\n");
  throw new JingneiError("config", message, mistakes.length > 1 ? "Correct these policy files." : first.remedy);
}
