import { known, unknown } from "../../model/index.ts";
import type { NestedResource, StackInstance } from "../stack-template/dialect.ts";
import { isRawList, member, onlyEntry } from "../stack-template/raw.ts";
import { isValueList, memberOf, textOf } from "../stack-template/value.ts";

/** Says in which regions and accounts a stack group's template is applied. */
export const groupMember = "ALIYUN::ROS::StackInstances";

export function stackGroupInstances({ name, properties, others }: NestedResource): readonly StackInstance[] {
  const groupName = textOf(memberOf(properties, "StackGroupName"));
  const own = others(groupMember)
    .filter((instances) => {
      const stated = textOf(memberOf(instances.properties, "StackGroupName"));
      return (
        isReference(member(instances.raw, "StackGroupName"), name) || (groupName !== undefined && stated === groupName)
      );
    })
    .map((instances) => instances.properties);
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

/** `Ref: name`, `Fn::GetAtt: [name, attribute]` or `Fn::GetAtt: name.attribute`. */
function isReference(raw: unknown, name: string): boolean {
  const [, argument] = onlyEntry(raw) ?? [];
  const target = isRawList(argument) ? argument[0] : argument;
  return typeof target === "string" && (target === name || target.startsWith(`${name}.`));
}
