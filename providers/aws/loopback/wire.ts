import type { AwsAccount } from "./estate.ts";
import type { Pager } from "./pager.ts";

/** A signed request as a service's handler sees it. */
export interface AwsRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Fields of a form body, for the query protocols. */
  readonly form: URLSearchParams;
  /** As it came. */
  readonly body: string;
  /** `X-Amz-Target`, which names the operation in the JSON protocols. */
  readonly target: string;
  readonly region: string;
  readonly account: AwsAccount;
  readonly accessKey: string;
  /** `Range`, `If-Match` and the owner a bucket has to have, in lower case; others are nobody's concern. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface AwsAnswer {
  readonly status: number;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One service's share of the loopback cloud. A new service is a new file and one line in `loopback.ts`. */
export interface LoopbackService {
  /** As the credential scope of a signature names it: `s3`, `ec2`. */
  readonly id: string;
  /** The API's operation name and the resource it is about, for faults and for the record of calls. */
  identify(request: AwsRequest): { readonly operation: string; readonly resource: string | null };
  answer(request: AwsRequest, operation: string, context: ServiceContext): AwsAnswer;
  /** An error in the service's own words. */
  error(status: number, code: string, message: string): AwsAnswer;
  /** How the service spells being throttled. */
  readonly throttled: { readonly status: number; readonly code: string };
  /** How it spells a refused permission. */
  readonly denied: { readonly status: number; readonly code: string };
}

export interface ServiceContext {
  readonly pager: Pager;
  /** Repeats a page token, as a broken endpoint does. */
  readonly repeatToken: boolean;
  /** The account a role belongs to, when it may be entered; the access key then given for it. */
  assume(roleArn: string): string | undefined;
  /** All accounts: a bucket's name is unique among them. */
  readonly accounts: readonly AwsAccount[];
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** `<name>text</name>`, or nothing where there is no value. */
export function element(name: string, value: string | number | boolean | undefined): string {
  return value === undefined ? "" : `<${name}>${escapeXml(String(value))}</${name}>`;
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Never shown by the tool; there to see that it is not. */
export const requestId = "7a62c49f-347e-4fc4-9331-6e8eEXAMPLE";
