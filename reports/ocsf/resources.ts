import {
  type DataClass,
  dataClassTerms,
  type ReportResource,
  type ReportSource,
  type StreamedFinding,
} from "../../src/model/index.ts";

/** Folded resources named; how many there are stands in `unmapped.folded_resources`. */
const mostMembers = 100;

type Details = Readonly<Record<string, unknown>>;

/** The resource a finding sits on, or those folded into it. */
export function resourcesOf(source: ReportSource, finding: StreamedFinding): readonly Details[] {
  const { resource: id, subject, memberCount } = finding;
  if (id !== null) {
    const resource = source.resource(id);
    return [resource === undefined ? { uid: id, ...affected } : detailsOf(resource)];
  }
  if (memberCount === 0) return subject === null ? [] : [{ uid: subject.id, type: subject.kind, ...affected }];
  const details: Details[] = [];
  for (const member of source.members(finding.id)) {
    if (details.length === mostMembers) break;
    const resource = source.resource(member);
    details.push(resource === undefined ? { uid: member, ...affected } : detailsOf(resource));
  }
  return details;
}

const affected = { role_id: 3, role: "Affected" } as const;

function detailsOf({ id, name, type, provider, partition, place, tags, dataClass }: ReportResource): Details {
  return {
    uid: id,
    ...(name === "" ? {} : { name }),
    type,
    provider,
    cloud_partition: partition,
    ...(place.region === null ? {} : { region: place.region }),
    ...(tags === null || Object.keys(tags).length === 0 ? {} : { tags: pairs(tags) }),
    ...affected,
    data_classifications: dataClass.classes.length === 0 ? [category("unclassified")] : dataClass.classes.map(category),
  };
}

/** Sorted by key, so that the same tags give the same text. */
function pairs(tags: Readonly<Record<string, string>>): readonly Details[] {
  return Object.entries(tags)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name, value }));
}

const personal: readonly DataClass[] = ["personal", "sensitive-personal"];

/** OCSF knows personal data; the classes of Chinese law it does not. */
function category(held: DataClass): Details {
  if (personal.includes(held)) return { category_id: 1, category: "Personal", uid: held };
  if (held === "unclassified") return { category_id: 0, category: "Unknown", uid: held };
  return { category_id: 99, category: dataClassTerms[held].en, uid: held };
}
