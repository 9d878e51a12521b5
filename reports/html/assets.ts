import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

export interface Assets {
  readonly style: string;
  readonly script: string;
  /** Allows this style sheet and this script by their hashes, and nothing else: no request, no form, no base. */
  readonly policy: string;
}

/** In the order of the cascade. */
const styles = [
  "colours",
  "base",
  "opening",
  "sections",
  "tables",
  "inspections",
  "flows",
  "filter",
  "findings",
  "phone",
  "print",
] as const;

/** The page's own style sheet and script, read from beside this file. */
export function readAssets(): Assets {
  const style = styles.map((part) => read(`./style/${part}.css`)).join("\n");
  const script = read("./script.js");
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return { style, script, policy };
}

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), "utf8");
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;
}
