import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { credentialOf, proveCredential } from "../../providers/azure/credential.ts";
import { startAzureDemo } from "../../providers/azure/demo.ts";
import { holdsNoData } from "../../providers/azure/holds-no-data.ts";
import { azure } from "../../providers/azure/index.ts";
import { AzureSource } from "../../providers/azure/source.ts";
import { azureTypes } from "../../providers/azure/types/index.ts";
import { createCaller } from "../../src/collect/caller.ts";
import { type ConnectContext, shapeMistakes } from "../../src/model/index.ts";

const run = promisify(execFile);

function context(environment: Readonly<Record<string, string>> = {}): ConnectContext {
  const scope = { provider: "azure", partition: "AzureCloud", account: "-" };
  return {
    caller: createCaller({ scope, type: "identity", region: null, provider: azure }),
    signal: new AbortController().signal,
    environment,
    contacted: () => undefined,
    timeoutMs: 1000,
  };
}

describe("a source entry", () => {
  test("speaks of the public cloud unless it says China", () => {
    expect(azure.partitionOf({ provider: "azure" })).toBe("AzureCloud");
    expect(azure.partitionOf({ provider: "azure", cloud: "china" })).toBe("AzureChinaCloud");
  });

  test.each([
    ["an unknown key", { subscription: "x" }],
    ["an http endpoint", { endpoint: "http://127.0.0.1:8443" }],
    ["a subscription that is no id", { subscriptions: ["production"] }],
    ["no subscription at all", { subscriptions: [] }],
    ["a token in the file itself", { token: "eyJ…" }],
    ["another cloud", { cloud: "germany" }],
  ])("with %s is refused", (_, entry) => {
    expect(AzureSource.safeParse({ provider: "azure", ...entry }).success).toBe(false);
  });
});

describe("a mistake in a source entry", () => {
  test.each([
    [{ endpoint: "http://127.0.0.1:8443" }, '"http://127.0.0.1:8443": endpoint must be an https:// URL'],
    [{ subscriptions: ["production"] }, '"production": a subscription id is a GUID, not a name'],
  ])("%o is told with what is wanted", (entry, message) => {
    const mistakes = shapeMistakes(AzureSource, { provider: "azure", ...entry });
    expect(mistakes.map((mistake) => mistake.message)).toEqual([message]);
  });
});

describe("a credential", () => {
  const source = AzureSource.parse({ provider: "azure", cloud: "china", token: { env: "AZURE_ACCESS_TOKEN" } });

  test("is the token of the variable that the entry names", async () => {
    const credential = await credentialOf(source, context({ AZURE_ACCESS_TOKEN: " abc\n" }));
    expect((await credential.getToken("any"))?.token).toBe("abc");
  });

  test.each([{}, { AZURE_ACCESS_TOKEN: " " }])(
    "of a variable that is not set is refused with what to set",
    async (environment) => {
      await expect(credentialOf(source, context(environment))).rejects.toMatchObject({
        name: "JingneiError",
        code: "credential",
        message: expect.stringContaining("AZURE_ACCESS_TOKEN"),
        remedy: expect.stringContaining("https://management.chinacloudapi.cn/.default"),
      });
    },
  );

  test("that no member of the chain gives is refused with the chain, its authority and what to set", async () => {
    const nothing = {
      getToken: async () => {
        throw Object.assign(new Error("EnvironmentCredential is unavailable. Trace ID: 123"), {
          name: "CredentialUnavailableError",
        });
      },
    };
    const error = await proveCredential(nothing, source, new AbortController().signal).catch(
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({ name: "JingneiError", code: "credential" });
    expect(String(error)).toContain("https://login.chinacloudapi.cn");
    expect(String(error)).not.toContain("Trace ID");
  });
});

describe("the types of Azure", () => {
  test("are the files of their folder", async () => {
    const files = await readdir(new URL("../../providers/azure/types/", import.meta.url));
    expect(azureTypes).toHaveLength(files.filter((file) => file !== "index.ts").length);
    expect(new Set(azureTypes.map((type) => type.type)).size).toBe(azureTypes.length);
  });

  test("hold data, so that none of them is listed as holding none", () => {
    for (const type of azureTypes) {
      for (const name of type.armTypes) expect([name, holdsNoData(name.toLowerCase())]).toEqual([name, false]);
    }
  });

  test("that hold no data are listed as a whole family or by name, never by a beginning", () => {
    expect(holdsNoData("microsoft.network/virtualnetworks/subnets")).toBe(true);
    expect(holdsNoData("microsoft.web/serverfarms")).toBe(true);
    expect(holdsNoData("microsoft.web/sites")).toBe(false);
    expect(holdsNoData("microsoft.networkcloud/storageappliances")).toBe(false);
    expect(holdsNoData("microsoft.sql/servers/databases")).toBe(false);
    expect(holdsNoData("unknown")).toBe(false);
  });

  test("load no SDK before they collect", async () => {
    const script = `
      import { registerHooks } from "node:module";
      const loaded = [];
      registerHooks({ resolve: (name, from, next) => (loaded.push(name), next(name, from)) });
      const { azure } = await import("./providers/azure/index.ts");
      await azure.types();
      const before = loaded.filter((name) => name.startsWith("@azure")).length;
      await import("./providers/azure/connect.ts");
      await import("@azure/arm-resources");
      console.log(JSON.stringify([before, loaded.includes("@azure/arm-resources")]));`;
    const cwd = new URL("../../", import.meta.url);
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], { cwd });
    expect(JSON.parse(stdout)).toEqual([0, true]);
  });
});

describe("the demo", () => {
  test("serves two sources that a process of its own can scan with nothing but the environment", async () => {
    const demo = await startAzureDemo();
    try {
      const script = `
        const { azure } = await import("./providers/azure/index.ts");
        const { createCaller } = await import("./src/collect/caller.ts");
        const found = [];
        for (const source of JSON.parse(process.env.SOURCES)) {
          const scope = { provider: "azure", partition: azure.partitionOf(source), account: "-" };
          const caller = (type) => createCaller({ scope, type, region: null, provider: azure, gap: (gap) => found.push(gap.detail) });
          const context = { caller: caller("identity"), signal: AbortSignal.timeout(20000), environment: process.env, contacted() {}, timeoutMs: 5000 };
          for await (const session of azure.connect(source, context)) {
            for (const type of await azure.types()) {
              for await (const item of type.collect(session, null, caller(type.type))) found.push(item.name ?? item.detail);
            }
          }
        }
        console.log(JSON.stringify(found));`;
      const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], {
        cwd: new URL("../../", import.meta.url),
        env: { ...demo.environment, SOURCES: JSON.stringify(demo.sources) },
      });
      const found = JSON.parse(stdout) as string[];
      expect(found).toContain("haitangledgercn");
      expect(found).toContain("haitangmktea");
      expect(found).toContain("haitang-pilot-disk");
      expect(found.length).toBeLessThan(150);
      expect(found.filter((name) => name.includes("does not read"))).toHaveLength(1);
    } finally {
      await demo.close();
    }
  });
});
