import type { BackupClient } from "@aws-sdk/client-backup";
import type { Caller } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { itemsOf } from "../pages.ts";
import { mostPerPage } from "./vaults.ts";

/** From which vault to which a copy was made. */
export interface CopyWay {
  readonly from: string;
  readonly to: string;
}

/** Ways that copies took in the last weeks, each once: also copies that no plan asks for. A job that failed carried nothing. */
export async function* copyWays(client: BackupClient, caller: Caller): AsyncGenerator<CopyWay> {
  const { ListCopyJobsCommand } = await import("@aws-sdk/client-backup");
  const jobs = itemsOf(caller, "ListCopyJobs", async (token, abortSignal) => {
    const answer = await client.send(new ListCopyJobsCommand({ MaxResults: mostPerPage, NextToken: token }), {
      abortSignal,
    });
    return { items: required(answer.CopyJobs, "CopyJobs"), next: answer.NextToken };
  });
  const told = new Set<string>();
  for await (const { SourceBackupVaultArn: from, DestinationBackupVaultArn: to, State: state } of jobs) {
    if (state === "FAILED" || state === "CREATED" || !from || !to || told.has(`${from} ${to}`)) continue;
    told.add(`${from} ${to}`);
    yield { from, to };
  }
}
