import { z } from "zod";
import type { Caller } from "../../../src/model/index.ts";
import { MalformedAnswer, required } from "../answer.ts";
import { itemsOf } from "../pages.ts";
import type { AwsSession } from "../session.ts";

/** A subscription filter of the whole account: it streams every log group that its criteria do not leave out. */
export interface AccountSubscription {
  readonly name: string;
  readonly destination: string;
  covers(logGroup: string): boolean;
}

const PolicyDocument = z.object({ DestinationArn: z.string().min(1) });
const Names = z.array(z.string());
/** The one form that PutAccountPolicy takes for subscriptions, and those it takes for other policies. Read 2026-11-22. */
const criteria = /^\s*(LogGroupName|LogGroupNamePrefix)\s+(NOT\s+IN|IN)\s+(\[.*\])\s*$/s;

/** The account's own subscription filters in a region; log groups tell only their own. */
export async function* accountSubscriptions(
  session: AwsSession,
  region: string,
  caller: Caller,
): AsyncGenerator<AccountSubscription> {
  const { CloudWatchLogsClient, DescribeAccountPoliciesCommand } = await import("@aws-sdk/client-cloudwatch-logs");
  const logs = session.client(CloudWatchLogsClient, region);
  yield* itemsOf(caller, "DescribeAccountPolicies", async (nextToken, abortSignal) => {
    const request = new DescribeAccountPoliciesCommand({ policyType: "SUBSCRIPTION_FILTER_POLICY", nextToken });
    const answer = await logs.send(request, { abortSignal });
    const items = required(answer.accountPolicies, "accountPolicies").map(
      ({ policyName, policyDocument, selectionCriteria }): AccountSubscription => ({
        name: required(policyName, "policyName"),
        destination: destinationIn(required(policyDocument, "policyDocument")),
        covers: coverage(selectionCriteria),
      }),
    );
    return { items, next: answer.nextToken };
  });
}

function destinationIn(document: string): string {
  try {
    return PolicyDocument.parse(JSON.parse(document)).DestinationArn;
  } catch {
    // The parser's message quotes the document.
    throw new MalformedAnswer("the account policy cannot be read");
  }
}

/** Criteria of another form leave nothing out: a stream that may not be there is seen, one that is there is not missed. */
function coverage(text: string | undefined): AccountSubscription["covers"] {
  const [, subject, operator = "", list] = criteria.exec(text ?? "") ?? [];
  const names = list === undefined ? undefined : Names.safeParse(parsed(list)).data;
  if (names === undefined) return () => true;
  const wanted = operator === "IN";
  return (logGroup) =>
    names.some((name) => (subject === "LogGroupName" ? logGroup === name : logGroup.startsWith(name))) === wanted;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
