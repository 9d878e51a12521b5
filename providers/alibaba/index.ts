import type { Provider } from "../../src/model/index.ts";
import { describeError } from "./errors.ts";
import { regions } from "./regions.ts";
import { AlibabaSource } from "./source.ts";
import { unread } from "./unread.ts";

/** Alibaba Cloud. Nothing here loads the SDK; that waits until a scan connects. */
export const alibaba: Provider = {
  id: "alibaba",
  title: { en: "Alibaba Cloud", zh: "阿里云" },
  regions,
  caseInsensitiveIds: false,
  source: AlibabaSource,
  partitionOf: () => "alibaba",
  describeError,
  entry: [
    { operation: "GetCallerIdentity", permission: "sts:GetCallerIdentity" },
    {
      operation: "GetResourceDirectory",
      permission: "resourcemanager:GetResourceDirectory",
      with: "accounts=resource-directory",
    },
    { operation: "ListAccounts", permission: "resourcemanager:ListAccounts", with: "accounts=resource-directory" },
    { operation: "AssumeRole", permission: "sts:AssumeRole", with: "role" },
    { operation: "DescribeRegions", permission: "ecs:DescribeRegions" },
  ],
  async grants(request) {
    return (await import("./permission-policy.ts")).permissionPolicies(request);
  },
  async imports() {
    return [(await import("./imports/data-security-center.ts")).dataSecurityCenterImport];
  },
  unread,
  async types() {
    return (await import("./types/index.ts")).types;
  },
  async *connect(source, context) {
    const { connect } = await import("./connect.ts");
    yield* connect(source, context);
  },
  async demo() {
    return (await import("./demo.ts")).startDemo();
  },
};
