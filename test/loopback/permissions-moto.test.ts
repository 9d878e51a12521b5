import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { jingnei } from "../support/command.ts";
import { motoMissing } from "../support/moto.ts";

const missing = motoMissing();

/** What moto, which checks the grammar of IAM, says of a policy: nothing where it takes it. */
function complaint(policy: string): string {
  const script = `
import sys
from moto.iam.policy_validation import IAMPolicyDocumentValidator
try:
    IAMPolicyDocumentValidator(sys.stdin.read()).validate()
except Exception as error:
    print(error)
`;
  const { stdout, status } = spawnSync("python3", ["-c", script], { input: policy, encoding: "utf8" });
  expect(status).toBe(0);
  return stdout.trim();
}

describe.skipIf(missing !== undefined)("somebody else's idea of IAM", () => {
  test.each([[[]], [["--with", "role=Audit,partition=aws-cn,accounts=organization"]], [["--only", "aws/s3/*"]]])(
    "takes the policy of `permissions aws` %j",
    async (args) => {
      const { stdout } = await jingnei(["permissions", "aws", ...args]);
      const product: object = JSON.parse(stdout);
      const documents = "Statement" in product ? [product] : Object.values(product);
      for (const document of documents) expect(complaint(JSON.stringify(document))).toBe("");
    },
  );

  test("and refuses one that is wrong", async () => {
    const { stdout } = await jingnei(["permissions", "aws", "--only", "aws/s3/*"]);
    expect(complaint(stdout.replace("2012-10-17", "2012"))).toContain("MalformedPolicyDocument");
    expect(complaint(stdout.replaceAll("ReadS3", "NeverContent"))).toContain("MalformedPolicyDocument");
  });
});
