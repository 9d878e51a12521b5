import { z } from "zod";
import type { Caller, Link } from "../../src/model/index.ts";
import { reportBad } from "./bad-rows.ts";
import { databaseId, rds } from "./databases.ts";
import { askPages, byNumber } from "./paging.ts";
import { placeRegion } from "./regions.ts";
import { countRows, optional, optionalText, rowsOf, whole } from "./rpc-fields.ts";
import type { AlibabaSession } from "./session.ts";

const Policy = z.object({
  DBInstanceId: z.string(),
  CrossBackupRegion: optionalText,
  BackupEnabled: optionalText,
  LogBackupEnabled: optionalText,
  Retention: optional(whole),
});

const Page = z
  .object({
    PageNumber: optional(whole),
    PageSize: optional(whole),
    TotalRecords: optional(whole),
    Items: rowsOf("Item", "DBInstanceId", Policy),
  })
  .transform((page) => ({ ...page, TotalCount: page.TotalRecords }));

/** Where an instance's backups go besides its own region. */
export interface CrossBackup {
  readonly link: Link;
  /** Of the data, in days. */
  readonly retentionDays: number | undefined;
  readonly logs: boolean;
}

const operation = "DescribeCrossRegionBackupDBInstance";

/** One list names every instance of a region whose backups, or logs for recovery, are copied to another region. */
export async function crossBackups(
  session: AlibabaSession,
  region: string,
  caller: Caller,
): Promise<(instance: string) => CrossBackup | undefined> {
  const every = databaseId(session, "rds", region, "*");
  const list = { product: rds, region, action: operation, parameters: { RegionId: region }, answer: Page };
  const fetch = byNumber(session.rpc, list, 100, (page) => countRows(page.Items));
  const pages = await askPages(caller, operation, every, fetch);
  for (const { Items: rows } of pages) {
    await reportBad(caller, operation, rows.bad, ({ id }) => databaseId(session, "rds", region, id ?? "*"));
  }
  const found = new Map<string, CrossBackup>();
  for (const policy of pages.flatMap((page) => page.Items.good)) {
    const data = !isOff(policy.BackupEnabled);
    const logs = policy.LogBackupEnabled !== undefined && !isOff(policy.LogBackupEnabled);
    if (data || logs) {
      const field = data ? "BackupEnabled" : "LogBackupEnabled";
      found.set(policy.DBInstanceId, {
        link: linkTo(policy.CrossBackupRegion, field),
        retentionDays: policy.Retention,
        logs,
      });
    }
  }
  return (instance) => found.get(instance);
}

/** Several spellings are in use. Listed without a word about it means on: the list is of the instances that have it. */
function isOff(word: string | undefined): boolean {
  return word !== undefined && /^(?:disabled?|off|false|0)$/i.test(word);
}

function linkTo(region: string | undefined, field: string): Link {
  return {
    kind: "backs-up-to",
    direction: "to",
    target: region === undefined ? {} : { place: { region: placeRegion(region) } },
    evidence: {
      source: `rds:${operation}`,
      field: `Items.Item[].${region === undefined ? field : "CrossBackupRegion"}`,
      value: region ?? "a region that is not shown",
    },
  };
}
