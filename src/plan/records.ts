import {
  type CollectSink,
  type CollectTask,
  type Known,
  known,
  type Link,
  type PlaceRef,
  type PlannedLink,
  type PlannedPart,
  type PlannedReading,
  type PlannedResource,
  type PlannedShape,
  type PlannedStatements,
  type PlannedTarget,
  type ResourceRecord,
  type TemplateProvider,
} from "../model/index.ts";
import type { Template } from "./template.ts";
import { isUtility } from "./utility-kinds.ts";

/** Templates that were read, as one change. */
export interface Change {
  readonly file: string;
  /** Format, as coverage names what was read: `terraform-plan`. */
  readonly format: string;
  readonly template: Template;
}

/** Account of what a template does not say whose it is. */
const unnamedAccount = "planned";
const unknownPartition = "unknown";

type Attached = Pick<PlannedReading, "links" | "attributes" | "unknowns">;

/**
 * Turns the resources of templates into the records that a live scan would find. Settings that are resources of their own are
 * laid upon what they belong to; where that is not part of the change they stand for themselves, as a flow out of it.
 */
export function recordTemplates(
  given: readonly Change[],
  providers: readonly TemplateProvider[],
  sink: CollectSink,
  options: { readonly hasEstate: boolean },
): void {
  // Read once: a reader makes its resources anew each time it is asked.
  const changes = given.map((change) => ({
    ...change,
    template: { ...change.template, resources: [...change.template.resources] },
  }));
  const readers = providers.map(readerOf);
  const addresses = clashing(changes);
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

  const parts = attachParts(changes, readers, addresses);
  for (const change of changes) {
    for (const resource of change.template.resources) {
      const reader = readers.find(({ provider }) => provider.catalogue.claims(resource.kind));
      const id = addresses.idOf(change, resource.address);
      if (reader === undefined) {
        if (!isUtility(resource.kind) && resource.change !== "none") {
          gapOf(change, id, resource.kind, "a type of a provider that this version does not know");
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
          const detail = "a type that this version does not read and that may hold data";
          gapOf(change, id, resource.kind, detail, provider.id);
        }
        continue;
      }
      const reading = shape?.read(resource) ?? stray?.reading;
      if (reading === undefined) continue;
      const region = reading.place ?? placeOf(resource);
      const partition =
        resource.partition ?? provider.catalogue.partitionOf(region.known ? region.value.region : undefined);
      const type = shape?.type ?? stray?.type ?? resource.kind;
      const task = taskOf(provider.id, resource, partition, type, change.format);
      const attached = parts.of(change, resource.address);
      const record = recordOf({ change, resource, reading, attached, shape, id, type, task, addresses });
      sink.record(task, options.hasEstate ? joined(record) : record);
      for (const path of [reading, ...attached].flatMap(({ unknowns }) => unknowns ?? [])) {
        gapOf(change, id, type, `${path} is known only when the change is applied`, provider.id);
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

interface Reader {
  readonly provider: TemplateProvider;
  readonly shapes: ReadonlyMap<string, PlannedShape>;
  readonly parts: ReadonlyMap<string, PlannedPart>;
}

function readerOf(provider: TemplateProvider): Reader {
  const { shapes, parts } = provider.catalogue;
  return {
    provider,
    shapes: new Map(shapes.map((shape) => [shape.kind, shape])),
    parts: new Map(parts.map((part) => [part.kind, part])),
  };
}

/** Ids of resources: the address, with the file before it where two files declare the same one. */
interface Addresses {
  idOf(change: Change, address: string): string;
  /** The id that a reference of a file means, and where no file declares it, the address itself. */
  targetOf(change: Change, address: string): string;
}

function clashing(changes: readonly Change[]): Addresses {
  const files = new Map<string, Set<string>>();
  for (const { file, template } of changes) {
    for (const { address } of template.resources) files.set(address, (files.get(address) ?? new Set()).add(file));
  }
  const idOf = ({ file }: Change, address: string): string =>
    (files.get(address)?.size ?? 0) > 1 ? `${file}#${address}` : address;
  return { idOf, targetOf: idOf };
}

interface Stray {
  readonly reading: PlannedReading;
  readonly type: string;
}

interface Attachments {
  of(change: Change, address: string): readonly Attached[];
  /** Parts whose owner is not in the change, or stays as it is there: they stand for themselves. */
  readonly stray: ReadonlyMap<PlannedResource, Stray>;
}

function attachParts(changes: readonly Change[], readers: readonly Reader[], addresses: Addresses): Attachments {
  const owners = ownersOf(changes, readers);
  const attached = new Map<string, Attached[]>();
  const stray = new Map<PlannedResource, Stray>();
  for (const change of changes) {
    for (const resource of change.template.resources) {
      const part = readers.find(({ parts }) => parts.has(resource.kind))?.parts.get(resource.kind);
      if (part === undefined) continue;
      const { of: target, ...stated } = part.read(resource);
      const owner = owners.find(change, target);
      // What does not change asks nothing by itself, but a change of its settings does.
      if (owner !== undefined && (owner.change !== "none" || resource.change === "none")) {
        const id = addresses.idOf(change, owner.address);
        attached.set(id, [...(attached.get(id) ?? []), stated]);
        continue;
      }
      stray.set(resource, strayOf(part, target, owner, stated));
    }
  }
  return { of: (change, address) => attached.get(addresses.idOf(change, address)) ?? [], stray };
}

/** Data goes from the owner through the setting to where the setting sends it. */
function strayOf(
  part: PlannedPart,
  target: PlannedTarget,
  owner: PlannedResource | undefined,
  { links, unknowns = [] }: Attached,
): Stray {
  const from: PlannedTarget = owner === undefined ? target : { ...target, address: owner.address };
  const inbound = links.map(({ kind, evidence }): PlannedLink => ({ kind, direction: "from", target: from, evidence }));
  return { type: part.type, reading: { tags: known({}), links: [...inbound, ...links], unknowns } };
}

function ownersOf(changes: readonly Change[], readers: readonly Reader[]) {
  const byAddress = new Map<string, PlannedResource>();
  const byAlias = new Map<string, PlannedResource>();
  for (const { template } of changes) {
    for (const resource of template.resources) {
      const shape = readers.find(({ shapes }) => shapes.has(resource.kind))?.shapes.get(resource.kind);
      if (shape === undefined) continue;
      byAddress.set(resource.address, resource);
      for (const alias of shape.read(resource).aliases ?? []) byAlias.set(alias, resource);
    }
  }
  return {
    find(_change: Change, { address, id }: PlannedTarget): PlannedResource | undefined {
      return (
        (address === undefined ? undefined : byAddress.get(address)) ?? (id === undefined ? undefined : byAlias.get(id))
      );
    },
  };
}

function placeOf({ region }: PlannedResource): Known<PlaceRef> {
  return region.known ? known({ region: region.value }) : region;
}

interface Parts {
  readonly change: Change;
  readonly resource: PlannedResource;
  readonly reading: PlannedReading;
  readonly attached: readonly Attached[];
  readonly shape: PlannedShape | undefined;
  readonly id: string;
  readonly type: string;
  readonly task: CollectTask;
  readonly addresses: Addresses;
}

function recordOf({ change, resource, reading, attached, shape, id, type, task, addresses }: Parts): ResourceRecord {
  const source = resource.file;
  const place = reading.place ?? placeOf(resource);
  const stated: PlannedStatements = {
    links: [reading, ...attached].flatMap((one) => one.links),
    attributes: Object.assign({}, ...[reading, ...attached].map((one) => one.attributes ?? {})),
  };
  const { links, attributes } = shape?.weigh?.(stated) ?? stated;
  const said = place.known ? (place.value.zone ?? place.value.region) : `not known (${place.why})`;
  return {
    kind: "record",
    id,
    type,
    role: shape?.role ?? "flow",
    scope: task.scope,
    name: reading.name ?? resource.label,
    place,
    placeEvidence: { source, field: reading.placeField ?? resource.regionEvidence, value: said },
    tags: reading.tags,
    aliases: (reading.aliases ?? []).filter((alias) => alias !== id),
    links: links.map((link) => linkOf(link, change, source, addresses)),
    attributes,
    ...(resource.change === "none" ? { unchanged: true } : {}),
    ...(resource.line === undefined ? {} : { declared: { file: resource.file, line: resource.line } }),
  };
}

function linkOf(
  { target, evidence, ...link }: PlannedLink,
  change: Change,
  source: string,
  addresses: Addresses,
): Link {
  const { address, ...rest } = target;
  const id = address === undefined ? rest.id : addresses.targetOf(change, address);
  return { ...link, target: { ...rest, ...(id === undefined ? {} : { id }) }, evidence: { source, ...evidence } };
}
