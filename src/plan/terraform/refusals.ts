import { JingneiError } from "../../model/index.ts";
import type { TemplateFile } from "../template.ts";
import { isObject, member, textMember } from "./json-guards.ts";

const howTo = "Write the plan as JSON: terraform plan -out=FILE, then terraform show -json FILE > plan.json";

/** What Terraform writes and nobody can read as a plan or state, though it may be named so. */
export type Misnomer = "binary plan" | "messages" | "broken" | "encrypted state";

/**
 * @param document `undefined` where the text is neither JSON nor YAML.
 * @returns what it is instead of a plan or state; `undefined` where it may be one, or has nothing to do with Terraform.
 */
export function misnomerOf(document: unknown, text: string): Misnomer | undefined {
  const start = text.slice(0, 2000);
  // A zip archive whose first file is the plan.
  if (start.startsWith("PK\u0003\u0004") && start.includes("tfplan")) return "binary plan";
  // `terraform plan -json` prints a message per line.
  if (/^\s*\{"@level":/.test(start) || textMember(document, "@module") === "terraform.ui") return "messages";
  if (isObject(document)) {
    return Object.hasOwn(document, "encrypted_data") && Object.hasOwn(document, "encryption_version")
      ? "encrypted state"
      : undefined;
  }
  return /^\s*\{\s*"(?:format_version|terraform_version)"\s*:/.test(start) || isRawStateStart(start)
    ? "broken"
    : undefined;
}

function isRawStateStart(text: string): boolean {
  return /^\s*\{\s*"version"\s*:\s*\d+\s*,\s*"terraform_version"\s*:/.test(text);
}

/** The one message for it. No part of the text is quoted. */
export function refusalOf(misnomer: Misnomer, file: TemplateFile): JingneiError {
  if (misnomer === "binary plan")
    return input(file, "is a binary plan file", "Run: terraform show -json FILE > plan.json");
  if (misnomer === "messages")
    return input(file, "holds the messages of terraform plan -json, which are not the plan", howTo);
  if (misnomer === "encrypted state") {
    return input(file, "is an encrypted state", "Decrypt it with: tofu show -json > state.json");
  }
  return brokenJson(file);
}

function brokenJson(file: TemplateFile): JingneiError {
  try {
    JSON.parse(file.text);
  } catch (error) {
    const text = error instanceof Error ? error.message : "";
    const position = Number(/at position (\d+)/.exec(text)?.[1] ?? file.text.length);
    const where = `at ${placeOf(file.text, position)}`;
    if (/after JSON/.test(text)) {
      return input(file, `goes on after the end of the document ${where}`, "Give each plan in a file of its own.");
    }
    const cutShort = position >= file.text.trimEnd().length || /end of JSON|Unterminated/.test(text);
    return input(file, `is ${cutShort ? "cut short" : "no JSON"} ${where}`, howTo);
  }
  return input(file, "is no JSON document of Terraform", howTo);
}

function placeOf(text: string, position: number): string {
  const before = text.slice(0, position);
  const line = before.split("\n").length;
  return `line ${line}, column ${position - before.lastIndexOf("\n")}`;
}

/** @throws JingneiError unless the document is of a major version that this reader knows. */
export function requireVersion(document: unknown, what: "plan" | "state", file: TemplateFile): void {
  const version = member(document, "format_version");
  const shown = typeof version === "string" && /^\d{1,4}\.\d{1,4}$/.test(version) ? version : undefined;
  // States were of version 0.x until Terraform 1.1, and have hardly changed; plans of that time do not mark sensitive values.
  const majors = what === "plan" ? ["1"] : ["0", "1"];
  if (shown !== undefined && majors.includes(shown.split(".")[0] ?? "")) return;
  const found = shown === undefined ? "no format_version that can be read" : `format_version ${shown}`;
  throw input(
    file,
    `has ${found}; version ${majors.at(-1)} of the ${what} format is supported`,
    "Make the file with Terraform 1.1 or later, or with OpenTofu; where it was, use a newer jingnei.",
  );
}

/** @throws JingneiError where planning failed: what such a plan holds is a part of the change. */
export function requireWhole(document: unknown, file: TemplateFile): void {
  if (member(document, "errored") !== true) return;
  throw input(file, "is of a plan that failed (errored)", "Put right what terraform plan says, and plan again.");
}

export function input(file: TemplateFile, what: string, remedy: string): JingneiError {
  return new JingneiError("input", `${file.path}: ${what}`, remedy);
}
