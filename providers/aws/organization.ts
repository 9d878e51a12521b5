import type { OrganizationsClient } from "@aws-sdk/client-organizations";
import { type Caller, JingneiError } from "../../src/model/index.ts";
import { MalformedAnswer, required } from "./answer.ts";
import { accountOf } from "./arn.ts";
import { describeError } from "./errors.ts";
import { itemsOf } from "./pages.ts";
import { type AwsSource, sourceName } from "./source.ts";

/** An account of an organisation. */
export interface Member {
  /** 12 digits. */
  readonly id: string;
  /** `ACTIVE`, or why it cannot be entered: `SUSPENDED`, `PENDING_CLOSURE`. `undefined` where the answer does not say. */
  readonly state: string | undefined;
}

/**
 * Where each partition's Organizations answers. An organisation ends at its partition: the one in the Mainland is another,
 * run from Ningxia (docs.amazonaws.cn, "Organizations", read 2026-11-22).
 */
export const organizationRegions: Readonly<Record<AwsSource["partition"], string>> = {
  aws: "us-east-1",
  "aws-cn": "cn-northwest-1",
};

/** The most that ListAccounts gives per page. */
const mostPerPage = 20;

/**
 * All accounts of the organisation that the credentials' own account manages, sorted by id.
 * @throws JingneiError where there is no organisation, or it may not be listed: without the list nothing can be scanned.
 */
export async function membersOf(
  source: AwsSource,
  own: string,
  client: OrganizationsClient,
  caller: Caller,
): Promise<readonly Member[]> {
  const { ListAccountsCommand } = await import("@aws-sdk/client-organizations");
  const accounts = itemsOf(caller, "ListAccounts", async (token, abortSignal) => {
    const request = new ListAccountsCommand({ MaxResults: mostPerPage, NextToken: token });
    const answer = await client.send(request, { abortSignal });
    return { items: required(answer.Accounts, "Accounts"), next: answer.NextToken };
  });
  const members = new Map<string, Member>();
  try {
    for await (const { Id, State, Status } of accounts) {
      const id = required(accountOf(Id ?? ""), "Accounts[].Id");
      members.set(id, { id, state: State ?? Status });
    }
    // Who may list an organisation belongs to it: an empty list is no answer, and least of all "no accounts".
    if (!members.has(own))
      throw new MalformedAnswer(`the accounts of the organisation lack ${own}, which asked for them`);
  } catch (error) {
    throw cannotList(source, own, error);
  }
  return [...members.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Whether a member can be entered at all. One whose state nobody tells is tried. */
export function isOpen({ state }: Member): boolean {
  return state === undefined || state === "ACTIVE";
}

/** What the user has to put right; anything else stays what it is. */
function cannotList(source: AwsSource, own: string, error: unknown): unknown {
  const { code, reason } = describeError(error);
  if (code === "AWSOrganizationsNotInUseException") {
    return new JingneiError(
      "config",
      `${sourceName(source)}: \`accounts: organization\`, but account ${own} belongs to no organisation`,
      "List the accounts by id together with `role`, or leave `accounts` out for the account of the credentials.",
      error,
    );
  }
  if (reason !== "denied") return error;
  return new JingneiError(
    "credential",
    `${sourceName(source)}: account ${own} may not list the accounts of its organisation (${code})`,
    "Use credentials of the management account or of a delegated administrator that allow organizations:ListAccounts, or list the accounts by id together with `role`.",
    error,
  );
}
