import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DemoCloud } from "../../src/model/index.ts";
import { chinaEstate, globalEstate } from "./demo-estate.ts";
import { startAzureLoopback } from "./loopback.ts";
import { createLoopbackAuthority } from "./loopback-authority.ts";

/** Small, so that every longer list of the sample estate spans pages. */
const pageSize = 10;

/**
 * Both clouds of the sample company on loopback. The scanner has to run in a process of its own that starts with the
 * returned environment: `NODE_EXTRA_CA_CERTS` is read once, when Node starts.
 */
export async function startAzureDemo(): Promise<DemoCloud> {
  const authority = await createLoopbackAuthority();
  const tokens = { china: randomUUID(), global: randomUUID() };
  const folder = await mkdtemp(join(tmpdir(), "jingnei-azure-"));
  const file = join(folder, "ca.pem");
  await writeFile(file, authority.ca);
  const china = await startAzureLoopback(chinaEstate(), {
    authority,
    pageSize,
    token: tokens.china,
    latestApiVersion: "2024-12-31",
  });
  const global = await startAzureLoopback(globalEstate(), { authority, pageSize, token: tokens.global });
  return {
    sources: [
      { provider: "azure", cloud: "china", endpoint: china.url, token: { env: "HAITANG_AZURE_CHINA_TOKEN" } },
      { provider: "azure", cloud: "public", endpoint: global.url, token: { env: "HAITANG_AZURE_GLOBAL_TOKEN" } },
    ],
    environment: {
      NODE_EXTRA_CA_CERTS: file,
      HAITANG_AZURE_CHINA_TOKEN: tokens.china,
      HAITANG_AZURE_GLOBAL_TOKEN: tokens.global,
    },
    async close() {
      await Promise.all([china.close(), global.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
