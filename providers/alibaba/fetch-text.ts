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

type Fetching = readonly [
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  secrets: readonly string[],
];

/** One GET with its body. Errors of the connection carry nothing of the request. */
export async function fetchBytes(...[url, headers, signal, secrets]: Fetching): Promise<FetchedBytes> {
  try {
    // A redirect is never followed: it would carry the credentials to wherever an answer says.
    const response = await fetch(url, { headers, signal, redirect: "manual" });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, retryAfter: response.headers.get("retry-after"), bytes };
  } catch (error) {
    throw fromTransport(error, secrets);
  }
}

/** The same for a body that is text, as UTF-8. */
export async function fetchText(...fetching: Fetching): Promise<FetchedText> {
  const { bytes, ...rest } = await fetchBytes(...fetching);
  return { ...rest, text: new TextDecoder().decode(bytes) };
}
