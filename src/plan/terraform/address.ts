/** One step of an address or reference: `team["hr"]` = name `team`, key `["hr"]`; the key stays as Terraform spells it. */
export interface Step {
  readonly name: string;
  /** With brackets, several of them in a row where a value is indexed twice; empty without one. */
  readonly key: string;
}

/** Longer ones are not made by Terraform. */
const longest = 10_000;

/**
 * The steps of an address or reference: `module.a["x.y"].aws_s3_bucket.team[0]`. Dots and brackets inside a quoted key are part of it.
 * @returns none where the text is no address.
 */
export function stepsOfAddress(text: string): readonly Step[] {
  if (text.length > longest) return [];
  const steps: Step[] = [];
  let at = 0;
  while (at < text.length) {
    const nameEnd = endOfName(text, at);
    let end = nameEnd;
    while (text[end] === "[") {
      const closed = endOfKey(text, end);
      if (closed === undefined) return [];
      end = closed;
    }
    if (nameEnd === at || (end < text.length && text[end] !== ".")) return [];
    steps.push({ name: text.slice(at, nameEnd), key: text.slice(nameEnd, end) });
    at = end + 1;
  }
  return text.endsWith(".") ? [] : steps;
}

/** `module.a["x"].module.b` = a, key `["x"]`, then b. */
export function modulesOfAddress(address: string): readonly Step[] {
  const steps = stepsOfAddress(address);
  return steps.filter((_, index) => index % 2 === 1);
}

/** The instance key as an address spells it: `["hr"]`, `[0]`; empty for none. */
export function keyOf(index: unknown): string {
  if (typeof index === "number") return `[${index}]`;
  if (typeof index !== "string") return "";
  return `[${JSON.stringify(index).replaceAll(/[$%](?=\{)/g, (sign) => sign + sign)}]`;
}

/** The names and positions in a step's key: `[0]["a"]` = 0, "a". `undefined` where one of them is not literal. */
export function literalKeys(key: string): readonly (string | number)[] | undefined {
  if (key === "") return [];
  try {
    const parsed: unknown = JSON.parse(key.replaceAll("][", ","));
    if (!Array.isArray(parsed)) return undefined;
    return parsed.every((part) => typeof part === "string" || typeof part === "number") ? parsed : undefined;
  } catch {
    // `[each.key]`: not a literal, as the caller is told.
    return undefined;
  }
}

function endOfName(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (text[at] === "." || text[at] === "[") return at;
  return text.length;
}

function endOfKey(text: string, from: number): number | undefined {
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    if (quoted && text[at] === "\\") at += 1;
    else if (text[at] === '"') quoted = !quoted;
    else if (!quoted && text[at] === "]") return at + 1;
  }
  return undefined;
}
