import { fromTransport } from "./errors.ts";

export interface FetchedText {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
}

/** One GET with its body. Errors of the connection carry nothing of the request. */
export async function fetchText(
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  secrets: readonly string[],
): Promise<FetchedText> {
  try {
    // A redirect is never followed: it would carry the credentials to wherever an answer says.
    const response = await fetch(url, { headers, signal, redirect: "manual" });
    return { status: response.status, retryAfter: response.headers.get("retry-after"), text: await response.text() };
  } catch (error) {
    throw fromTransport(error, secrets);
  }
}
