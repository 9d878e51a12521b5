import { JingneiError } from "../../model/index.ts";
import type { TemplateFile } from "../template.ts";
import { deepestNesting, deepNestingIn } from "./depth.ts";
import { member, textMember } from "./json-guards.ts";

const howTo = "Write the plan as JSON: terraform plan -out=FILE, then terraform show -json FILE > plan.json";

/** What Terraform writes and nobody can read as a plan or state, though it may be named so. */
export type Misnomer = "binary plan" | "messages" | "encrypted state";

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
  const isEncrypted = ["encrypted_data", "encryption_version"].every((name) => member(document, name) !== undefined);
  return isEncrypted ? "encrypted state" : undefined;
}

/** The one message for it. No part of the text is quoted. */
export function refusalOf(misnomer: Misnomer, file: TemplateFile): JingneiError {
  if (misnomer === "binary plan") return input(file, "is a binary plan", "Run: terraform show -json FILE > plan.json");
  if (misnomer === "messages")
    return input(file, "holds the messages of terraform plan -json, which are not the plan", howTo);
  return input(file, "is an encrypted state", "Decrypt it with: tofu show -json > state.json");
}

/**
 * A document that nests deeper than any plan is not walked anywhere, yet a part of it that nobody looked at could be
 * taken for nothing.
 * @throws JingneiError
 */
export function requireShallow(file: TemplateFile): void {
  const found = deepNestingIn(file.text);
  if (found === undefined) return;
  const line = file.text.slice(0, found).split("\n").length;
  throw input(file, `is nested more than ${deepestNesting} deep at line ${line}`, howTo);
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
