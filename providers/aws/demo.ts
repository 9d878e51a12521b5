import type { DemoCloud } from "../../src/model/index.ts";
import { chinaAccount } from "./demo/china.ts";
import { globalAccount, globalRegions } from "./demo/global.ts";
import { serveAws } from "./loopback.ts";

/** The fictional Haitang Pay's two AWS accounts, one per partition, behind one loopback endpoint. */
export async function demo(): Promise<DemoCloud> {
  const cloud = await serveAws(
    { accounts: [chinaAccount, globalAccount] },
    {
      // Small pages, so that every list of the demo has more than one.
      pageSize: 12,
      // The one API that the auditor was not granted.
      faults: [{ service: "ec2", operation: "DescribeSnapshots", region: "cn-northwest-1", answer: "denied" }],
    },
  );
  return {
    sources: [
      { provider: "aws", partition: "aws-cn", endpoint: cloud.url },
      { provider: "aws", partition: "aws", regions: [...globalRegions], endpoint: cloud.url },
    ],
    // The loopback accepts any key; these are nobody's.
    environment: { AWS_ACCESS_KEY_ID: "HAITANGDEMOKEY", AWS_SECRET_ACCESS_KEY: "not-a-secret" },
    close: () => cloud.close(),
  };
}
