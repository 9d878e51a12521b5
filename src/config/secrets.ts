import type { ValuePath } from "../model/index.ts";
import type { Mistake } from "./mistake.ts";
import { mistakeAt } from "./schema-mistakes.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** Keys that hold a credential in some tool's configuration, without case, hyphens and underscores. */
const secretKeys = new Set([
  "accesskey",
  "accesskeyid",
  "accesskeysecret",
  "accountkey",
  "apikey",
  "awsaccesskeyid",
  "awssecretaccesskey",
  "clientsecret",
  "connectionstring",
  "credential",
  "credentials",
  "password",
  "passwd",
  "privatekey",
  "sastoken",
  "secret",
  "secretaccesskey",
  "secretid",
  "secretkey",
  "securitytoken",
  "sessiontoken",
]);

const hint =
  "a secret never stands in this file; leave it out and give it through the environment or the SDK's own credential chain";

/** Credentials written into the file. What is found is never repeated, in this message or in another about the same place. */
export function secretMistakes(document: YamlDocument): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const visit = (value: unknown, path: ValuePath): void => {
    if (typeof value === "string" && /\/\/[^/\s@]*:[^/\s@]*@/.test(value)) {
      mistakes.push(mistakeAt(document, path, "value", `this address holds a password: ${hint}`));
    }
    if (typeof value !== "object" || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(key) : key;
      const below = [...path, step];
      if (isSecret(key, child)) mistakes.push(mistakeAt(document, below, "key", hint));
      else visit(child, below);
    }
  };
  visit(document.value, []);
  return mistakes;
}

function isSecret(key: string, value: unknown): boolean {
  const folded = key.toLowerCase().replaceAll(/[-_]/g, "");
  // `token: { env: NAME }` says where a token is; the token itself would be text.
  return secretKeys.has(folded) || (folded === "token" && typeof value === "string");
}

/** Whether `path` lies at or below one of the mistakes: its value must not be quoted. */
export function isBelow(path: ValuePath, mistakes: readonly Mistake[]): boolean {
  return mistakes.some((mistake) => mistake.path.every((step, index) => path[index] === step));
}
