import { isObject, type JsonObject, listMember, member, textMember } from "./json-guards.ts";

/** A module as it is written, whatever instances of it there are. */
export interface ConfigModule {
  /** By its address without module and key: `aws_s3_bucket.team`, `data.aws_region.here`. */
  resource(base: string): JsonObject | undefined;
  /** The `module` block of that name. */
  call(name: string): ModuleCall | undefined;
  variable(name: string): JsonObject | undefined;
  /** Expressions of all outputs, or of the one named. */
  outputs(name?: string): readonly unknown[];
}

export interface ModuleCall {
  readonly block: JsonObject;
  readonly module: ConfigModule;
}

/** Reads a module when it is asked about, and keeps what it has read. */
export function createConfigModule(document: unknown): ConfigModule {
  let resources: ReadonlyMap<string, JsonObject> | undefined;
  const calls = new Map<string, ModuleCall | undefined>();

  function readCall(name: string): ModuleCall | undefined {
    const block = member(member(document, "module_calls"), name);
    return isObject(block) ? { block, module: createConfigModule(member(block, "module")) } : undefined;
  }

  return {
    resource(base) {
      resources ??= resourcesOf(document);
      return resources.get(base);
    },
    call(name) {
      if (!calls.has(name)) calls.set(name, readCall(name));
      return calls.get(name);
    },
    variable(name) {
      const found = member(member(document, "variables"), name);
      return isObject(found) ? found : undefined;
    },
    outputs(name) {
      const all = member(document, "outputs");
      const wanted = name === undefined ? Object.values(isObject(all) ? all : {}) : [member(all, name)];
      return wanted.map((output) => member(output, "expression"));
    },
  };
}

function resourcesOf(document: unknown): ReadonlyMap<string, JsonObject> {
  const found = new Map<string, JsonObject>();
  for (const resource of listMember(document, "resources")) {
    const address = textMember(resource, "address");
    if (address !== undefined && isObject(resource)) found.set(address, resource);
  }
  return found;
}
