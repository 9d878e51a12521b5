/** The endpoint answered, but not with what this operation answers: a login page, a proxy's error, nothing at all. */
export class MalformedAnswer extends Error {
  readonly status: number | undefined;
  constructor(message: string, status?: number) {
    super(message);
    this.name = "MalformedAnswer";
    this.status = status;
  }
}

/** The credentials are good elsewhere, and this region does not know them: nobody opted in to it. */
export class RegionNotEnabled extends Error {
  constructor(region: string, cause: unknown) {
    super(`region ${region} is not enabled: it refuses the account's credentials`, { cause });
    this.name = "RegionNotEnabled";
  }
}

/**
 * A field without which an answer cannot be read. The SDK's deserialisers accept nearly anything and leave fields out, so
 * that a wrong answer would look like an empty list.
 */
export function required<T>(value: T | undefined, field: string): T {
  if (value === undefined) throw new MalformedAnswer(`the answer lacks ${field}`);
  return value;
}

const text = new TextDecoder("utf-8", { fatal: false });

/** What kind of body a protocol answers with; `any` where both occur. */
export type BodyFormat = "xml" | "any";

/** @throws MalformedAnswer for a body that cannot come from the API that was asked. */
export function assertReadable(
  body: Uint8Array,
  expected: { readonly format: BodyFormat; readonly status: number; readonly contentType: string },
): void {
  const { format, status, contentType } = expected;
  if (body.length === 0) {
    if (status < 300 && status !== 204) throw new MalformedAnswer("the answer is empty", status);
    return;
  }
  const head = text.decode(body.subarray(0, 512)).trimStart();
  // Emulators send JSON as text/html; what lacks the fields that it has to have is found out by those who read it.
  const isJson = format === "any" && /^[{[]/.test(head);
  if (/^<(?:!doctype\s+html|html)\b/i.test(head) || (!isJson && /^text\/html\b/i.test(contentType))) {
    throw new MalformedAnswer("the answer is an HTML page", status);
  }
  if (format === "xml" && !head.startsWith("<")) throw new MalformedAnswer("the answer is not XML", status);
  if (status < 300 && /^(?:<\?xml[^>]*\?>\s*)?<Error\b/.test(head)) {
    throw new MalformedAnswer("an error came with a status of success", status);
  }
}
