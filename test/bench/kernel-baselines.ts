import { spawnSync } from "node:child_process";
import { identifierShapes } from "../support/identifier-shapes.ts";

/** Shapes of all kinds; the bytes of the Chinese characters in them stand one by one. */
const shapes = Object.values(identifierShapes).join("|");
const provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

/**
 * All shapes in one regular expression, as a program without a kernel would have it: within words too, or as words only, which is three
 * times as fast, as an address is not tried at every letter. It checks nothing.
 */
export function combinedExpression(between: "words" | "anything"): RegExp {
  return new RegExp(between === "anything" ? shapes : `(?<![0-9A-Za-z_])(?:${shapes})(?![0-9A-Za-z_])`, "g");
}

const step = 1 << 20;

/** Matches in bytes, read as latin1: decoding them as UTF-8 would take longer. */
export function countMatches(expression: RegExp, content: Buffer): number {
  let count = 0;
  for (let from = 0; from < content.length; from += step) {
    const text = content.toString("latin1", from, Math.min(from + step, content.length));
    expression.lastIndex = 0;
    while (expression.exec(text) !== null) count += 1;
  }
  return count;
}

/**
 * The same shapes for ripgrep: one thread, bytes, lines counted. ASCII word boundaries, as the Unicode ones take it out of its fast engine.
 * A plate is searched by its characters.
 */
export function ripgrepArguments(file: string): readonly string[] {
  const { plate, ...others } = identifierShapes;
  const tail = plate.slice(plate.indexOf("[A-HJ-NP-Z]")).replace(/\(\?:[^()[\]]*\)/, "[学警港澳挂领试]");
  const ascii = `(?-u:\\b)(?:${Object.values(others).join("|")})(?-u:\\b)`;
  return ["-c", "-a", "-j1", "-e", `${ascii}|[${provinces}]${tail}`, file];
}

/** Runs it and gives the processor time that it took, in milliseconds. */
export function runRipgrep(file: string): number {
  const { stdout } = spawnSync("sh", ["-c", '"$@" >/dev/null; times', "sh", "rg", ...ripgrepArguments(file)], {
    encoding: "utf8",
  });
  // The second line is that of children, user and system: 0m1.234s 0m0.056s
  const [, children = ""] = stdout.trim().split("\n");
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000, 0);
}

/** `undefined` where it is not installed. */
export function ripgrepVersion(): string | undefined {
  const { status, stdout } = spawnSync("rg", ["--version"], { encoding: "utf8" });
  return status === 0 ? stdout.split("\n")[0] : undefined;
}
