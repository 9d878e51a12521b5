import { describe, expect, it } from "vitest";
import { later } from "../../src/plan/settings.ts";
import { inShort, planned, shapeOf, type Written } from "../support/aws-planned.ts";
import { recordsOf } from "../support/planned-change.ts";

const everyone = '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject"}]}';
const account = '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"999988887777"},"Action":"s3:*"}]}';

/** What a change says of its one bucket `aws_s3_bucket.it`, with settings that are resources of their own. */
function bucketWith(...settings: readonly Written[]): {
  readonly links: readonly string[];
  readonly gaps: readonly string[];
  readonly attributes: object;
} {
  const owner = planned({ kind: "aws_s3_bucket", values: { bucket: "site" }, region: "ap-east-1" });
  const parts = settings.map((one) => ({
    ...planned({ ...one, refs: { bucket: owner.address }, region: "ap-east-1" }),
  }));
  const { records, gaps } = recordsOf(owner, ...parts);
  const bucket = records.get(owner.address);
  return {
    links: (bucket?.links ?? []).map(inShort),
    gaps: gaps.map(({ detail }) => detail),
    attributes: bucket?.attributes ?? {},
  };
}

const policy = (text: string | typeof later): Written => ({
  kind: "aws_s3_bucket_policy",
  values: { bucket: later, policy: text },
});
const block = (values: Written["values"]): Written => ({
  kind: "aws_s3_bucket_public_access_block",
  values: { bucket: later, ...values },
});
const website: Written = {
  kind: "aws_s3_bucket_website_configuration",
  values: { bucket: later, index_document: [{ suffix: "index.html" }] },
};
const openAcl: Written = { kind: "aws_s3_bucket_acl", values: { bucket: later, acl: "public-read" } };

describe("who reaches a planned bucket", () => {
  it("shows a policy for everyone", () => {
    expect(bucketWith(policy(everyone))).toEqual({
      links: ["reachable-from > !*"],
      gaps: [],
      attributes: { public: true },
    });
  });

  it("lets a block on public access take it back, before or after the policy", () => {
    const closed = block({ restrict_public_buckets: true });
    expect(bucketWith(policy(everyone), closed).links).toEqual([]);
    expect(bucketWith(closed, policy(everyone)).links).toEqual([]);
  });

  it("keeps other accounts behind a block that only closes what is public", () => {
    expect(bucketWith(policy(account), block({ restrict_public_buckets: true })).links).toEqual([
      "reachable-from > !999988887777",
    ]);
  });

  it("does not take a block that is not known yet for closed", () => {
    expect(bucketWith(policy(everyone), block({ restrict_public_buckets: later })).links).toEqual([
      "reachable-from > !*",
    ]);
  });

  it("reads an ACL, and the block that ignores it", () => {
    expect(bucketWith(openAcl).links).toEqual(["reachable-from > !*"]);
    expect(bucketWith(openAcl, block({ ignore_public_acls: true })).links).toEqual([]);
    expect(bucketWith(openAcl, block({ restrict_public_buckets: true })).links).toEqual(["reachable-from > !*"]);
  });

  it("reads the grants of an ACL", () => {
    const grants = {
      grant: [
        { permission: "READ", grantee: [{ uri: "http://acs.amazonaws.com/groups/global/AuthenticatedUsers" }] },
        { permission: "WRITE", grantee: [{ uri: "http://acs.amazonaws.com/groups/global/AllUsers" }] },
        { permission: "FULL_CONTROL", grantee: [{ id: "c0ffee" }] },
      ],
    };
    const written: Written = { kind: "aws_s3_bucket_acl", values: { bucket: later, access_control_policy: [grants] } };
    expect(bucketWith(written).links).toEqual(["reachable-from > !*", "reachable-from > !c0ffee"]);
  });

  it("counts a website only where everyone may read", () => {
    expect(bucketWith(website)).toEqual({ links: [], gaps: [], attributes: { website: true } });
    expect(bucketWith(website, policy(everyone)).links).toEqual(["served-from > @ap-east-1", "reachable-from > !*"]);
  });

  it("says that a policy is not known yet", () => {
    // Also where nothing is referred to: `file("policy.json")` in a folder without a plan.
    expect(bucketWith({ ...policy(later), refs: {} }).gaps).toEqual([
      "policy is known only when the change is applied",
    ]);
    // A provider fills in the bucket's own argument of that name.
    expect(bucketWith().gaps).toEqual([]);
    expect(bucketWith(policy("{not json")).gaps).toEqual(["policy is known only when the change is applied"]);
  });
});

describe("who reaches a planned search domain", () => {
  const open = '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"es:ESHttpGet"}]}';

  it.each([
    ["an endpoint for everyone", {}, ["reachable-from > !*"]],
    ["one in a network of one's own", { vpc_options: [{ subnet_ids: ["subnet-1"] }] }, []],
    ["one that asks who is there", { advanced_security_options: [{ enabled: true }] }, []],
    [
      "one that lets in whoever does not say",
      { advanced_security_options: [{ enabled: true, anonymous_auth_enabled: true }] },
      ["reachable-from > !*"],
    ],
  ])("%s", (_title, values, links) => {
    const shape = shapeOf("aws_opensearch_domain");
    const reading = shape.read(planned({ kind: shape.kind, values: { access_policies: open, ...values } }));
    const weighed = shape.weigh?.({ links: reading.links, attributes: reading.attributes ?? {} });
    expect(weighed?.links.map(inShort)).toEqual(links);
  });
});
