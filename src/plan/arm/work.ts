import { JingneiError } from "../../model/index.ts";
import type { Json } from "./json.ts";
import { type ArmValue, isList, isObject } from "./values.ts";

/** Bounds on one template: what asks for more is an attack on memory or a mistake. */
const maxSteps = 2_000_000;
const maxStack = 150;
const maxNodes = 200_000;
/** Resource Manager's limit on the copies of a loop and on the resources of a template. */
export const maxCopies = 800;

/** The evaluation of one template: where it is, how much it has cost, what it is waiting for. */
export interface Work {
  readonly file: string;
  /** Errors name the line of this part of the template from now on. */
  at(holder: Json): void;
  lineOf(holder: Json): number | undefined;
  /** Counts one step. */
  step(): void;
  /** Works out a named value, which must not need itself. */
  within<T extends ArmValue>(key: string, name: string, make: () => T): T;
  fail(what: string, remedy?: string): never;
}

/** @throws JingneiError `input` from its functions, where a bound is passed or a value needs itself. */
export function createWork(file: string, lineOf: (holder: Json) => number | undefined): Work {
  const stack: { readonly key: string; readonly name: string }[] = [];
  let steps = 0;
  let line: number | undefined;

  function fail(what: string, remedy = "Correct the template."): never {
    throw new JingneiError("input", `${file}${line === undefined ? "" : `:${line}`}: ${what}`, remedy);
  }

  function count(value: ArmValue, limit: number): number {
    if (limit < 0) fail(`a value of more than ${maxNodes} parts`);
    const items = isList(value) ? value : isObject(value) ? Object.values(value) : [];
    let left = limit - 1;
    for (const item of items) left = count(item, left);
    return left;
  }

  return {
    file,
    at(holder) {
      line = lineOf(holder) ?? line;
    },
    lineOf,
    step() {
      steps += 1;
      if (steps > maxSteps) fail(`more than ${maxSteps} steps are needed to work the template out`);
    },
    within(key, name, make) {
      const begun = stack.findIndex((entry) => entry.key === key);
      if (begun !== -1) {
        const circle = [...stack.slice(begun).map((entry) => entry.name), name].join(" -> ");
        fail(`a value that needs itself: ${circle}`, "Break the circle.");
      }
      if (stack.length >= maxStack) fail(`values that need each other more than ${maxStack} deep`);
      stack.push({ key, name });
      const made = make();
      stack.pop();
      count(made, maxNodes);
      return made;
    },
    fail,
  };
}
