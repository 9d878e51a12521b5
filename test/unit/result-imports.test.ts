import { expect, test } from "vitest";
import { dataSecurityCenterImport } from "../../providers/alibaba/imports/data-security-center.ts";
import { purviewImport } from "../../providers/azure/imports/purview.ts";
import { evidenceOfKind } from "../../providers/evidence-of-kind.ts";

test("assets of Purview are storage accounts, Cosmos accounts and databases, by what their kinds are made of", () => {
  const value = [
    {
      qualifiedName: "https://crmstore.blob.core.windows.net/exports/a.csv",
      classification: ["MICROSOFT.PERSONAL.EMAIL"],
    },
    {
      qualifiedName: "mssql://sqlsrv.database.chinacloudapi.cn/crm/dbo/people#phone",
      classification: ["MICROSOFT.PERSONAL.PHONENUMBER", "MICROSOFT.FINANCIAL.CREDIT_CARD_NUMBER"],
    },
    { qualifiedName: "https://quiet.blob.core.windows.net/", classification: [] },
    { qualifiedName: "https://powerbi.example/reports/1", classification: ["MICROSOFT.PERSONAL.NAME"] },
  ];
  const results = [...purviewImport.read({ "@search.count": 4, value })];
  expect(results.map(({ subject, evidence }) => [subject, [...evidence.keys()]])).toEqual([
    [{ type: "azure/storage/account", name: "crmstore" }, ["email"]],
    [{ type: "azure/sql/database", idEnd: "/servers/sqlsrv/databases/crm" }, ["cn-mobile", "bank-card"]],
  ]);
});

test("assets of Data Security Center keep what its models say; its own levels say no class", () => {
  const Items = [
    {
      ProductCode: "OSS",
      Name: "crm-export",
      Sensitive: true,
      RiskLevelId: 4,
      ModelTags: [{ Id: 101, Name: "个人敏感信息" }],
    },
    { ProductCode: "RDS", Name: "rm-bp1.orders", Sensitive: true, RuleName: "手机号" },
    { ProductCode: "OSS", Name: "levels-only", Sensitive: true, RiskLevelName: "S3" },
    { ProductCode: "OSS", Name: "clean", Sensitive: false },
    { ProductCode: "ODPS", Name: "project", Sensitive: true },
  ];
  const results = [...dataSecurityCenterImport.read({ Items, TotalCount: 5 })];
  expect(results).toMatchObject([
    { subject: { type: "alibaba/oss/bucket", name: "crm-export" }, classes: ["sensitive-personal"], certain: true },
    { subject: { type: "alibaba/rds/instance", name: "rm-bp1" }, classes: [], certain: true },
    { subject: { name: "levels-only" }, classes: ["personal"], certain: false },
  ]);
  expect([...(results[1]?.evidence.keys() ?? [])]).toEqual(["cn-mobile"]);
});

test.each([
  ["NAME", "cn-name"],
  ["BANK_ACCOUNT_NUMBER", "financial-term"],
  ["USA_SOCIAL_SECURITY_NUMBER", "cn-passport"],
  ["MICROSOFT.GOVERNMENT.CHINA.RESIDENT_IDENTITY_CARD_NUMBER", "cn-resident-id"],
  ["USA_HEALTH_INSURANCE_CLAIM_NUMBER", "medical-term"],
  ["身份证(内地)", "cn-resident-id"],
  ["IP地址", "ip-address"],
  ["MAC地址", "mac-address"],
  ["港澳通行证", "cn-hm-permit"],
  ["台胞证", "cn-tw-permit"],
  ["PERMANENT_RESIDENCE_NUMBER", "cn-foreign-pr"],
  ["军官证", "cn-passport"],
  ["信用卡号", "bank-card"],
  ["统一社会信用代码", "cn-uscc"],
  ["固定电话(内地)", "cn-landline"],
  ["车架号VIN", "vin"],
  ["病症", "medical-term"],
  ["医嘱", "medical-term"],
  ["指纹", "biometric"],
  ["宗教信仰", "religion"],
  ["征信查询记录", "credit-record"],
  ["账户余额", "financial-term"],
  ["微信账号", "wechat-id"],
  ["民族", "demographic"],
  ["SURFACE_TYPE", undefined],
  ["FILENAME", undefined],
  ["USERNAME_HASH", undefined],
])("the kind %s is read as %s", (name, evidence) => {
  expect(evidenceOfKind(name)).toBe(evidence);
});
