import { z } from "zod";
import { AlibabaError, retryAfterOf, unexpectedAnswer } from "./errors.ts";
import { type FetchedText, fetchText } from "./fetch-text.ts";
import { encodeOss } from "./oss-sign.ts";

/** A signed GET of a product with a REST interface of its own and JSON answers. */
export interface SignedGet<Answer> {
  /** Without the query. */
  readonly url: string;
  readonly query: RestQuery;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  /** Values that no error may repeat. */
  readonly secrets: readonly string[];
  readonly answer: z.ZodType<Answer>;
}

export type RestQuery = readonly (readonly [name: string, value: string])[];

/** SLS spells its errors `errorCode`, `errorMessage`; Function Compute `Code`, `Message`, its older gateway `ErrorCode`. */
const Refusal = z
  .object({
    errorCode: z.string().optional(),
    errorMessage: z.string().optional(),
    Code: z.string().optional(),
    Message: z.string().optional(),
    ErrorCode: z.string().optional(),
    ErrorMessage: z.string().optional(),
  })
  .transform((body) => ({
    code: body.errorCode ?? body.Code ?? body.ErrorCode,
    message: body.errorMessage ?? body.Message ?? body.ErrorMessage ?? "",
  }));

export async function getJson<Answer>(get: SignedGet<Answer>): Promise<Answer> {
  const search = get.query.map(([name, value]) => `${encodeOss(name)}=${encodeOss(value)}`).join("&");
  const fetched = await fetchText(
    search === "" ? get.url : `${get.url}?${search}`,
    get.headers,
    AbortSignal.any([get.signal, AbortSignal.timeout(get.timeoutMs)]),
    get.secrets,
  );
  if (fetched.status !== 200) throw refusalOf(fetched, get.secrets);
  const parsed = get.answer.safeParse(parseJson(fetched.text));
  if (!parsed.success) throw unexpectedAnswer(parsed.error);
  return parsed.data;
}

/** The fields of a query that were given. */
export function queryOf(fields: Readonly<Record<string, string | number | undefined>>): RestQuery {
  return Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What the body says instead may be anything, so it is not repeated.
    throw new AlibabaError({ code: "NotJson", message: "the answer is not JSON" });
  }
}

function refusalOf({ status, text, retryAfter }: FetchedText, secrets: readonly string[]): AlibabaError {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // The status alone says that the call failed; a gateway's page adds nothing.
    body = undefined;
  }
  const refusal = Refusal.safeParse(body).data;
  const code = refusal?.code ?? `Http${status}`;
  const message = refusal?.code === undefined ? `HTTP status ${status} without an error code` : refusal.message;
  return new AlibabaError({ code, message, status, retryAfterMs: retryAfterOf(retryAfter) }, secrets);
}
