import type { BackupClient, BackupSelection } from "@aws-sdk/client-backup";
import { type Caller, matchesGlob } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { detailItems } from "../listed-detail.ts";
import type { Plan } from "./plans.ts";
import { mostPerPage } from "./vaults.ts";

/**
 * ARNs of the resources that a plan names one by one. What it selects by tag or wildcard is left to the lists of what has been
 * backed up, so that nothing is claimed of a resource that the selection may not reach.
 */
export async function selectedBy(
  client: BackupClient,
  caller: Caller,
  plan: Plan,
  region: string,
): Promise<readonly string[]> {
  const { GetBackupSelectionCommand, ListBackupSelectionsCommand } = await import("@aws-sdk/client-backup");
  const selections = detailItems(caller, "ListBackupSelections", plan.arn, async (token, abortSignal) => {
    const request = new ListBackupSelectionsCommand({
      BackupPlanId: plan.id,
      MaxResults: mostPerPage,
      NextToken: token,
    });
    const answer = await client.send(request, { abortSignal });
    const items = required(answer.BackupSelectionsList, "BackupSelectionsList").map(({ SelectionId }) =>
      required(SelectionId, "BackupSelectionsList[].SelectionId"),
    );
    return { items, next: answer.NextToken };
  });
  const arns = new Set<string>();
  for await (const SelectionId of selections) {
    const selection = await caller.ask("GetBackupSelection", plan.arn, async (abortSignal) => {
      const request = new GetBackupSelectionCommand({ BackupPlanId: plan.id, SelectionId });
      return required((await client.send(request, { abortSignal })).BackupSelection, "BackupSelection");
    });
    if (!selection.known || selection.value === null) continue;
    for (const arn of namedIn(selection.value, region)) arns.add(arn);
  }
  return [...arns];
}

function namedIn(selection: BackupSelection, region: string): readonly string[] {
  const { Resources: named = [], NotResources: excluded = [], Conditions: conditions } = selection;
  // Under a condition on tags a named resource is backed up only while its tags match.
  if (Object.values(conditions ?? {}).some((tests) => Array.isArray(tests) && tests.length > 0)) return [];
  return named.filter((arn) => {
    const there = arn.split(":")[3];
    if (!arn.startsWith("arn:") || arn.includes("*") || excluded.some((glob) => matchesGlob(glob, arn))) return false;
    // A plan backs up what lies in its own region; ARNs of buckets name none.
    return there === "" || there === region;
  });
}
