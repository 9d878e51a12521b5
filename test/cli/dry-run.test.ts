import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type AwsAccount, serveAws } from "../../providers/aws/loopback.ts";
import { testKeys } from "../support/aws-scan.ts";
import { emptyFolder, jingnei } from "../support/command.ts";

const tags = { "data-class": "general", "data-origin": "elsewhere" };
const region = "us-east-1";

/** So many resources of each type that is asked about one by one. */
function accountOf(size: number): AwsAccount {
  const serial = (prefix: string) =>
    Array.from({ length: size }, (_, index) => `${prefix}-${index.toString(16).padStart(17, "0")}`);
  return {
    id: "444455556666",
    partition: "aws",
    regions: [{ id: region }],
    buckets: serial("bucket").map((name) => ({ name, region, tags })),
    ec2: {
      [region]: {
        volumes: serial("vol").map((id) => ({ id, tags })),
        snapshots: serial("snap").map((id) => ({ id, volume: "vol-ffffffff", tags })),
      },
    },
  };
}

function folderWith(source: string): string {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "jingnei.yaml"), `sources: [${source}]\n`);
  return cwd;
}

/** How often each call was made by a scan of an account of this size. */
async function callsMade(size: number): Promise<ReadonlyMap<string, number>> {
  const cloud = await serveAws({ accounts: [accountOf(size)] });
  try {
    const cwd = folderWith(`{ provider: aws, endpoint: "${cloud.url}" }`);
    await jingnei(["scan", "--quiet"], { cwd, environment: testKeys });
    const calls = Map.groupBy(cloud.calls, ({ operation }) => operation);
    return new Map([...calls].map(([operation, made]) => [operation, made.length]));
  } finally {
    await cloud.close();
  }
}

async function rowsOf(source: string): Promise<readonly (readonly string[])[]> {
  const { stdout, code } = await jingnei(["scan", "--dry-run"], { cwd: folderWith(source) });
  expect(code).toBe(0);
  return stdout.split("\n").map((line) => line.split(/ {2,}/));
}

test("calls made once per resource are marked, as the wire shows them", async () => {
  const [few, many, rows] = await Promise.all([callsMade(1), callsMade(4), rowsOf("{ provider: aws }")]);
  const perResource = rows.filter(([, per]) => per === "resource").map(([, , operation]) => operation);
  const growing = [...many]
    .filter(([operation, count]) => count > (few.get(operation) ?? 0))
    .map(([operation]) => operation);
  expect(growing.length).toBeGreaterThan(5);
  expect(growing.filter((operation) => !perResource.includes(operation))).toEqual([]);
  const steady = [...many.keys()].filter((operation) => !growing.includes(operation));
  expect(steady).toContain("DescribeVolumes");
  expect(steady.filter((operation) => perResource.includes(operation))).toEqual([]);
});

test.each([
  ["{ provider: aws }", "{ provider: aws, role: Audit }"],
  ["{ provider: alibaba }", "{ provider: alibaba, role: audit }"],
])("%s assumes no role, %s does", async (without, withRole) => {
  const calls = async (source: string) => (await rowsOf(source)).map(([, , operation]) => operation);
  expect(await calls(without)).not.toContain("AssumeRole");
  expect(await calls(withRole)).toContain("AssumeRole");
});

test("the accounts of an organisation are listed where the source says so", async () => {
  const calls = async (source: string) => (await rowsOf(source)).map(([, , operation]) => operation);
  expect(await calls('{ provider: aws, accounts: ["111122223333"], role: Audit }')).not.toContain("ListAccounts");
  expect(await calls("{ provider: aws, accounts: organization, role: Audit }")).toContain("ListAccounts");
});
