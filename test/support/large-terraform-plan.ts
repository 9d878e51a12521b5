import { fixtureFile } from "./terraform-plans.ts";

interface Entry {
  readonly address: string;
  readonly module_address?: string;
  readonly type: string;
  readonly name: string;
  readonly provider_name: string;
  readonly change: { readonly after: unknown };
}

interface Plan {
  readonly resource_changes: readonly Entry[];
}

const grown = 'module.archive["east"]';

/**
 * The plan that Terraform made, with as many instances of one of its modules as it takes: what changes, and again in
 * `planned_values` and `prior_state`, as a plan has it.
 * @param resources at least so many.
 */
export function largeTerraformPlan(resources: number): string {
  const plan: Plan = JSON.parse(fixtureFile("aws5/plan.json").text);
  const instance = JSON.stringify(plan.resource_changes.filter(({ address }) => address.startsWith(grown)));
  const entries = plan.resource_changes.filter(({ address }) => !address.startsWith("module.archive"));
  for (let index = 0; entries.length < resources; index += 1) {
    const key = JSON.stringify(grown.replace("east", `k${index}`)).slice(1, -1);
    const copies: readonly Entry[] = JSON.parse(instance.replaceAll(JSON.stringify(grown).slice(1, -1), key));
    entries.push(...copies);
  }
  const standing = entries.map(({ address, type, name, provider_name, change }) => ({
    address,
    mode: "managed",
    type,
    name,
    provider_name,
    values: change.after,
  }));
  const values = { root_module: { resources: standing } };
  return JSON.stringify({
    ...plan,
    resource_changes: entries,
    planned_values: values,
    prior_state: { format_version: "1.0", values },
  });
}
