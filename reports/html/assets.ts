import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

export interface Assets {
  readonly style: string;
  readonly script: string;
  /** Allows this style sheet and this script by their hashes, and nothing else: no request, no form, no base. */
  readonly policy: string;
}

/** The page's own style sheet and script, read from beside this file. */
export function readAssets(): Assets {
  const style = readFileSync(new URL("./style.css", import.meta.url), "utf8");
  const script = readFileSync(new URL("./script.js", import.meta.url), "utf8");
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return { style, script, policy };
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;
}
