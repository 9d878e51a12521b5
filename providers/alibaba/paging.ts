import { type Caller, type GapReason, type Known, known, unknown } from "../../src/model/index.ts";
import { AlibabaError } from "./errors.ts";
import { type NumberedPage, pageCounter } from "./page-counter.ts";
import type { RpcClient, RpcRequest } from "./rpc.ts";

/** One page as `Caller.pages` wants it. */
export type FetchPage<Page> = (
  token: string | undefined,
  signal: AbortSignal,
) => Promise<{ readonly page: Page; readonly next?: string | undefined }>;

interface TokenPage extends NumberedPage {
  readonly NextToken?: string | undefined;
}

/** Our own token for going on by number, which no cloud hands out. */
const byNumberToken = /^jingnei page (\d+) of (\d+) each$/;

/**
 * The newer dialect: MaxResults and NextToken. An empty token ends the list, but for a server that answers the first page in the
 * older dialect and holds more than it gave: that list goes on by number. Once tokens are in use, `TotalCount` means nothing
 * (ECS and EBS API references, 2026-08).
 */
export function byToken<Page extends TokenPage>(
  rpc: RpcClient,
  list: RpcRequest<Page>,
  pageSize: number,
  rows: (page: Page) => number,
): FetchPage<Page> {
  const counter = pageCounter(rows);

  async function onwards(number: number, size: number, signal: AbortSignal): ReturnType<FetchPage<Page>> {
    const parameters = { ...list.parameters, PageNumber: number, PageSize: size };
    const page = await rpc.request({ ...list, parameters }, signal);
    const next = counter.after(page, number, size);
    return { page, next: next === undefined ? undefined : `jingnei page ${next} of ${size} each` };
  }

  return async (token, signal) => {
    const [, number, size] = byNumberToken.exec(token ?? "") ?? [];
    if (number !== undefined) return onwards(Number(number), Number(size), signal);
    const from = token === undefined ? {} : { NextToken: token };
    const parameters = { ...list.parameters, MaxResults: pageSize, ...from };
    const page = await rpc.request({ ...list, parameters }, signal);
    const { NextToken: next, PageNumber, PageSize = 0, TotalCount = 0 } = page;
    const count = rows(page);
    const numbered = token === undefined && next === undefined && PageNumber === 1 && PageSize > 0;
    if (!numbered || count === 0 || count >= TotalCount) return { page, next };
    counter.after(page, 1, PageSize);
    return { page, next: `jingnei page 2 of ${PageSize} each` };
  };
}

/** The older dialect: PageNumber and PageSize, with the size the cloud really used and the total in most answers. */
export function byNumber<Page extends NumberedPage>(
  rpc: RpcClient,
  list: RpcRequest<Page>,
  pageSize: number,
  rows: (page: Page) => number,
): FetchPage<Page> {
  const counter = pageCounter(rows);
  return async (token, signal) => {
    const number = token === undefined ? 1 : Number(token);
    const parameters = { ...list.parameters, PageNumber: number, PageSize: pageSize };
    const page = await rpc.request({ ...list, parameters }, signal);
    const next = counter.after(page, number, pageSize);
    return { page, next: next === undefined ? undefined : String(next) };
  };
}

/** Most pages of one detail: far more than any account holds, so that a list that never ends does end. */
const mostPages = 10_000;

interface Asked<Page> {
  readonly pages: readonly Page[];
  /** Why some are missing. */
  readonly why?: GapReason;
}

/** The pages of a detail that can itself be long. Never rejects: what stays away is a gap, and the pages before it are kept. */
export async function askPages<Page>(
  caller: Caller,
  operation: string,
  resource: string,
  fetch: FetchPage<Page>,
): Promise<readonly Page[]> {
  return (await ask(caller, operation, resource, fetch)).pages;
}

/** The same where a part is as good as nothing: unknown unless every page came. */
export async function askWhole<Page>(
  caller: Caller,
  operation: string,
  resource: string,
  fetch: FetchPage<Page>,
): Promise<Known<readonly Page[]>> {
  const { pages, why } = await ask(caller, operation, resource, fetch);
  return why === undefined ? known(pages) : unknown(why);
}

async function ask<Page>(
  caller: Caller,
  operation: string,
  resource: string,
  fetch: FetchPage<Page>,
): Promise<Asked<Page>> {
  const pages: Page[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const from = token;
    const answer = await caller.ask(operation, resource, async (signal) => {
      if (from !== undefined && seen.has(from)) {
        throw new AlibabaError({ code: "RepeatedToken", message: "the list repeats a page token" });
      }
      if (pages.length >= mostPages) {
        throw new AlibabaError({ code: "RepeatedPage", message: `the list does not end after ${mostPages} pages` });
      }
      const { page, next } = await fetch(from, signal);
      return { page, next: next === "" ? undefined : next };
    });
    if (!answer.known) return { pages, why: answer.why };
    if (answer.value === null) break;
    pages.push(answer.value.page);
    if (from !== undefined) seen.add(from);
    token = answer.value.next;
  } while (token !== undefined);
  return { pages };
}
