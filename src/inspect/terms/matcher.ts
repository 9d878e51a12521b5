/** A term within text: characters `[start, end)`. */
export interface TermHit {
  /** Index into the list of terms that the matcher was made of. */
  readonly term: number;
  readonly start: number;
  readonly end: number;
}

/** Finds any of many terms in one pass. Immutable after it was made. */
export interface Matcher {
  /** Every occurrence of every term, in the order of their ends. Linear in the length of the text and the number of hits. */
  find(text: string): Iterable<TermHit>;
}

/**
 * Aho-Corasick over UTF-16 code units, as a dense table. Terms are compared without the case of Latin letters; a term that begins
 * or ends with a Latin letter or a digit counts as a whole word only, so that `gene` is not in `general`.
 * @param terms at most 65,535 states together, that is about 20,000 Chinese terms; NFKC is the caller's.
 */
export function matcherOf(terms: readonly string[]): Matcher {
  const classes = classesOf(terms);
  const width = Math.max(...classes) + 1;
  const trie = trieOf(terms, classes, width);
  return { find: (text) => occurrences(text, terms, classes, width, trie) };
}

interface Trie {
  /** State after reading a character of a class in a state. */
  readonly next: Uint16Array;
  /** First output of each state, into `outputs`; 0 = none. */
  readonly output: Uint32Array;
  /** Linked lists: term, next output. The first entry is unused. */
  readonly outputs: readonly { readonly term: number; readonly rest: number }[];
}

/** Characters that occur in terms are numbered from 1; all others are 0. */
function classesOf(terms: readonly string[]): Uint16Array {
  const classes = new Uint16Array(0x10000);
  let used = 0;
  for (const term of terms) {
    for (let at = 0; at < term.length; at++) {
      const code = lower(term.charCodeAt(at));
      if (classes[code] !== 0) continue;
      used++;
      classes[code] = used;
      if (code >= 0x61 && code <= 0x7a) classes[code - 0x20] = used;
    }
  }
  return classes;
}

function trieOf(terms: readonly string[], classes: Uint16Array, width: number): Trie {
  const most = terms.reduce((sum, term) => sum + term.length, 1);
  if (most > 0xffff) throw new RangeError("too many terms for one matcher");
  const next = new Uint16Array(most * width);
  const output = new Uint32Array(most);
  const outputs = [{ term: -1, rest: 0 }];
  let states = 1;
  for (const [term, text] of terms.entries()) {
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      const slot = state * width + (classes[lower(text.charCodeAt(at))] ?? 0);
      if (next[slot] === 0) next[slot] = states++;
      state = next[slot] ?? 0;
    }
    outputs.push({ term, rest: output[state] ?? 0 });
    output[state] = outputs.length - 1;
  }
  close(next, output, outputs, states, width);
  return { next: next.slice(0, states * width), output: output.slice(0, states), outputs };
}

/** Breadth first: missing transitions become those of the longest proper suffix, and its outputs are appended. */
function close(
  next: Uint16Array,
  output: Uint32Array,
  outputs: { term: number; rest: number }[],
  states: number,
  width: number,
): void {
  const suffix = new Uint16Array(states);
  const queue = [...new Set(next.subarray(0, width))].filter((state) => state !== 0);
  for (let at = 0; at < queue.length; at++) {
    const state = queue[at] ?? 0;
    const shorter = suffix[state] ?? 0;
    append(outputs, output, state, output[shorter] ?? 0);
    for (let kind = 1; kind < width; kind++) {
      const slot = state * width + kind;
      const child = next[slot] ?? 0;
      const fallback = next[shorter * width + kind] ?? 0;
      if (child === 0) next[slot] = fallback;
      else {
        suffix[child] = fallback;
        queue.push(child);
      }
    }
  }
}

/** A state's own terms come first; each state's list is its own up to the suffix's, so the lists never form a ring. */
function append(outputs: { term: number; rest: number }[], output: Uint32Array, state: number, rest: number): void {
  let last = output[state] ?? 0;
  if (last === 0) {
    output[state] = rest;
    return;
  }
  while ((outputs[last]?.rest ?? 0) !== 0) last = outputs[last]?.rest ?? 0;
  const end = outputs[last];
  if (end !== undefined) end.rest = rest;
}

function occurrences(
  text: string,
  terms: readonly string[],
  classes: Uint16Array,
  width: number,
  { next, output, outputs }: Trie,
): TermHit[] {
  const hits: TermHit[] = [];
  let state = 0;
  for (let at = 0; at < text.length; at++) {
    const kind = classes[text.charCodeAt(at)] ?? 0;
    if (kind === 0) {
      state = 0;
      continue;
    }
    state = next[state * width + kind] ?? 0;
    for (let found = output[state] ?? 0; found !== 0; found = outputs[found]?.rest ?? 0) {
      const term = outputs[found]?.term ?? -1;
      const end = at + 1;
      const start = end - (terms[term]?.length ?? 0);
      if (isWhole(text, start, end)) hits.push({ term, start, end });
    }
  }
  return hits;
}

function isWhole(text: string, start: number, end: number): boolean {
  if (isWordCode(text.charCodeAt(start)) && start > 0 && isWordCode(text.charCodeAt(start - 1))) return false;
  return !(isWordCode(text.charCodeAt(end - 1)) && end < text.length && isWordCode(text.charCodeAt(end)));
}

function isWordCode(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function lower(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}
