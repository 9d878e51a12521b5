import { modulesOfAddress, type Step } from "./address.ts";
import type { ConfigModule } from "./configuration.ts";
import type { JsonObject } from "./json-guards.ts";

/** An instance of a module. */
export interface ModuleScope {
  /** `module.a["x"].module.b`; empty for the root. */
  readonly address: string;
  /** What stands before a resource of it: the address and a dot, or nothing. */
  readonly prefix: string;
  /** Left out where the configuration does not hold it: a module that was taken out, or a document without configuration. */
  readonly config?: ConfigModule;
  /** The `module` block it is an instance of; the root has none. */
  readonly calledBy?: { readonly scope: ModuleScope; readonly block?: JsonObject; readonly step: Step };
}

export interface ModuleScopes {
  at(address: string): ModuleScope;
  child(scope: ModuleScope, step: Step): ModuleScope;
}

export function createModuleScopes(root: ConfigModule | undefined): ModuleScopes {
  const top: ModuleScope = { address: "", prefix: "", ...(root && { config: root }) };
  const scopes = new Map<string, ModuleScope>([["", top]]);

  function child(scope: ModuleScope, step: Step): ModuleScope {
    const address = `${scope.prefix}module.${step.name}${step.key}`;
    const made = scopes.get(address);
    if (made) return made;
    const call = scope.config?.call(step.name);
    const fresh: ModuleScope = {
      address,
      prefix: `${address}.`,
      ...(call && { config: call.module }),
      calledBy: { scope, step, ...(call && { block: call.block }) },
    };
    scopes.set(address, fresh);
    return fresh;
  }

  return {
    at: (address) => scopes.get(address) ?? modulesOfAddress(address).reduce(child, top),
    child,
  };
}
