import { describe, expect, test } from "vitest";
import type { AlibabaEstate, EstateAccount } from "../../providers/alibaba/loopback/estate.ts";
import { resourceDirectory } from "../../providers/alibaba/resource-directory.ts";
import type { Fault } from "../../src/model/index.ts";
import { type ScanSettings, scan as scanAll, secrets, uid } from "../support/alibaba-scan.ts";

const members = ["2222222222222222", "3333333333333333", "4444444444444444"];
const manager = "9999999999999999";
const directory = { role: "Audit", accounts: "resource-directory" };

function member(name: string, ...roles: readonly string[]): EstateAccount {
  return { buckets: [{ name, location: "oss-cn-hangzhou" }], roles };
}

/** The account of the keys holds the directory, unless another one is named; then it is a member like the others. */
function company(master: string, listed: readonly string[] = members): AlibabaEstate {
  return {
    keys: secrets,
    account: uid,
    regions: ["cn-hangzhou"],
    accounts: {
      [uid]: {
        buckets: [{ name: "own", location: "oss-cn-hangzhou" }],
        global: {
          resourceDirectory: [{ ResourceDirectoryId: "rd-1", MasterAccountId: master }],
          resourceDirectoryAccounts: listed.map((AccountId) => ({ AccountId, Status: "CreateSuccess" })),
        },
      },
      [manager]: member("manager", "Audit"),
      "2222222222222222": member("second", "Audit"),
      "3333333333333333": member("third"),
      "4444444444444444": member("fourth", "Audit"),
    },
  };
}

function scan(estate: AlibabaEstate, faults: readonly Fault[] = [], settings: ScanSettings = {}) {
  return scanAll(estate, {
    source: directory,
    only: ["alibaba/oss/*"],
    attempts: 1,
    loopback: { pageSize: 2, faults },
    ...settings,
  });
}

const operations = (calls: readonly { readonly operation: string }[], name: string) =>
  calls.filter((call) => call.operation === name).length;

describe("the accounts of a resource directory", () => {
  test("are read page by page, the management account by its own credentials, and who cannot be entered is a gap", async () => {
    const { records, gaps, calls, outcome } = await scan(company(uid));
    expect(records.map(({ name }) => name)).toEqual(expect.arrayContaining(["own", "second", "fourth"]));
    expect(records).toHaveLength(3);
    expect(outcome.scopes.map(({ account }) => account)).toEqual([uid, "2222222222222222", "4444444444444444"]);
    expect(gaps).toEqual([
      {
        kind: "gap",
        scope: { provider: "alibaba", partition: "alibaba", account: "3333333333333333" },
        type: "accounts",
        region: null,
        operation: "AssumeRole",
        reason: "denied",
        detail: expect.stringMatching(/^NoPermission: /),
        resource: null,
      },
    ]);
    expect(operations(calls, "ListAccounts")).toBe(2);
    expect(operations(calls, "GetCallerIdentity")).toBe(1);
    expect(operations(calls, "AssumeRole")).toBe(3);
  });

  test("include the management account where a delegated administrator asks, which the list leaves out", async () => {
    const { outcome } = await scan(company(manager, [uid, "4444444444444444"]));
    expect(outcome.scopes.map(({ account }) => account)).toEqual([uid, "4444444444444444", manager]);
  });

  test("are read as far as the list came", async () => {
    const { outcome, gaps } = await scan(company(uid), [{ operation: "ListAccounts", answer: "repeat-token" }]);
    expect(outcome.scopes.map(({ account }) => account)).toEqual([uid, "2222222222222222"]);
    expect(gaps.map(({ operation, reason }) => `${operation} ${reason}`)).toEqual([
      "ListAccounts malformed",
      "AssumeRole denied",
    ]);
  });

  test.each(["denied", "throttled", "malformed", "server-error"] as const)(
    "are a gap of the account that asked when the list is %s, and that account is read",
    async (answer) => {
      const { outcome, gaps } = await scan(company(uid), [{ operation: "ListAccounts", answer }]);
      expect(outcome.scopes.map(({ account }) => account)).toEqual([uid]);
      const reason = answer === "server-error" ? "failed" : answer;
      expect(gaps.map((gap) => [gap.type, gap.scope.account, gap.operation, gap.reason])).toEqual([
        ["accounts", uid, "ListAccounts", reason],
      ]);
    },
  );

  test("are listed also where the directory itself is not told, with a gap for the management account", async () => {
    const { outcome, gaps } = await scan(company(uid), [{ operation: "GetResourceDirectory", answer: "denied" }]);
    expect(outcome.scopes.map(({ account }) => account)).toEqual([uid, "2222222222222222", "4444444444444444"]);
    expect(gaps.map(({ operation }) => operation)).toEqual(["GetResourceDirectory", "AssumeRole"]);
  });
});

describe("a source that cannot name its accounts", () => {
  test("is an error where the account is in no resource directory, which names the other site", async () => {
    const { [uid]: own, ...others } = company(uid).accounts;
    const alone = { ...company(uid), accounts: { ...others, [uid]: { buckets: own?.buckets ?? [] } } };
    for (const [site, other] of [
      ["china", "international"],
      ["international", "china"],
    ]) {
      await expect(scan(alone, [], { source: { ...directory, site } })).rejects.toMatchObject({
        code: "config",
        message: expect.stringContaining(`no resource directory of the ${site} site`),
        remedy: expect.stringContaining(`site: ${other}`),
      });
    }
  });

  test("is an error where a mere member asks, which names the management account", async () => {
    const faults: readonly Fault[] = [{ operation: "ListAccounts", answer: "denied" }];
    await expect(scan(company(manager), faults)).rejects.toMatchObject({
      code: "config",
      message: expect.stringContaining(`member of the resource directory of ${manager}`),
    });
  });

  test("is an error without a role, before anything is asked", async () => {
    const source = { accounts: "resource-directory" };
    await expect(scan(company(uid), [], { source, environment: {} })).rejects.toMatchObject({
      code: "config",
      message: expect.stringContaining("without the role"),
    });
  });
});

test("each site has a host of its own for directories", () => {
  expect(resourceDirectory("china").host("")).toBe("resourcedirectory.aliyuncs.com");
  expect(resourceDirectory("international").host("")).toBe("resourcedirectory-intl.aliyuncs.com");
});
