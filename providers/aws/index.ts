import type { Provider } from "../../src/model/index.ts";
import { describeError } from "./errors.ts";
import { regions } from "./regions.ts";
import { AwsSource } from "./source.ts";
import { unread } from "./unread.ts";

/** Amazon Web Services, both partitions. Cheap to load: the SDKs come with the first call that needs them. */
export const aws: Provider = {
  id: "aws",
  title: { en: "Amazon Web Services", zh: "亚马逊云科技" },
  regions,
  caseInsensitiveIds: false,
  source: AwsSource,
  partitionOf: (source) => AwsSource.parse(source).partition,
  describeError,
  entry: [
    { operation: "GetCallerIdentity", permission: "sts:GetCallerIdentity" },
    { operation: "ListAccounts", permission: "organizations:ListAccounts", with: "accounts=organization" },
    { operation: "AssumeRole", permission: "sts:AssumeRole", with: "role" },
    { operation: "DescribeRegions", permission: "ec2:DescribeRegions" },
  ],
  grants: async (request) => (await import("./permission-policy.ts")).permissionPolicies(request),
  async imports() {
    return [(await import("./imports/macie.ts")).macieImport];
  },
  unread,
  types: async () => (await import("./types/index.ts")).types,
  async *connect(source, context) {
    const { connect } = await import("./connect.ts");
    yield* connect(source, context);
  },
  demo: async () => (await import("./demo.ts")).demo(),
};
