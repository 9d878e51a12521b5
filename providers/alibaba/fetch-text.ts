import { fromTransport } from "./errors.ts";

export interface FetchedText {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
}

export interface FetchedBytes {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly bytes: Uint8Array;
}

/** As `fetchText`, for a body that is not text. */
export async function fetchBytes(
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  secrets: readonly string[],
): Promise<FetchedBytes> {
  try {
    const response = await fetch(url, { headers, signal, redirect: "manual" });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, retryAfter: response.headers.get("retry-after"), bytes };
  } catch (error) {
    throw fromTransport(error, secrets);
  }
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
