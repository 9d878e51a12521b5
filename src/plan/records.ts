import {
  type CollectSink,
  type CollectTask,
  evidenceLine,
  type Gap,
  type Known,
  type Link,
  type PlaceRef,
  type PlannedLink,
  type PlannedReading,
  type PlannedResource,
  type PlannedShape,
  type PlannedStatements,
  type PlannedTarget,
  type ResourceRecord,
  type Role,
  type TemplateProvider,
  unknown,
  unnamedAccount,
} from "../model/index.ts";
import { type Addresses, addressesOf } from "./addresses.ts";
import type { Attached, Change } from "./change.ts";
import { type Owners, ownersOf, regionPlace } from "./owners.ts";
import { attachParts } from "./parts.ts";
import { readerOf } from "./readers.ts";
import { selectedLinks } from "./selected.ts";
import { isUtility } from "./utility-kinds.ts";

const unknownPartition = "unknown";

interface RecordOptions {
  readonly hasEstate: boolean;
  /** Where the last scan found a resource, by its id or another name of it. */
  placeOf?(provider: string, id: string): Known<PlaceRef> | undefined;
}

export interface UnreadFile {
  readonly file: string;
  readonly detail: string;
}

/** What is not known of a file that could not be read. */
export function gapOfFile({ file, detail }: UnreadFile): Gap {
  return {
    kind: "gap",
    scope: { provider: "template", partition: unknownPartition, account: file },
    type: "template",
    region: null,
    operation: "read",
    reason: "malformed",
    detail,
    resource: null,
  };
}

/**
 * Turns the resources of templates into the records that a live scan would find. Settings that are resources of their own are
 * laid upon what they belong to; where that is not part of the change they stand for themselves, as a flow out of it.
 */
export function recordTemplates(
  given: readonly Change[],
  providers: readonly TemplateProvider[],
  sink: CollectSink,
  options: RecordOptions,
): void {
  // Read once: a reader makes its resources anew each time it is asked.
  const changes = given.map((change) => ({
    ...change,
    template: { ...change.template, resources: [...change.template.resources] },
  }));
  const readers = providers.map(readerOf);
  const addresses = addressesOf(changes);
  const owners = ownersOf(changes, readers);
  const tasks = new Map<string, CollectTask>();

  function taskOf(
    provider: string,
    resource: PlannedResource,
    partition: string | undefined,
    type: string,
    format: string,
  ) {
    const scope = { provider, partition: partition ?? unknownPartition, account: resource.account ?? unnamedAccount };
    const key = JSON.stringify([scope, type]);
    const made = tasks.get(key);
    if (made !== undefined) return made;
    const task: CollectTask = { scope, type, region: null };
    tasks.set(key, task);
    sink.begin(task);
    sink.asked(task, format);
    return task;
  }

  for (const change of changes) {
    for (const { address, kind, detail } of change.template.gaps) gapOf(change, address, kind, detail);
  }

  const parts = attachParts(changes, readers, addresses, owners);
  for (const change of changes) {
    for (const resource of change.template.resources) {
      const reader = readers.find(({ provider }) => provider.catalogue.claims(resource.kind));
      const id = addresses.idOf(change, resource.address);
      if (reader === undefined) {
        if (!isUtility(resource.kind) && resource.change !== "none") {
          gapOf(change, id, resource.kind, evidenceLine("unknownType", {}));
        }
        continue;
      }
      const { provider, shapes } = reader;
      const shape = shapes.get(resource.kind);
      const stray = parts.stray.get(resource);
      if (shape === undefined && stray === undefined) {
        const { catalogue } = provider;
        const isSettled = resource.change === "none" || reader.parts.has(resource.kind);
        if (!isSettled && !catalogue.holdsNoData(resource.kind)) {
          gapOf(change, id, resource.kind, evidenceLine("unreadType", {}), provider.id);
        }
        continue;
      }
      const reading = owners.readingOf(resource) ?? stray?.reading;
      if (reading === undefined) continue;
      const place =
        reading.place ??
        placeBeside(reading, owners) ??
        (stray === undefined ? undefined : placeOfOwner(stray.target, provider.id, owners, options)) ??
        regionPlace(resource);
      const partition =
        partitionStated(provider, resource) ??
        provider.catalogue.partitionOf(place.known ? place.value.region : undefined);
      const type = shape?.type ?? stray?.type ?? resource.kind;
      const task = taskOf(provider.id, resource, partition, type, change.format);
      const attached = parts.of(change, resource.address);
      const role = shape?.role ?? stray?.role ?? "flow";
      const settled = { change, resource, reading, place, attached, shape, role, id, type, task, addresses, owners };
      const record = recordOf(settled);
      sink.record(task, options.hasEstate ? joined(record) : record);
      const frame = change.template.sourceMayTell === true ? "afterApplyOrSource" : "afterApply";
      for (const path of [reading, ...attached].flatMap(({ unknowns }) => unknowns ?? [])) {
        gapOf(change, id, type, evidenceLine(frame, { path }), provider.id);
      }
    }
  }
  for (const task of tasks.values()) sink.end(task);

  function gapOf(change: Change, address: string | null, type: string, detail: string, provider = "template"): void {
    const scope = { provider, partition: unknownPartition, account: change.file };
    sink.gap({
      kind: "gap",
      scope,
      type,
      region: null,
      operation: change.format,
      reason: "unsupported",
      detail,
      resource: address,
    });
  }
}

/** What the last scan saw under one of its names is the same resource: it holds what that was found to hold. */
function joined(record: ResourceRecord): ResourceRecord {
  const same = record.aliases.map(
    (id): Link => ({
      kind: "part-of",
      direction: "from",
      target: { id },
      evidence: { source: record.placeEvidence?.source ?? "", field: "id", value: id },
    }),
  );
  return { ...record, links: [...record.links, ...same] };
}

function partitionStated({ catalogue }: TemplateProvider, { partition }: PlannedResource): string | undefined {
  return partition === undefined ? undefined : (catalogue.partitionNamed?.(partition) ?? partition);
}

function placeBeside({ liesWith }: PlannedReading, owners: Owners): Known<PlaceRef> | undefined {
  if (liesWith === undefined) return undefined;
  return owners.placeOf(liesWith) ?? unknown("unsupported");
}

/** A setting lies where its owner lies. */
function placeOfOwner(
  target: PlannedTarget,
  provider: string,
  owners: Owners,
  options: RecordOptions,
): Known<PlaceRef> | undefined {
  return owners.placeOf(target) ?? (target.id === undefined ? undefined : options.placeOf?.(provider, target.id));
}

interface Parts {
  readonly change: Change;
  readonly resource: PlannedResource;
  readonly reading: PlannedReading;
  readonly place: Known<PlaceRef>;
  readonly attached: readonly Attached[];
  readonly shape: PlannedShape | undefined;
  readonly role: Role;
  readonly id: string;
  readonly type: string;
  readonly task: CollectTask;
  readonly addresses: Addresses;
  readonly owners: Owners;
}

function recordOf(parts: Parts): ResourceRecord {
  const { change, resource, reading, place, attached, shape, role, id, type, task, addresses, owners } = parts;
  const source = resource.file;
  const stated: PlannedStatements = {
    links: [...[reading, ...attached].flatMap((one) => one.links), ...selectedLinks(reading, place, owners)],
    attributes: Object.assign({}, ...[reading, ...attached].map((one) => one.attributes ?? {})),
  };
  const { links, attributes } = shape?.weigh?.(stated) ?? stated;
  const said = place.known ? (place.value.zone ?? place.value.region) : `not known (${place.why})`;
  return {
    kind: "record",
    id,
    type,
    role,
    scope: task.scope,
    name: reading.name ?? resource.label,
    place,
    placeEvidence: { source, field: reading.placeField ?? resource.regionEvidence, value: said },
    tags: reading.tags,
    aliases: (reading.aliases ?? []).filter((alias) => alias !== id),
    links: links.map((link) => linkOf(link, change, source, addresses, owners)),
    attributes,
    ...(resource.change === "none" ? { unchanged: true } : {}),
    ...(shape === undefined ? { setting: true } : {}),
    ...declaredBy(resource),
  };
}

function declaredBy({ declaredIn, file, line }: PlannedResource): Pick<ResourceRecord, "declared"> {
  const declared = declaredIn ?? (line === undefined ? undefined : { file, line });
  return declared === undefined ? {} : { declared };
}

function linkOf(
  { target, evidence, ...link }: PlannedLink,
  change: Change,
  source: string,
  addresses: Addresses,
  owners: Owners,
): Link {
  const { address, ...rest } = target;
  // What refers to a setting means its owner; what the change does not hold may be known by its id.
  const owner = owners.find(target);
  const named = address === undefined || owners.isUtility(address) ? undefined : address;
  const id = owner === undefined ? (rest.id ?? named) : addresses.targetOf(change, owner.address);
  return { ...link, target: { ...rest, ...(id === undefined ? {} : { id }) }, evidence: { source, ...evidence } };
}
