import { type GrantRequest, type Grants, matchesGlob, type Text } from "../../src/model/index.ts";
import { type DocumentShape, groupByService, namedDocuments, splitDocument } from "../split-document.ts";

interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Action: readonly string[];
  readonly Resource: string;
}

/** An identity-based policy as IAM takes it. The same text serves both partitions, since it names no ARN but roles to enter. */
interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly Statement[];
}

/** Characters of a managed policy, white space not counted (IAM User Guide, "IAM and AWS STS quotas", read 2026-11-22). */
const longestPolicy = 6_144;

/**
 * Reads of what is in a store, and of what opens one. Denied outright: whoever attaches a second, wider policy does not give them
 * by accident. Nothing that a type asks for may be among them (test/contract/permissions.test.ts).
 */
export const contentReads: readonly string[] = [
  "cloudtrail:GetQueryResults",
  "cloudtrail:LookupEvents",
  "cloudtrail:StartQuery",
  "dynamodb:BatchGetItem",
  "dynamodb:GetItem",
  "dynamodb:GetRecords",
  "dynamodb:PartiQLSelect",
  "dynamodb:Query",
  "dynamodb:Scan",
  "ebs:GetSnapshotBlock",
  "ebs:ListChangedBlocks",
  "ebs:ListSnapshotBlocks",
  "ec2:DescribeInstanceAttribute",
  "ec2:GetConsoleOutput",
  "ec2:GetConsoleScreenshot",
  "ec2:GetPasswordData",
  "ecr:BatchGetImage",
  "ecr:GetDownloadUrlForLayer",
  "kinesis:GetRecords",
  "kinesis:SubscribeToShard",
  "kms:Decrypt",
  "lambda:GetFunction",
  "logs:FilterLogEvents",
  "logs:GetLogEvents",
  "logs:GetLogRecord",
  "logs:GetQueryResults",
  "logs:StartLiveTail",
  "logs:StartQuery",
  "rds-data:*",
  "rds:DownloadCompleteDBLogFile",
  "rds:DownloadDBLogFilePortion",
  "redshift-data:*",
  "redshift:GetClusterCredentials*",
  "s3:GetObject*",
  "secretsmanager:BatchGetSecretValue",
  "secretsmanager:GetSecretValue",
  "sqs:ReceiveMessage",
  "ssm:GetParameter*",
];

/** Denies reading content but for what is asked for. */
function neverContent(asked: readonly string[]): Statement {
  const denied = contentReads.filter((glob) => !asked.some((permission) => matchesGlob(glob, permission)));
  return { Sid: "NeverContent", Effect: "Deny", Action: denied, Resource: "*" };
}

/** Managed policies that allow what is asked for and deny reading content. */
export function permissionPolicies({ reading, content = [], entering, source }: GrantRequest): Grants {
  const enter = enterStatements(entering, source);
  const shape: DocumentShape<PolicyDocument> = {
    limit: longestPolicy,
    sizeOf: (document) => JSON.stringify(document).length,
    build: (groups, first) => ({
      Version: "2012-10-17",
      Statement: [
        ...(first ? enter : []),
        ...[...groups].map(([service, actions]) => allow(`Read${wordOf(service)}`, actions, "*")),
        ...(first ? [neverContent(content)] : []),
      ],
    }),
  };
  const documents = splitDocument(groupByService(reading), shape);
  return { documents: namedDocuments("jingnei-read", documents), advice: advice(enter, content.length > 0) };
}

/** What only the identity that signs in needs: entering roles of one name, and naming the accounts. */
function enterStatements(entering: readonly string[], source: GrantRequest["source"]): readonly Statement[] {
  const roles = entering.filter((permission) => permission === "sts:AssumeRole");
  const rest = entering.filter((permission) => permission !== "sts:AssumeRole");
  const role = `arn:${String(source["partition"])}:iam::*:role/${String(source["role"] ?? "*")}`;
  return [
    ...(roles.length === 0 ? [] : [allow("EnterRoles", roles, role)]),
    ...(rest.length === 0 ? [] : [allow("FindAccounts", rest, "*")]),
  ];
}

function allow(Sid: string, Action: readonly string[], Resource: string): Statement {
  return { Sid, Effect: "Allow", Action, Resource };
}

/** A Sid takes letters and digits only. */
function wordOf(service: string): string {
  return service.replaceAll(/(?:^|[^a-z0-9]+)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function advice(enter: readonly Statement[], isContent: boolean): readonly Text[] {
  const sids = enter.map(({ Sid }) => Sid).join(", ");
  return [
    {
      en: "Create it in every account to be scanned: aws iam create-policy --policy-name {name} --policy-document file://{file}",
      zh: "在每个待扫描的账户中创建：aws iam create-policy --policy-name {name} --policy-document file://{file}",
    },
    ...(isContent
      ? [
          {
            en: "It reads what objects hold: narrow Resource of s3:GetObject and kms:Decrypt to what is to be sampled, and attach it where the data lies.",
            zh: "该策略可读取对象内容：请将 s3:GetObject 与 kms:Decrypt 的 Resource 限定为需抽样的范围，并在数据所在地使用。",
          },
        ]
      : []),
    {
      en: "Attach it to a role or user of its own: NeverContent takes reading items, messages, logs, secrets and all other content away from whoever holds it.",
      zh: "请附加到专用的角色或用户：NeverContent 会使持有者无法读取数据项、消息、日志、机密等其他内容。",
    },
    ...(enter.length === 0
      ? [
          {
            en: "The document is the same for aws and aws-cn; their IAM are apart, so create it in each that you scan.",
            zh: "aws 与 aws-cn 使用同一文档；两者的 IAM 相互独立，需分别创建。",
          },
        ]
      : [
          {
            en: `${sids}: only the identity that signs in needs this; leave it out of the role in each account.`,
            zh: `${sids}：仅登录所用身份需要，各账户中的角色可删去。`,
          },
        ]),
  ];
}
