import type { Trail } from "@aws-sdk/client-cloudtrail";
import type { Caller } from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import type { AwsSession } from "../session.ts";

/**
 * The trails whose home a region is. Shadows of other regions' trails are left out, so that a trail of all regions is
 * found once; so is an organisation's trail in a member account, which belongs to the account that made it.
 */
export async function* trails(session: AwsSession, region: string, caller: Caller): AsyncGenerator<Trail> {
  const { CloudTrailClient, DescribeTrailsCommand } = await import("@aws-sdk/client-cloudtrail");
  const cloudtrail = session.client(CloudTrailClient, region);
  const answer = await caller.call("DescribeTrails", async (abortSignal) =>
    required(
      (await cloudtrail.send(new DescribeTrailsCommand({ includeShadowTrails: false }), { abortSignal })).trailList,
      "trailList",
    ),
  );
  yield* answer;
}
