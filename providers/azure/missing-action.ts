import { headersOf } from "./retry-after.ts";

/** A header of our own: the SDK's error for a failed page keeps an answer's headers and drops its body. */
const ownHeader = "x-jingnei-missing-action";
const action = /^[A-Za-z][\w.]{0,80}(?:\/[\w.*-]{1,80}){1,10}$/;

interface Answer {
  readonly status: number;
  readonly bodyAsText?: string | null | undefined;
  readonly headers: { set(name: string, value: string): void };
}

/** Keeps the action that an answer refuses, before the SDK makes an error of the answer. */
export function keepMissingAction({ status, bodyAsText, headers }: Answer): void {
  if (status !== 401 && status !== 403) return;
  const found = actionIn(bodyAsText ?? "");
  if (found !== undefined) headers.set(ownHeader, found);
}

/** The action that was refused, such as `Microsoft.Compute/disks/read`. Nothing else of the message is kept. */
export function missingActionOf(error: unknown, message: string): string | undefined {
  const kept = headersOf(error)?.(ownHeader);
  return kept !== undefined && action.test(kept) ? kept : actionIn(message);
}

function actionIn(text: string): string | undefined {
  const found = /perform action(?:\(s\))? '([^'\s]{1,400})'/.exec(text.slice(0, 4000))?.[1];
  return found !== undefined && action.test(found) ? found : undefined;
}
