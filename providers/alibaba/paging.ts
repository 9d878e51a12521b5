import type { Caller, Known } from "../../src/model/index.ts";
import { AlibabaError } from "./errors.ts";
import type { RpcClient, RpcRequest } from "./rpc.ts";

/** One page as `Caller.pages` wants it. */
export type FetchPage<Page> = (
  token: string | undefined,
  signal: AbortSignal,
) => Promise<{ readonly page: Page; readonly next?: string | undefined }>;

interface TokenPage {
  readonly NextToken?: string | undefined;
}

/** The newer dialect: MaxResults and NextToken. An empty token ends the list. */
export function byToken<Page extends TokenPage>(
  rpc: RpcClient,
  list: RpcRequest<Page>,
  pageSize: number,
): FetchPage<Page> {
  return async (token, signal) => {
    const from = token === undefined ? {} : { NextToken: token };
    const parameters = { ...list.parameters, MaxResults: pageSize, ...from };
    const page = await rpc.request({ ...list, parameters }, signal);
    return { page, next: page.NextToken };
  };
}

interface NumberedPage {
  readonly PageNumber: number;
  readonly PageSize: number;
  readonly TotalCount: number;
}

/** The older dialect: PageNumber and PageSize, with the size the cloud really used and the total in each answer. */
export function byNumber<Page extends NumberedPage>(
  rpc: RpcClient,
  list: RpcRequest<Page>,
  pageSize: number,
): FetchPage<Page> {
  return async (token, signal) => {
    const number = token === undefined ? 1 : Number(token);
    const parameters = { ...list.parameters, PageNumber: number, PageSize: pageSize };
    const page = await rpc.request({ ...list, parameters }, signal);
    if (page.PageNumber !== number || page.PageSize < 1) {
      throw new AlibabaError({
        code: "RepeatedPage",
        message: `page ${number} was asked for, the answer is page ${page.PageNumber} of ${page.PageSize} entries`,
      });
    }
    return { page, next: number * page.PageSize < page.TotalCount ? String(number + 1) : undefined };
  };
}

/** All pages of a detail that can itself be long. Never rejects: a page that stays away makes the whole detail unknown. */
export async function askPages<Page>(
  caller: Caller,
  operation: string,
  resource: string,
  fetch: FetchPage<Page>,
): Promise<Known<readonly Page[]>> {
  const pages: Page[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const from = token;
    const answer = await caller.ask(operation, resource, async (signal) => {
      const { page, next } = await fetch(from, signal);
      if (next !== undefined && seen.has(next)) {
        throw new AlibabaError({ code: "RepeatedToken", message: "the list repeats a page token" });
      }
      return { page, next: next === "" ? undefined : next };
    });
    if (!answer.known) return answer;
    if (answer.value === null) break;
    pages.push(answer.value.page);
    token = answer.value.next;
    if (token !== undefined) seen.add(token);
  } while (token !== undefined);
  return { known: true, value: pages };
}
