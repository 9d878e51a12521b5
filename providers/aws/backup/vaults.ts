import type { BackupClient, BackupVaultListMember } from "@aws-sdk/client-backup";
import { type Caller, type Known, known, type LinkTarget, type Scope, type Tags } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { accountOf } from "../arn.ts";
import { itemsOf } from "../pages.ts";

/** The most that the lists of AWS Backup give per page. */
export const mostPerPage = 1000;

/** A vault of the account's own: the list can also hold vaults that others share with it. */
export interface Vault {
  readonly name: string;
  readonly arn: string;
  readonly listed: BackupVaultListMember;
}

export async function* listVaults(client: BackupClient, caller: Caller, own: Scope): AsyncGenerator<Vault> {
  const { ListBackupVaultsCommand } = await import("@aws-sdk/client-backup");
  const vaults = itemsOf(caller, "ListBackupVaults", async (token, abortSignal) => {
    const request = new ListBackupVaultsCommand({ MaxResults: mostPerPage, NextToken: token });
    const answer = await client.send(request, { abortSignal });
    return { items: required(answer.BackupVaultList, "BackupVaultList"), next: answer.NextToken };
  });
  for await (const listed of vaults) {
    const arn = required(listed.BackupVaultArn, "BackupVaultList[].BackupVaultArn");
    const name = required(listed.BackupVaultName, "BackupVaultList[].BackupVaultName");
    if (accountOf(arn) === own.account) yield { name, arn, listed };
  }
}

/** Tags of whatever AWS Backup holds, by its ARN. */
export async function readTags(client: BackupClient, caller: Caller, arn: string): Promise<Known<Tags>> {
  const { ListTagsCommand } = await import("@aws-sdk/client-backup");
  const tags = await caller.ask("ListTags", arn, async (abortSignal) => {
    const answer = await client.send(new ListTagsCommand({ ResourceArn: arn, MaxResults: mostPerPage }), {
      abortSignal,
    });
    return required(answer.Tags, "Tags");
  });
  return tags.known ? known(tags.value ?? {}) : tags;
}

/** A vault as the other end: its ARN says where it lies and whose it is. */
export function vaultTarget(arn: string, own: Scope): LinkTarget {
  const region = arn.split(":")[3];
  const account = accountOf(arn);
  return {
    id: arn,
    ...(region === undefined || region === "" ? {} : { place: { region } }),
    ...(account === undefined || account === own.account ? {} : { party: account }),
  };
}
