import { describe, expect, test } from "vitest";
import { awsTemplates } from "../../providers/aws/planned/index.ts";
import { later, type TemplateValue } from "../../src/plan/settings.ts";
import { type GivenResource, linksOf, recordsOf } from "../support/planned-provider.ts";

const document = "data.aws_iam_policy_document.d";

function read(...given: readonly GivenResource[]) {
  return recordsOf(awsTemplates, "cn-north-1", given);
}

/** As a plan holds a data source that is read during the apply: the bucket's ARN in it is not known yet. */
const data = (settings: GivenResource["settings"] = {}): GivenResource => ({
  address: document,
  kind: "aws_iam_policy_document",
  settings: { json: later, override_json: null, source_policy_documents: null, ...settings },
  change: "none",
});
const everyone = { type: "*", identifiers: ["*"] };
type Block = { readonly [name: string]: TemplateValue };

const statement = (more: Block = {}): Block => ({
  effect: null,
  actions: ["s3:GetObject"],
  not_actions: null,
  principals: [everyone],
  condition: [],
  resources: [later],
  ...more,
});
const bucket: GivenResource = { address: "aws_s3_bucket.b", settings: { bucket: "b" } };
const policy: GivenResource = {
  address: "aws_s3_bucket_policy.p",
  settings: { bucket: "b", policy: later },
  refs: { policy: [document] },
};

function ofBucket(...given: readonly GivenResource[]) {
  const { at, gaps } = read(bucket, policy, ...given);
  return { links: linksOf(at(bucket.address)), gaps: gaps.map(({ detail }) => detail) };
}

const gap = "policy is known only when the change is applied";

describe("a bucket policy that a data source makes and only the apply tells in full", () => {
  test.each([
    ["everyone", statement(), ["reachable-from to ? for *"]],
    [
      "everyone by the other spelling",
      statement({ principals: [{ type: "AWS", identifiers: ["*"] }] }),
      ["reachable-from to ? for *"],
    ],
    [
      "an account",
      statement({ principals: [{ type: "AWS", identifiers: ["444455556666"] }] }),
      ["reachable-from to ? for 444455556666"],
    ],
    ["a service", statement({ principals: [{ type: "Service", identifiers: ["logging.s3.amazonaws.com"] }] }), []],
    ["everyone, by a denial", statement({ effect: "Deny" }), []],
    ["everyone, to list names", statement({ actions: ["s3:ListBucket"] }), []],
    [
      "everyone of an organisation",
      statement({ condition: [{ test: "StringEquals", variable: "aws:PrincipalOrgID", values: ["o-acme"] }] }),
      ["reachable-from to ? for o-acme"],
    ],
    ["everyone under a condition that is not known yet", statement({ condition: later }), []],
  ])("lets in %s", (_words, one, links) => {
    expect(ofBucket(data({ statement: [one] }))).toEqual({ links, gaps: [] });
  });

  test.each<[words: string, settings: Block]>([
    [
      "whose principals are not known yet",
      { statement: [statement({ principals: [{ type: "AWS", identifiers: later }] })] },
    ],
    ["that takes in another one", { statement: [statement({ principals: [] })], source_policy_documents: [later] }],
    ["whose statements are not known yet", { statement: later }],
  ])("%s is named as not known", (_words, settings) => {
    expect(ofBucket(data(settings)).gaps).toEqual([gap]);
  });

  test("what is open by itself is open, whatever else it takes in", () => {
    const opened = ofBucket(data({ statement: [statement()], source_policy_documents: [later] }));
    expect(opened).toEqual({ links: ["reachable-from to ? for *"], gaps: [gap] });
  });

  test("and that is not of the change stays not known", () => {
    expect(ofBucket()).toEqual({ links: [], gaps: [gap] });
  });

  test("is taken back by a block on public access", () => {
    const block: GivenResource = {
      address: "aws_s3_bucket_public_access_block.x",
      settings: { bucket: "b", restrict_public_buckets: true, block_public_policy: true },
    };
    expect(ofBucket(data({ statement: [statement()] }), block).links).toEqual([]);
  });

  test("counts for a bucket that the change does not hold", () => {
    const { at } = read(policy, data({ statement: [statement()] }));
    expect(linksOf(at(policy.address))).toContain("reachable-from to ? for *");
  });
});

test("a queue's own policy likewise", () => {
  const actions = ["sqs:ReceiveMessage"];
  const queue: GivenResource = {
    address: "aws_sqs_queue.q",
    settings: { policy: later },
    refs: { policy: [document] },
  };
  const { at, gaps } = read(queue, data({ statement: [statement({ actions })] }));
  expect(linksOf(at(queue.address))).toEqual(["reachable-from to ? for *"]);
  expect(gaps).toEqual([]);
});
