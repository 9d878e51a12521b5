import { resolve } from "node:path";
import { type LoadedConfig, loadConfig, type SourceSchemas } from "../config/load.ts";
import type { ProviderRegistry } from "../run/index.ts";
import type { Asked } from "./asked.ts";
import type { House, PolicyRoom } from "./house.ts";

/** The configuration that a command works with: `--config`, else `jingnei.yaml`, else nothing declared. */
export async function readConfig(asked: Asked, house: House): Promise<LoadedConfig> {
  return loadConfig(asked.text("config"), sourceSchemas(await house.providers()));
}

export function loadBook(
  { config, directory }: LoadedConfig,
  room: PolicyRoom,
): ReturnType<PolicyRoom["loadPolicies"]> {
  const { directories, ...settings } = config.policies;
  return room.loadPolicies({ ...settings, directories: directories.map((path) => resolve(directory, path)) });
}

function sourceSchemas(providers: ProviderRegistry): SourceSchemas {
  return {
    providerIds: Object.keys(providers),
    sourceSchema: async (id) => (Object.hasOwn(providers, id) ? (await providers[id]?.())?.source : undefined),
  };
}
