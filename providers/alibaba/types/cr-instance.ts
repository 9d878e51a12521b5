import { z } from "zod";
import {
  type Caller,
  type Known,
  known,
  type Link,
  type ResourceRecord,
  type ResourceType,
  type Tags,
} from "../../../src/model/index.ts";
import { gapsOf, reportBad } from "../bad-rows.ts";
import { pageCounter } from "../page-counter.ts";
import { askPages, type FetchPage } from "../paging.ts";
import { placeRegion } from "../regions.ts";
import type { RpcProduct } from "../rpc.ts";
import { countRows, flag, optional, optionalText, type Rows, readRows, whole } from "../rpc-fields.ts";
import { type AlibabaSession, acs, regionOf, stated } from "../session.ts";
import { batches } from "../tag-pages.ts";
import { tagsByResource } from "../tag-resources.ts";

const cr: RpcProduct = {
  name: "cr",
  version: "2018-12-01",
  host: (region) => `cr.${region}.aliyuncs.com`,
  published: "cr",
};

const Instance = z.object({
  InstanceId: z.string().min(1),
  InstanceName: optionalText,
  InstanceSpecification: optionalText,
  InstanceStatus: optionalText,
  RegionId: optionalText,
});
type Instance = z.infer<typeof Instance>;

const SyncRule = z.object({
  SyncRuleId: z.string().min(1),
  LocalInstanceId: z.string().min(1),
  LocalRegionId: optionalText,
  TargetInstanceId: z.string().min(1),
  TargetRegionId: optionalText,
  SyncDirection: optionalText,
  CrossUser: optional(flag),
});
type SyncRule = z.infer<typeof SyncRule>;

/** ListTagResources of this product takes fewer ids than that of others. */
const tagBatch = 20;

/** Instances of Container Registry Enterprise Edition, with the rules that copy their images to other instances. */
export const crInstance: ResourceType<AlibabaSession> = {
  type: "alibaba/cr/instance",
  title: { en: "Container Registry Enterprise Edition instance", zh: "容器镜像服务 ACR 企业版实例" },
  role: "store",
  service: "cr",
  reach: "per-region",
  operations: [
    { operation: "ListInstance", permission: "cr:ListInstance" },
    // The permission is not named after the operation (Container Registry API reference, ListRepoSyncRule).
    { operation: "ListRepoSyncRule", permission: "cr:ListSyncRule", per: "resource" },
    { operation: "ListTagResources", permission: "cr:ListTagResources" },
  ],
  links: ["replicates-to"],
  unseen: {
    en: "Personal Edition registries, single repositories and images, artifact subscription, public endpoints, the OSS bucket behind an instance, and the account of an instance that a rule reaches in another account.",
    zh: "个人版实例、单个镜像仓库和镜像、制品订阅、公网访问入口、实例所用的 OSS 存储空间，以及跨账号同步规则对端实例所属的账号。",
  },
  async *collect(session, asked, caller) {
    const region = regionOf(asked);
    const operation = "ListInstance";
    const idOf = (id: string) => instanceId(session, region, id);
    const list = { region, action: operation, parameters: {}, field: "Instances", idField: "InstanceId" };
    for await (const rows of caller.pages(operation, byPageNo(session, list, Instance))) {
      yield* gapsOf(session, rows, { type: "alibaba/cr/instance", region, operation, idOf });
      const ids = rows.good.map((instance) => instance.InstanceId);
      const tags = await tagsOfAll(session, region, caller, ids);
      yield* caller.each(rows.good, async (instance) => {
        const rules = await rulesOf(session, region, caller, instance.InstanceId);
        return toRecord(session, region, instance, rules, tags.get(instance.InstanceId) ?? known({}));
      });
    }
  },
};

function instanceId(session: AlibabaSession, region: string, id: string): string {
  return acs(session, "cr", region, `instance/${id}`);
}

interface NumberedList {
  readonly region: string;
  readonly action: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly field: string;
  readonly idField: string;
}

/** `PageNo` and `PageSize`, in the request and in the answer. */
function byPageNo<Item>(session: AlibabaSession, list: NumberedList, item: z.ZodType<Item>): FetchPage<Rows<Item>> {
  const { region, action, field, idField } = list;
  const Answer = z
    .looseObject({ PageNo: optional(whole), PageSize: optional(whole), TotalCount: optional(whole) })
    .transform((answer, context) => {
      const items = z.array(z.unknown()).safeParse(answer[field]);
      if (!items.success) {
        context.addIssue({ code: "custom", path: [field], message: "not a list" });
        return z.NEVER;
      }
      const { PageNo: PageNumber, PageSize, TotalCount } = answer;
      return { PageNumber, PageSize, TotalCount, rows: readRows(items.data, idField, item) };
    });
  const size = 100;
  const counter = pageCounter((page: z.output<typeof Answer>) => countRows(page.rows));
  return async (token, signal) => {
    const number = token === undefined ? 1 : Number(token);
    const parameters = { ...list.parameters, RegionId: region, PageNo: number, PageSize: size };
    const page = await session.rpc.request({ product: cr, region, action, parameters, answer: Answer }, signal);
    const next = counter.after(page, number, size);
    return { page: page.rows, next: next === undefined ? undefined : String(next) };
  };
}

async function tagsOfAll(
  session: AlibabaSession,
  region: string,
  caller: Caller,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Known<Tags>>> {
  const found = new Map<string, Known<Tags>>();
  for (const batch of batches(ids, tagBatch)) {
    const asked = {
      product: cr,
      region,
      resourceType: "Instance",
      ids: batch,
      every: instanceId(session, region, "*"),
    };
    const tags = await tagsByResource(session, caller, asked);
    for (const id of batch) found.set(id, tags(id));
  }
  return found;
}

async function rulesOf(
  session: AlibabaSession,
  region: string,
  caller: Caller,
  instance: string,
): Promise<readonly SyncRule[]> {
  const action = "ListRepoSyncRule";
  const id = instanceId(session, region, instance);
  const list = { region, action, parameters: { InstanceId: instance }, field: "SyncRules", idField: "SyncRuleId" };
  const pages = await askPages(caller, action, id, byPageNo(session, list, SyncRule));
  for (const { bad } of pages) await reportBad(caller, action, bad, () => id);
  return pages.flatMap(({ good }) => good);
}

function toRecord(
  session: AlibabaSession,
  region: string,
  instance: Instance,
  rules: readonly SyncRule[],
  tags: Known<Tags>,
): ResourceRecord {
  const stands = instance.RegionId ?? region;
  return {
    kind: "record",
    id: instanceId(session, region, instance.InstanceId),
    type: "alibaba/cr/instance",
    role: "store",
    scope: session.scope,
    name: instance.InstanceName ?? instance.InstanceId,
    place: known({ region: placeRegion(stands) }),
    placeEvidence: { source: "cr:ListInstance", field: "Instances[].RegionId", value: stands },
    tags,
    // A rule names the instance at its other end by this alone, whoever owns it.
    aliases: [alias(instance.InstanceId)],
    links: rules.map((rule) => linkOf(session, instance.InstanceId, rule)),
    attributes: stated({ specification: instance.InstanceSpecification, status: instance.InstanceStatus }),
  };
}

function alias(instance: string): string {
  return `cr://${instance}`;
}

/**
 * `FROM`: images go from the local instance to the target, `TO`: from the target to the local one (Container Registry API
 * reference, ListRepoSyncRule). The rule is listed on either of them. An instance of another account has its own
 * name for an id, since no rule tells the account.
 */
function linkOf(session: AlibabaSession, own: string, rule: SyncRule): Link {
  const { LocalInstanceId: local, TargetInstanceId: target, SyncDirection: way } = rule;
  const isLocal = local === own;
  const outward = (way?.toUpperCase() === "TO") !== isLocal;
  const [other, region] = isLocal ? [target, rule.TargetRegionId] : [local, rule.LocalRegionId];
  const place = region === undefined ? undefined : { region: placeRegion(region) };
  const mine = rule.CrossUser !== true && place !== undefined;
  const id = mine ? instanceId(session, place.region, other) : alias(other);
  const crossing = rule.CrossUser === true ? ", of another account" : "";
  return {
    kind: "replicates-to",
    direction: outward ? "to" : "from",
    target: { id, ...(place === undefined ? {} : { place }) },
    evidence: {
      source: "cr:ListRepoSyncRule",
      field: `SyncRules[].${isLocal ? "TargetRegionId" : "LocalRegionId"}`,
      value: `${rule.SyncRuleId}: ${other} in ${region ?? "an unstated region"}${crossing}`,
    },
  };
}
