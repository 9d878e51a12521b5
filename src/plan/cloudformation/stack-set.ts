import { known, unknown } from "../../model/index.ts";
import type { NestedResource, StackInstance } from "../stack-template/dialect.ts";
import { isValueList, memberOf, textOf } from "../stack-template/value.ts";

const stated = "StackInstancesGroup[].Regions";

/** A stack set makes its template's resources anew in each region that it names, whatever the accounts. */
export function stackSetInstances({ name, properties }: NestedResource): readonly StackInstance[] {
  const groups = memberOf(properties, "StackInstancesGroup");
  const listed = (isValueList(groups) ? groups : [groups]).map((group) => memberOf(group, "Regions"));
  const regions = listed.flatMap((list) => (isValueList(list) ? list : [list])).map(textOf);
  const named = [...new Set(regions.filter((region) => region !== undefined))];
  const instances = named.map(
    (region): StackInstance => ({ key: region, region: known(region), regionEvidence: `${name} ${stated}` }),
  );
  const rest: StackInstance = { region: unknown("unsupported"), regionEvidence: `regions of ${name} not stated` };
  return regions.includes(undefined) ? [...instances, rest] : instances;
}
