import { createServer } from "node:http";
import { expect, test } from "vitest";
import { serveAws } from "../../providers/aws/loopback.ts";
import { scanAws } from "../support/aws-scan.ts";

const canary = "hunter2-canary-7f3a";
const own = "444455556666";
const region = "ap-east-1";
const arn = (name: string) => `arn:aws:lambda:${region}:${own}:function:${name}`;
const secretive = (name: string) => ({
  FunctionName: name,
  FunctionArn: arn(name),
  Description: "plain",
  Environment: {
    Variables: { PASSWORD: canary, [canary]: "as a name" },
    Error: { ErrorCode: "AccessDenied", Message: canary },
  },
});

async function everything(functions: readonly object[], faults: readonly object[] = []): Promise<string> {
  const account = {
    id: own,
    partition: "aws",
    regions: [{ id: region }],
    services: { [region]: { lambda: { functions: functions as readonly Record<string, unknown>[] } } },
  };
  const cloud = await serveAws({ accounts: [account] }, { faults: faults as [] });
  try {
    const { records, gaps } = await scanAws(
      { provider: "aws", regions: [region], endpoint: cloud.url },
      { types: ["aws/lambda/function"] },
    );
    return JSON.stringify({ records, gaps });
  } finally {
    await cloud.close();
  }
}

test("nothing of a function's environment reaches a record", async () => {
  const told = await everything([secretive("export"), secretive("import")]);
  expect(told).toContain(arn("export"));
  expect(told).toContain(arn("import"));
  expect(told).not.toContain(canary);
});

test("nor a gap, where what comes after the list fails", async () => {
  const faults = ["ListTags", "ListEventSourceMappings"].map((operation) => ({ operation, answer: "server-error" }));
  const told = await everything([secretive("export")], faults);
  expect(told).toContain('"kind":"gap"');
  expect(told).not.toContain(canary);
});

test("nor where an entry lacks what it needs", async () => {
  const { FunctionArn: _, ...nameless } = secretive("export");
  const told = await everything([nameless]);
  expect(told).toContain("the answer lacks Functions[].FunctionArn");
  expect(told).not.toContain(canary);
});

test.each([
  ["an answer that breaks off", `{"Functions":[${JSON.stringify(secretive("export")).slice(0, -40)}`],
  ["an answer that is broken where the value stands", `{"Functions":[{"Environment":{"PASSWORD": ${canary}}}]}`],
  ["a list under another name", JSON.stringify({ Items: [secretive("export")] })],
  ["an error that quotes the answer", JSON.stringify({ message: `cannot read {"PASSWORD":"x"}`, Items: [canary] })],
])("nor from %s", async (_title, body) => {
  const loopback = await serveAws({ accounts: [{ id: own, partition: "aws", regions: [{ id: region }] }] });
  const server = createServer((_request, response) =>
    response.writeHead(200, { "content-type": "application/json" }).end(body),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  try {
    const { records, gaps } = await scanAws(
      { provider: "aws", regions: [region] },
      {
        types: ["aws/lambda/function"],
        environment: {
          AWS_ACCESS_KEY_ID: "TESTKEY",
          AWS_SECRET_ACCESS_KEY: "test",
          AWS_ENDPOINT_URL: loopback.url,
          AWS_ENDPOINT_URL_LAMBDA: `http://127.0.0.1:${port}`,
        },
      },
    );
    expect(records).toEqual([]);
    expect(gaps.map(({ operation, reason }) => [operation, reason])).toEqual([["ListFunctions", "malformed"]]);
    expect(JSON.stringify(gaps)).not.toContain(canary.slice(0, 7));
    expect(JSON.stringify(gaps)).not.toContain("SWORD");
  } finally {
    server.closeAllConnections();
    server.close();
    await loopback.close();
  }
});
