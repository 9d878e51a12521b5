import { JingneiError } from "../../model/index.ts";
import type { TemplateFile, TemplateGap, TemplateOptions } from "../template.ts";
import type { Dialect } from "./dialect.ts";
import { parseTemplateText, type TemplateText } from "./template-text.ts";
import { isPending, pending, type Value } from "./value.ts";

/** Levels of values, functions and conditions within each other, whatever template they stand in. */
const deepest = 400;
/** Values that are worked out; a template of the largest size has some 100,000. */
const mostWork = 20_000_000;
/** Values within one value. References share what they repeat, and whoever walks through it would not. */
const largestValue = 200_000;
const mostStacks = 1000;
const mostResources = 100_000;

/** What is being evaluated, for gaps and for numbers of `Count`. */
export interface Subject {
  readonly address: string | null;
  readonly kind: string;
  readonly prefix: string;
  readonly index?: number;
  /** Called with what it surely refers to. */
  readonly refersTo?: (address: string) => void;
}

/** The reading of one file with the stacks nested in it. */
export interface Run {
  readonly dialect: Dialect;
  readonly options: TemplateOptions;
  readonly gaps: readonly TemplateGap[];
  subject(): Subject;
  /** Evaluates with another subject. */
  about<T>(subject: Subject, work: () => T): T;
  /** Goes a level deeper. @throws JingneiError beyond the bounds */
  deeper<T>(path: string, work: () => T): T;
  /** Evaluates something that has a name. @throws JingneiError that names the circle where it comes back to itself */
  within<T>(path: string, name: string, work: () => T): T;
  note(detail: string): void;
  spend(path: string, units: number): void;
  /** The value, unless what it repeats makes it too large: then it is not known. */
  bounded(path: string, value: Value): Value;
  parse(real: string, file: Pick<TemplateFile, "path" | "text">): TemplateText;
  countStack(path: string): void;
  countResource(path: string): void;
}

export function createRun(dialect: Dialect, options: TemplateOptions): Run {
  const gaps: TemplateGap[] = [];
  const noted = new Set<string>();
  const trail: string[] = [];
  const sizes = new WeakMap<object, number>();
  const parsed = new Map<string, TemplateText>();
  let subject: Subject = { address: null, kind: dialect.id, prefix: "" };
  let depth = 0;
  let work = 0;
  let stacks = 0;
  let resources = 0;

  function sizeOf(value: Value): number {
    if (typeof value !== "object" || value === null || isPending(value)) return 1;
    const before = sizes.get(value);
    if (before !== undefined) return before;
    let size = 1;
    for (const item of Object.values(value)) size += sizeOf(item);
    sizes.set(value, size);
    return size;
  }

  const run: Run = {
    dialect,
    options,
    gaps,
    subject: () => subject,
    about(next, evaluate) {
      const before = subject;
      subject = next;
      try {
        return evaluate();
      } finally {
        subject = before;
      }
    },
    deeper(path, evaluate) {
      run.spend(path, 1);
      if (depth >= deepest) throw refused(path, "its functions are nested too deeply", "Nest them less deeply.");
      depth++;
      try {
        return evaluate();
      } finally {
        depth--;
      }
    },
    within(path, name, evaluate) {
      const earlier = trail.indexOf(name);
      if (earlier >= 0) {
        const circle = [...trail.slice(earlier), name].join(" → ");
        throw refused(path, `a circle that has no value: ${circle}`, "Break the circle.");
      }
      trail.push(name);
      try {
        return evaluate();
      } finally {
        trail.pop();
      }
    },
    note(detail) {
      const { address, kind } = subject;
      const key = JSON.stringify([address, detail]);
      if (noted.has(key)) return;
      noted.add(key);
      gaps.push({ address, kind, detail });
    },
    spend(path, units) {
      work += units;
      if (work > mostWork) throw refused(path, "its loops and functions make too much to work out", "Split it.");
    },
    bounded(path, value) {
      const size = sizeOf(value);
      run.spend(path, size);
      if (size <= largestValue) return value;
      run.note("a value is too large to be worked out");
      return pending();
    },
    parse(real, file) {
      const text = parsed.get(real) ?? parseTemplateText(file, dialect.functions.keys());
      parsed.set(real, text);
      return text;
    },
    countStack(path) {
      stacks++;
      if (stacks > mostStacks)
        throw refused(path, `it nests more than ${mostStacks} stacks`, "Check the stacks one by one.");
    },
    countResource(path) {
      resources++;
      if (resources > mostResources) {
        throw refused(path, `it makes more than ${mostResources} resources`, "Check its stacks one by one.");
      }
    },
  };
  return run;
}

/** A mistake of a template at a file, or at a line of it. */
export function refused(place: string, what: string, remedy: string): JingneiError {
  const shown = place === "-" || place.startsWith("-:") ? `standard input${place.slice(1)}` : place;
  return new JingneiError("input", `${shown}: ${what}`, remedy);
}
