import { isAbsolute, resolve } from "node:path";
import { type LoadedConfig, loadConfig, type SourceSchemas } from "../config/load.ts";
import { JingneiError } from "../model/index.ts";
import type { ProviderRegistry } from "../run/index.ts";
import type { Asked } from "./asked.ts";
import type { House, PolicyRoom } from "./house.ts";

/** The configuration that a command works with: `--config`, else `jingnei.yaml`, else nothing declared. */
export async function readConfig(asked: Asked, house: House): Promise<LoadedConfig> {
  return loadConfig(asked.text("config"), sourceSchemas(await house.providers(), await house.templates()));
}

export function loadBook(
  { config, directory }: LoadedConfig,
  room: PolicyRoom,
): ReturnType<PolicyRoom["loadPolicies"]> {
  const { directories, ...settings } = config.policies;
  const book = room.loadPolicies({ ...settings, directories: directories.map((path) => resolve(directory, path)) });
  demandWorkable(book, room);
  return book;
}

/**
 * Works out the cases of the user's own rules. A condition can still fail on values (a parameter of another type, a number too
 * large), and a scan would find that out only when everything has been collected. What the cases expect is for `policies test`.
 */
function demandWorkable(book: ReturnType<PolicyRoom["loadPolicies"]>, room: PolicyRoom): void {
  for (const policy of book.policies) {
    // Built-in files are named from the package's own folder.
    if (!isAbsolute(policy.file)) continue;
    try {
      room.testPolicies({ ...book, policies: [policy] });
    } catch (error) {
      if (!(error instanceof JingneiError) || error.code !== "internal") throw error;
      throw new JingneiError("config", `${policy.file}: ${error.message}`, "Correct the condition.", error);
    }
  }
}

function sourceSchemas(providers: ProviderRegistry, templates: Awaited<ReturnType<House["templates"]>>): SourceSchemas {
  return {
    providerIds: Object.keys(providers),
    templateIds: Object.keys(templates),
    sourceSchema: async (id) => (Object.hasOwn(providers, id) ? (await providers[id]?.())?.source : undefined),
  };
}
