import { AsyncLocalStorage } from "node:async_hooks";
import type { ResourceManagementClientOptionalParams } from "@azure/arm-resources";
import { ForeignLinkError, MalformedAnswerError } from "./errors.ts";
import { keepMissingAction } from "./missing-action.ts";

type ExtraPolicy = NonNullable<ResourceManagementClientOptionalParams["additionalPolicies"]>[number];
type Policy = ExtraPolicy["policy"];

/** What every Resource Manager client takes. `credentialScopes` is the older generators' word for `credentials.scopes`. */
interface ArmClientOptions {
  readonly endpoint: string;
  readonly credentials: { readonly scopes: string[] };
  readonly credentialScopes: string[];
  readonly retryOptions: { readonly maxRetries: number };
  readonly redirectOptions: { readonly maxRetries: number };
  readonly additionalPolicies: ExtraPolicy[];
}

/** A list as the SDK clients hand it out. */
export interface Pager<Item> {
  byPage(settings?: { continuationToken?: string }): AsyncIterator<Item[] & { continuationToken?: string }>;
}

interface Page<Item> {
  readonly page: readonly Item[];
  readonly next: string | undefined;
}

/** The way to one Resource Manager endpoint. */
export interface Arm {
  /**
   * Options for a client. The API version is ours and not the SDK's newest: 21Vianet gets versions months later (storage
   * 2025-08-01 was refused in chinanorth3 in May 2026, hashicorp/terraform-provider-azurerm issue 32301).
   */
  clientOptions(apiVersion: string): ArmClientOptions;
  /** One call, which stops with `signal`. */
  send<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  /** One page; `link` is the one before's `next`. */
  page<Item>(pager: Pager<Item>, link: string | undefined, signal: AbortSignal): Promise<Page<Item>>;
  /** All items of a short list, for a detail of one resource. Stops at a link that repeats. */
  items<Item>(pager: Pager<Item>, signal: AbortSignal): AsyncGenerator<Item, void, undefined>;
  all<Item>(pager: Pager<Item>, signal: AbortSignal): Promise<readonly Item[]>;
}

/** What a request cannot carry itself. */
interface Travelling {
  readonly signal: AbortSignal;
  readonly list: boolean;
}

const hasItems = /"value"\s*:\s*\[/;

export function createArm(endpoint: string, scope: string, contacted: (host: string) => void): Arm {
  const { origin } = new URL(endpoint);
  // The SDK hands no signal to the requests of later pages, so it travels beside them.
  const travelling = new AsyncLocalStorage<Travelling>();

  function guard(apiVersion: string): Policy {
    return {
      name: "jingneiGuard",
      async sendRequest(request, next) {
        const url = new URL(request.url);
        if (url.origin !== origin) throw new ForeignLinkError(url.host);
        request.url = withApiVersion(request.url, apiVersion);
        const beside = travelling.getStore();
        if (beside !== undefined) request.abortSignal = beside.signal;
        contacted(url.host);
        const response = await next(request);
        keepMissingAction(response);
        if (response.status === 200 && !response.bodyAsText?.trimStart().startsWith("{")) {
          throw new MalformedAnswerError("the answer is no JSON object");
        }
        // The older generators' clients take a page without items for an empty one.
        if (response.status === 200 && beside?.list === true && !hasItems.test(response.bodyAsText ?? "")) {
          throw new MalformedAnswerError("the list has no items");
        }
        return response;
      },
    };
  }

  async function page<Item>(pager: Pager<Item>, link: string | undefined, signal: AbortSignal): Promise<Page<Item>> {
    if (link !== undefined) refuseForeign(link, origin);
    const settings = link === undefined ? {} : { continuationToken: link };
    const found = await within({ signal, list: true }, () => pager.byPage(settings).next());
    if (found.done === true) return { page: [], next: undefined };
    return { page: found.value, next: found.value.continuationToken };
  }

  async function within<T>(beside: Travelling, work: () => Promise<T>): Promise<T> {
    try {
      return await travelling.run(beside, work);
    } catch (error) {
      // The SDK's deserializers reach into whatever came.
      if (error instanceof TypeError) throw new MalformedAnswerError("the answer has another shape than documented");
      throw error;
    }
  }

  async function* items<Item>(pager: Pager<Item>, signal: AbortSignal): AsyncGenerator<Item, void, undefined> {
    const seen = new Set<string>();
    let link: string | undefined;
    do {
      const found = await page(pager, link, signal);
      yield* found.page;
      link = found.next === "" ? undefined : found.next;
      if (link !== undefined && seen.has(link)) throw new MalformedAnswerError("the list repeated a next link");
      if (link !== undefined) seen.add(link);
    } while (link !== undefined);
  }

  return {
    clientOptions: (apiVersion) => ({
      endpoint,
      credentials: { scopes: [scope] },
      credentialScopes: [scope],
      // Retries are counted where every call is; a redirect would be a second, unseen request.
      retryOptions: { maxRetries: 0 },
      redirectOptions: { maxRetries: 0 },
      additionalPolicies: [{ policy: guard(apiVersion), position: "perRetry" }],
    }),
    send: (signal, work) => within({ signal, list: false }, work),
    page,
    items,
    async all(pager, signal) {
      const found = [];
      for await (const item of items(pager, signal)) found.push(item);
      return found;
    },
  };
}

/** A relative link stays on the host; one that is no link at all is no answer. */
function refuseForeign(link: string, origin: string): void {
  if (!URL.canParse(link, origin)) throw new MalformedAnswerError("the next link is no link");
  const url = new URL(link, origin);
  if (url.origin !== origin) throw new ForeignLinkError(url.host);
}

/** By text, so that nothing else of an opaque link is spelled anew. */
function withApiVersion(url: string, apiVersion: string): string {
  if (/[?&]api-version=/i.test(url)) return url.replace(/([?&]api-version=)[^&]*/i, `$1${apiVersion}`);
  return `${url}${url.includes("?") ? "&" : "?"}api-version=${apiVersion}`;
}
