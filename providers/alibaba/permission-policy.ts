import { type GrantRequest, type Grants, matchesGlob, type Text } from "../../src/model/index.ts";
import { type DocumentShape, groupByService, namedDocuments, splitDocument } from "../split-document.ts";

interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Action: readonly string[];
  readonly Resource: string;
}

/** A custom policy as RAM takes it. It has no names for statements. */
interface PolicyDocument {
  readonly Version: "1";
  readonly Statement: readonly Statement[];
}

/**
 * Characters of a custom policy (RAM, "Limitations", 2025-12-16). Whether white space counts is not said there, so it does: the
 * document is measured as it is printed.
 */
const longestPolicy = 6_144;

/** Reads of content and of what opens it. Nothing that a type asks for may be among them (test/contract/permissions.test.ts). */
export const contentReads: readonly string[] = [
  "ecs:DescribeInstanceVncUrl",
  "ecs:DescribeUserData",
  "kms:Decrypt",
  "kms:GetSecretValue",
  "log:GetCursorOrData",
  "log:GetLogStoreLogs",
  "oos:GetParameter*",
  "oos:GetSecretParameter*",
  "oss:GetObject*",
  "ots:GetRange",
  "ots:GetRow",
];

/** Custom policies that allow what is asked for and deny reading content. */
export function permissionPolicies({ reading, content = [], entering, source }: GrantRequest): Grants {
  const enter = enterStatements(entering, source);
  const denied = contentReads.filter((glob) => !content.some((permission) => matchesGlob(glob, permission)));
  const shape: DocumentShape<PolicyDocument> = {
    limit: longestPolicy,
    sizeOf: (document) => JSON.stringify(document, null, 2).length,
    build: (groups, first) => ({
      Version: "1",
      Statement: [
        ...(first ? enter : []),
        ...[...groups.values()].map((actions) => allow(actions, "*")),
        ...(first ? [{ Effect: "Deny", Action: denied, Resource: "*" } as const] : []),
      ],
    }),
  };
  const documents = splitDocument(groupByService(reading), shape);
  return { documents: namedDocuments("jingnei-read", documents), advice: advice(enter.length > 0, content.length > 0) };
}

/** What only the identity that signs in needs: entering roles of one name, and naming the accounts. */
function enterStatements(entering: readonly string[], source: GrantRequest["source"]): readonly Statement[] {
  const roles = entering.filter((permission) => permission === "sts:AssumeRole");
  const rest = entering.filter((permission) => permission !== "sts:AssumeRole");
  return [
    ...(roles.length === 0 ? [] : [allow(roles, `acs:ram:*:*:role/${String(source["role"] ?? "*").toLowerCase()}`)]),
    ...(rest.length === 0 ? [] : [allow(rest, "*")]),
  ];
}

function allow(Action: readonly string[], Resource: string): Statement {
  return { Effect: "Allow", Action, Resource };
}

function advice(enters: boolean, isContent: boolean): readonly Text[] {
  return [
    {
      en: 'Create it in every account to be scanned: aliyun ram CreatePolicy --PolicyName {name} --PolicyDocument "$(cat {file})"',
      zh: '在每个待扫描的账号中创建：aliyun ram CreatePolicy --PolicyName {name} --PolicyDocument "$(cat {file})"',
    },
    {
      en: "Attach it to a RAM user or role of its own: its Deny takes reading logs, secrets and all other content away from whoever holds it.",
      zh: "请授权给专用的 RAM 用户或 RAM 角色：其中的 Deny 会使持有者无法读取日志、凭据等其他内容。",
    },
    ...(isContent
      ? [
          {
            en: "It reads what objects hold: narrow Resource of oss:GetObject and kms:Decrypt to what is to be sampled.",
            zh: "该策略可读取对象内容：请将 oss:GetObject 与 kms:Decrypt 的 Resource 限定为需抽样的范围。",
          },
        ]
      : []),
    ...(enters
      ? [
          {
            en: "The first statements, on entering roles and naming accounts, are for the identity that signs in only.",
            zh: "开头有关扮演角色和列出账号的语句仅登录所用身份需要。",
          },
        ]
      : []),
  ];
}
