import { known, unknown } from "../../model/index.ts";
import type { NestedResource, StackInstance } from "../stack-template/dialect.ts";
import { isValueList, memberOf, refsOf, textOf } from "../stack-template/value.ts";

/** Says in which regions and accounts a stack group's template is applied. */
export const groupMember = "ALIYUN::ROS::StackInstances";

export function stackGroupInstances({ name, properties, others }: NestedResource): readonly StackInstance[] {
  const groupName = textOf(memberOf(properties, "StackGroupName"));
  const own = others(groupMember).filter((instances) => {
    const stated = memberOf(instances, "StackGroupName");
    return refsOf(stated).includes(name) || (groupName !== undefined && textOf(stated) === groupName);
  });
  const regions = own
    .map((instances) => memberOf(instances, "RegionIds"))
    .flatMap((list) => (isValueList(list) ? list : [list]));
  const texts = regions.map(textOf);
  const named = [...new Set(texts.filter((region) => region !== undefined))];
  const instances = named.map(
    (region): StackInstance => ({ key: region, region: known(region), regionEvidence: `RegionIds of ${groupMember}` }),
  );
  const rest: StackInstance = { region: unknown("unsupported"), regionEvidence: `regions of ${name} not stated` };
  return own.length === 0 || texts.includes(undefined) ? [...instances, rest] : instances;
}
