import { z } from "zod";
import { type Caller, JingneiError } from "../../src/model/index.ts";
import { numberedPage } from "./ecs.ts";
import { describeError } from "./errors.ts";
import { byNumber } from "./paging.ts";
import type { RpcClient, RpcProduct } from "./rpc.ts";
import { idText, requiredListOf } from "./rpc-fields.ts";

/** The China site (aliyun.com) and the international site (alibabacloud.com) have accounts and directories of their own. */
export type Site = "china" | "international";

/** Hosts: aliyun/aliyun-openapi-meta, 2026-04-21. A directory belongs to no region. */
export function resourceDirectory(site: Site): RpcProduct {
  const host = site === "china" ? "resourcedirectory.aliyuncs.com" : "resourcedirectory-intl.aliyuncs.com";
  return { name: "resourcedirectory", version: "2022-04-19", host: () => host };
}

const Directory = z.object({ ResourceDirectory: z.object({ MasterAccountId: idText }) });
const Page = z.object({ ...numberedPage, Accounts: requiredListOf("Account", z.object({ AccountId: idText })) });

export interface DirectoryAccounts {
  /** The management account first, then the members by uid. */
  readonly accounts: readonly string[];
  /** Calls that stayed unanswered: there may be more accounts. */
  readonly failed: readonly { readonly operation: string; readonly error: unknown }[];
}

/** What says that an account is in no directory (Resource Management, GetResourceDirectory and ListAccounts, 2025-12). */
const noDirectory: readonly string[] = ["ResourceDirectoryNotInUse", "EntityNotExists.ResourceDirectory"];

/**
 * The accounts of the directory that the account of the credentials belongs to. The list of members leaves the management account
 * out, which the directory itself names. A failed call is handed back, and what is known without it is kept.
 * @throws JingneiError `config` where there is no directory, or one that a mere member may not list.
 */
export async function directoryAccounts(
  rpc: RpcClient,
  site: Site,
  caller: Caller,
  own: string,
): Promise<DirectoryAccounts> {
  const failed: { operation: string; error: unknown }[] = [];
  let master: string | undefined;
  try {
    master = await managementAccount(rpc, site, caller);
  } catch (error) {
    if (noDirectory.includes(describeError(error).code)) throw notInDirectory(own, site);
    failed.push({ operation: "GetResourceDirectory", error });
  }
  const members = new Set<string>();
  try {
    for await (const page of caller.pages("ListAccounts", memberPages(rpc, site))) {
      for (const { AccountId } of page.Accounts) members.add(AccountId);
    }
  } catch (error) {
    const { code, reason } = describeError(error);
    if (noDirectory.includes(code)) throw notInDirectory(own, site);
    if (reason === "denied" && master !== undefined && master !== own) throw mereMember(own, master);
    failed.push({ operation: "ListAccounts", error });
  }
  // The account of the credentials is in the directory, whatever of it is told.
  const first = [...new Set([master ?? own, ...(members.has(own) ? [] : [own])])];
  return { accounts: [...first, ...[...members].filter((uid) => !first.includes(uid)).sort()], failed };
}

async function managementAccount(rpc: RpcClient, site: Site, caller: Caller): Promise<string> {
  const product = resourceDirectory(site);
  const request = { product, region: "", action: "GetResourceDirectory", parameters: {}, answer: Directory };
  const answer = await caller.call(request.action, (signal) => rpc.request(request, signal));
  return answer.ResourceDirectory.MasterAccountId;
}

function memberPages(rpc: RpcClient, site: Site) {
  const list = { product: resourceDirectory(site), region: "", action: "ListAccounts", parameters: {}, answer: Page };
  return byNumber(rpc, list, 100, (page) => page.Accounts.length);
}

function notInDirectory(own: string, site: Site): JingneiError {
  const other = site === "china" ? "international" : "china";
  return new JingneiError(
    "config",
    `Alibaba Cloud: account ${own} belongs to no resource directory of the ${site} site`,
    `Use \`accounts: current\`, list the uids, or give \`site: ${other}\` if the account was opened on the other site.`,
  );
}

function mereMember(own: string, master: string): JingneiError {
  return new JingneiError(
    "config",
    `Alibaba Cloud: account ${own} is a member of the resource directory of ${master} and may not list its accounts`,
    `Use credentials of ${master}, make ${own} a delegated administrator, or list the uids under \`accounts:\`.`,
  );
}
