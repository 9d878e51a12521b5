import { expect, test } from "vitest";
import { arnTarget, functionOfArn, hostOf, hostTarget, logGroupOfArn } from "../../providers/aws/targets.ts";

const own = { provider: "aws", partition: "aws", account: "444455556666" };

test("an ARN tells the region, and the account where it is another one", () => {
  expect(arnTarget("arn:aws:sqs:eu-west-1:444455556666:q", own)).toEqual({
    id: "arn:aws:sqs:eu-west-1:444455556666:q",
    place: { region: "eu-west-1" },
  });
  expect(arnTarget("arn:aws:sqs:eu-west-1:222233334444:q", own)).toMatchObject({ party: "222233334444" });
  expect(arnTarget("arn:aws:s3:::bucket", own)).toEqual({ id: "arn:aws:s3:::bucket" });
});

test("a function goes without version or alias, a log group without its streams", () => {
  expect(functionOfArn("arn:aws:lambda:eu-west-1:1:function:f:live")).toBe("arn:aws:lambda:eu-west-1:1:function:f");
  expect(functionOfArn("arn:aws:lambda:eu-west-1:1:function:f")).toBe("arn:aws:lambda:eu-west-1:1:function:f");
  expect(functionOfArn("arn:aws:logs:eu-west-1:1:destination:d")).toBe("arn:aws:logs:eu-west-1:1:destination:d");
  expect(logGroupOfArn("arn:aws:logs:eu-west-1:1:log-group:a:b:*")).toBe("arn:aws:logs:eu-west-1:1:log-group:a:b");
});

test.each([
  ["https://user:secret@hooks.example.com:8443/in/secret?token=secret#secret", "hooks.example.com"],
  [
    "jdbc:redshift://crm.c0.eu-west-1.redshift.amazonaws.com:5439/db?password=secret",
    "crm.c0.eu-west-1.redshift.amazonaws.com",
  ],
  ["hooks.example.com/in/secret", "hooks.example.com"],
  ["HTTPS://Hooks.EXAMPLE.com", "hooks.example.com"],
  ["http://[2001:db8::1]:80/secret", "[2001:db8::1]"],
  ["https://", undefined],
  ["", undefined],
])("of %s only the host is kept", (address, host) => {
  expect(hostOf(address)).toBe(host);
});

test.each([
  ["abc.execute-api.eu-west-1.amazonaws.com", "eu-west-1"],
  ["vpce-1.firehose.cn-north-1.vpce.amazonaws.com.cn", "cn-north-1"],
  ["0abc.us-gov-west-1.aoss.amazonaws.com", "us-gov-west-1"],
  ["eu-west-1.amazonaws.com.example.net", undefined],
  ["intake.eu-west-1.example.net", undefined],
  ["s3.amazonaws.com", undefined],
])("%s is in %s", (host, region) => {
  expect(hostTarget(host)).toEqual({ party: host, ...(region === undefined ? {} : { place: { region } }) });
});
