/** Where a text stops being JSON. Lines and columns count from 1. */
export interface SyntaxPlace {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
}

const string = /"(?:[ !#-[\]-\u{10ffff}]|\\["\\/bfnrt]|\\u[\da-fA-F]{4})*"/u.source;
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/u.source;
const token = `[ \\t\\r\\n]*(?:([{}\\[\\],:])|(${string})|${scalar})`;

/**
 * Finds the first place at which `text` breaks JSON's grammar; `undefined` when it does not. `JSON.parse` says only for
 * some errors where they are, and prints a piece of the file into the message for others.
 */
export function findSyntaxError(text: string): SyntaxPlace | undefined {
  const scanner = new RegExp(token, "uy");
  const open: ("{" | "[")[] = [];
  let want: Want = "value";
  let at = 0;
  while (want !== "end") {
    scanner.lastIndex = at;
    const match = scanner.exec(text);
    const next: Want | undefined =
      match === null ? undefined : step(want, open, match[1] ?? (match[2] === undefined ? "scalar" : "string"));
    if (next === undefined) return placeOf(text, at, words[want]);
    at = scanner.lastIndex;
    want = next;
  }
  return text.slice(at).trim() === "" ? undefined : placeOf(text, at, words.end);
}

type Want = "value" | "value or ]" | "key" | "key or }" | "colon" | "comma or close" | "end";

const words: Readonly<Record<Want, string>> = {
  value: "a value",
  "value or ]": "a value or ]",
  key: "a key in double quotes",
  "key or }": "a key in double quotes or }",
  colon: "a colon",
  "comma or close": "a comma or a closing bracket",
  end: "the end of the file",
};

function step(want: Want, open: ("{" | "[")[], found: string): Want | undefined {
  const closes = (found === "}" && open.at(-1) === "{") || (found === "]" && open.at(-1) === "[");
  if (closes && (want === "comma or close" || want === "value or ]" || want === "key or }")) {
    open.pop();
    return open.length === 0 ? "end" : "comma or close";
  }
  if (want === "colon") return found === ":" ? "value" : undefined;
  if (want === "comma or close") return found === "," ? (open.at(-1) === "{" ? "key" : "value") : undefined;
  if (want === "key" || want === "key or }") return found === "string" ? "colon" : undefined;
  if (found === "{" || found === "[") {
    open.push(found);
    return found === "{" ? "key or }" : "value or ]";
  }
  if (found !== "string" && found !== "scalar") return undefined;
  return open.length === 0 ? "end" : "comma or close";
}

function placeOf(text: string, from: number, expected: string): SyntaxPlace {
  const at = from + (/^[ \t\r\n]*/.exec(text.slice(from))?.[0].length ?? 0);
  const before = text.slice(0, at);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: at - lineStart + 1, expected };
}
