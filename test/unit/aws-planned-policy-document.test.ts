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
    [
      "everyone of an organisation that is yet to be made",
      statement({ condition: [{ test: "StringEquals", variable: "aws:PrincipalOrgID", values: [later] }] }),
      ["reachable-from to ?"],
    ],
    [
      "everyone from an endpoint that is yet to be made",
      statement({ condition: [{ test: "StringEquals", variable: "aws:SourceVpce", values: [later] }] }),
      [],
    ],
    [
      "an account that is not known yet",
      statement({ principals: [{ type: "AWS", identifiers: [later, "444455556666"] }] }),
      ["reachable-from to ? for 444455556666", "reachable-from to ?"],
    ],
    ["a service that is not known yet", statement({ principals: [{ type: "Service", identifiers: later }] }), []],
    [
      "to write, an account that is not known yet",
      statement({ actions: ["s3:PutObject"], principals: [{ type: "AWS", identifiers: [later] }] }),
      [],
    ],
  ])("lets in %s", (_words, one, links) => {
    expect(ofBucket(data({ statement: [one] }))).toEqual({ links, gaps: [] });
  });

  test.each<[words: string, settings: Block]>([
    ["whose principals are not known yet", { statement: [statement({ principals: later })] }],
    ["for everyone, perhaps under a condition", { statement: [statement({ condition: later })] }],
    ["of which it is not known what it allows", { statement: [statement({ actions: later })] }],
    ["of which it is not known whether it allows", { statement: [statement({ effect: later })] }],
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

describe("a bucket policy made of several documents", () => {
  const partner = statement({ sid: "read", principals: [{ type: "AWS", identifiers: ["444455556666"] }] });
  const secure = statement({ sid: "tls", effect: "Deny" });
  const nobody = statement({
    sid: "read",
    principals: [{ type: "Service", identifiers: ["logging.s3.amazonaws.com"] }],
  });
  const inner = (name: string, ...statements: readonly Block[]): GivenResource => ({
    ...data({ statement: statements }),
    address: `data.aws_iam_policy_document.${name}`,
  });
  const outer = (path: string, texts: TemplateValue, ...names: readonly string[]): GivenResource => ({
    ...data({ statement: [], [path]: texts }),
    refs: { [path]: names.map((name) => `data.aws_iam_policy_document.${name}`) },
  });
  const read = ["reachable-from to ? for 444455556666"];

  test("lets in whom any of them lets in", () => {
    const taken = outer("source_policy_documents", [later, later], "a", "b");
    expect(ofBucket(taken, inner("a", partner), inner("b", secure))).toEqual({ links: read, gaps: [] });
  });

  test("takes one that is known already by its text", () => {
    const text = JSON.stringify({
      Statement: { Effect: "Allow", Principal: { AWS: "444455556666" }, Action: "s3:GetObject" },
    });
    const taken = outer("source_policy_documents", [text, later], "b");
    expect(ofBucket(taken, inner("b", secure))).toEqual({ links: read, gaps: [] });
    const known = { ...inner("a"), settings: { json: text } };
    expect(ofBucket(outer("source_policy_documents", [later], "a"), known)).toEqual({ links: read, gaps: [] });
  });

  test("puts a later statement in the place of one of the same id", () => {
    const taken = outer("source_policy_documents", [later], "a");
    const own = { ...taken, settings: { ...taken.settings, statement: [nobody] } };
    expect(ofBucket(own, inner("a", partner))).toEqual({ links: [], gaps: [] });
    const over = outer("override_policy_documents", [later], "a");
    const overridden = { ...over, settings: { ...over.settings, statement: [partner] } };
    expect(ofBucket(overridden, inner("a", nobody))).toEqual({ links: [], gaps: [] });
  });

  test("is not known where one is of somewhere else, or their number is open", () => {
    const more = outer("source_policy_documents", [later, later], "a");
    expect(ofBucket(more, inner("a", partner))).toEqual({ links: read, gaps: [gap] });
    const open = outer("source_policy_documents", later, "a");
    expect(ofBucket(open, inner("a", partner))).toEqual({ links: read, gaps: [gap] });
    expect(ofBucket(outer("source_policy_documents", [later], "a")).gaps).toEqual([gap]);
  });

  test("comes to an end where they take each other in", () => {
    const circle = { ...outer("source_policy_documents", [later], "d"), address: document };
    expect(ofBucket(circle).gaps).toEqual([gap]);
  });
});

describe("the own account in a bucket policy", () => {
  const path = "statement[0].principals[0].identifiers[0]";
  const named = (address: string, value: TemplateValue): GivenResource => ({
    ...data({ statement: [statement({ principals: [{ type: "AWS", identifiers: [value] }] })] }),
    refs: { [path]: [address], "": [address] },
  });
  const role = (caller?: string): GivenResource => ({
    address: "aws_iam_role.r",
    settings: { arn: later },
    ...(caller === undefined ? {} : { caller }),
  });
  const me = (caller?: string): GivenResource => ({
    address: "data.aws_caller_identity.me",
    kind: "aws_caller_identity",
    settings: { account_id: "111122223333" },
    change: "none",
    ...(caller === undefined ? {} : { caller }),
  });
  const root = "arn:aws-cn:iam::111122223333:root";

  test("is nobody else: a role of the same change", () => {
    expect(ofBucket(named("aws_iam_role.r", later), role())).toEqual({ links: [], gaps: [] });
  });

  test("is somebody else where another caller makes the role", () => {
    expect(ofBucket(named("aws_iam_role.r", later), role("other")).links).toEqual(["reachable-from to ?"]);
  });

  test("is somebody else where the name is made of more than a role", () => {
    const mixed = { ...named("aws_iam_role.r", later), refs: { [path]: ["aws_iam_role.r", "aws_ssm_parameter.p"] } };
    expect(ofBucket(mixed, role()).links).toEqual(["reachable-from to ?"]);
  });

  test("is nobody else by its number, where the policy takes that from who plans", () => {
    expect(ofBucket(named("data.aws_caller_identity.me", root), me())).toEqual({ links: [], gaps: [] });
    expect(ofBucket(named("data.aws_caller_identity.me", root), me("other")).links).toEqual([
      "reachable-from to ? for 111122223333",
    ]);
  });

  test("is nobody else in a policy that is known", () => {
    const text = JSON.stringify({
      Statement: [{ Effect: "Allow", Principal: { AWS: [root, "444455556666"] }, Action: "s3:GetObject" }],
    });
    const known: GivenResource = {
      ...policy,
      settings: { bucket: "b", policy: text },
      refs: { policy: ["data.aws_caller_identity.me"] },
    };
    const { at } = read(bucket, known, me());
    expect(linksOf(at(bucket.address))).toEqual(["reachable-from to ? for 444455556666"]);
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
