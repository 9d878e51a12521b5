import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CredentialQuery, findCredentials } from "../../providers/alibaba/credentials.ts";

const secret = "profileSecretThatNobodyMaySee";
let home = "";

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "jingnei-alibaba-"));
});
afterEach(() => rm(home, { recursive: true }));

async function profiles(content: unknown): Promise<void> {
  await mkdir(join(home, ".aliyun"));
  const text = typeof content === "string" ? content : JSON.stringify(content);
  await writeFile(join(home, ".aliyun", "config.json"), text);
}

const keys = { access_key_id: "fromFile", access_key_secret: secret };
const three = {
  current: "staging",
  profiles: [
    { name: "default", mode: "AK", ...keys },
    { name: "staging", mode: "StsToken", ...keys, sts_token: "token" },
    { name: "audit", mode: "RamRoleArn", ...keys, ram_role_arn: "acs:ram::1:role/audit", ram_session_name: "me" },
    { name: "sso", mode: "CloudSSO" },
    { name: "half", mode: "AK", access_key_id: "x" },
    { name: "machine", mode: "EcsRamRole", ram_role_name: "scanner" },
  ],
};

function query(environment: CredentialQuery["environment"] = {}, more: Partial<CredentialQuery> = {}): CredentialQuery {
  return { environment: { HOME: home, ...environment }, withoutInstanceRole: true, ...more };
}

async function failure(of: Promise<unknown>): Promise<Record<string, unknown>> {
  const error: unknown = await of.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error("nothing was thrown");
  return { ...error, message: error.message };
}

const inEnvironment = { ALIBABA_CLOUD_ACCESS_KEY_ID: "id", ALIBABA_CLOUD_ACCESS_KEY_SECRET: "secret" };

describe("credentials", () => {
  test("come from the environment first", async () => {
    await profiles(three);
    const choice = await findCredentials(query({ ...inEnvironment, ALIBABA_CLOUD_SECURITY_TOKEN: "token" }));
    expect(await choice.provider()).toEqual({ accessKeyId: "id", accessKeySecret: "secret", securityToken: "token" });
  });

  test("come from the profile that the source names, whatever the environment holds", async () => {
    await profiles(three);
    const choice = await findCredentials(query(inEnvironment, { profile: "default" }));
    expect(await choice.provider()).toEqual({ accessKeyId: "fromFile", accessKeySecret: secret });
  });

  test("come from ALIBABA_CLOUD_PROFILE, else from the current profile", async () => {
    await profiles(three);
    const current = await findCredentials(query());
    expect(await current.provider()).toMatchObject({ securityToken: "token" });
    const named = await findCredentials(query({ ALIBABA_CLOUD_PROFILE: "default" }));
    expect(await named.provider()).not.toHaveProperty("securityToken");
  });

  test("of mode RamRoleArn name the role to assume", async () => {
    await profiles(three);
    const choice = await findCredentials(query({}, { profile: "audit" }));
    expect(choice.assume).toEqual({ arn: "acs:ram::1:role/audit", sessionName: "me" });
  });

  test("that are missing say what was tried and what to set", async () => {
    const { code, message, remedy } = await failure(findCredentials(query()));
    expect(code).toBe("credential");
    expect(message).toContain("ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET (not set)");
    expect(message).toContain(join(home, ".aliyun", "config.json"));
    expect(message).not.toContain("instance");
    expect(remedy).toContain("Set ALIBABA_CLOUD_ACCESS_KEY_ID");
  });

  test.each([
    ["half an access key", query({ ALIBABA_CLOUD_ACCESS_KEY_ID: "id" }), /ALIBABA_CLOUD_ACCESS_KEY_SECRET is missing/],
    ["a profile that is not there", query({}, { profile: "nobody" }), /profile "nobody" of .*not found/],
    ["half a profile", query({}, { profile: "half" }), /profile "half" .* lacks access_key_id or access_key_secret/],
    ["a mode that is not supported", query({}, { profile: "sso" }), /mode CloudSSO, which is not supported/],
    ["an instance role where no instance may be asked", query({}, { profile: "machine" }), /profile "machine"/],
  ])("are refused: %s", async (_what, { environment, ...rest }, message) => {
    await profiles(three);
    const found = await failure(findCredentials({ ...rest, environment: { ...environment, HOME: home } }));
    expect(found["message"]).toMatch(message);
    expect(JSON.stringify(found)).not.toContain(secret);
  });

  test.each([`{"profiles": [${secret}`, { profiles: secret }])(
    "of a broken file are refused without quoting it",
    async (content) => {
      await profiles(content);
      const found = await failure(findCredentials(query()));
      expect(found["message"]).toMatch(/config\.json cannot be used/);
      expect(JSON.stringify(found)).not.toContain(secret);
    },
  );
});

describe("the role of an instance", () => {
  async function withMetadata(use: (url: string, asked: readonly string[]) => Promise<void>): Promise<void> {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      if (request.url === "/latest/api/token") response.end("metadata-token");
      else if (request.url?.endsWith("/security-credentials/")) response.end("scanner");
      else {
        response.end(
          JSON.stringify({
            Code: "Success",
            AccessKeyId: "STS.id",
            AccessKeySecret: secret,
            SecurityToken: "token",
            Expiration: new Date(Date.now() + 3_600_000).toISOString(),
          }),
        );
      }
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", () => listening()));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    try {
      await use(`http://127.0.0.1:${address.port}`, asked);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  test("is used last", async () => {
    await withMetadata(async (metadataUrl, asked) => {
      const choice = await findCredentials(query({}, { withoutInstanceRole: false, metadataUrl }));
      expect(await choice.provider()).toMatchObject({ accessKeyId: "STS.id", securityToken: "token" });
      expect(asked).toContain("GET /latest/meta-data/ram/security-credentials/scanner");
    });
  });

  test("is not asked for when that is switched off", async () => {
    await withMetadata(async (metadataUrl, asked) => {
      const off = query({ ALIBABA_CLOUD_ECS_METADATA_DISABLED: "true" }, { withoutInstanceRole: false, metadataUrl });
      await expect(findCredentials(off)).rejects.toThrow(/no credentials/);
      expect(asked).toEqual([]);
    });
  });

  test("is asked for by name", async () => {
    await withMetadata(async (metadataUrl, asked) => {
      const named = query({ ALIBABA_CLOUD_ECS_METADATA: "other" }, { withoutInstanceRole: false, metadataUrl });
      await findCredentials(named);
      expect(asked.at(-1)).toBe("GET /latest/meta-data/ram/security-credentials/other");
    });
  });
});
