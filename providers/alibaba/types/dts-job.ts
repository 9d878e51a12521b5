import { z } from "zod";
import { known, type ResourceRecord, type ResourceType } from "../../../src/model/index.ts";
import { gapsOf } from "../bad-rows.ts";
import { placedBy, recordPage, withTotal } from "../databases.ts";
import { Endpoint, endLink } from "../dts-endpoints.ts";
import { hostsOf, oldestRegions } from "../hosts.ts";
import { byNumber } from "../paging.ts";
import type { RpcProduct } from "../rpc.ts";
import { bareRowsOf, countRows, optional, optionalText } from "../rpc-fields.ts";
import { type AlibabaSession, acs, regionOf, stated, tagsOf } from "../session.ts";

const dts: RpcProduct = {
  name: "dts",
  version: "2020-01-01",
  host: hostsOf("dts", [
    ...oldestRegions,
    ...["cn-beijing-finance-1", "cn-chengdu", "cn-hongkong", "cn-huhehaote", "cn-north-2-gov-1", "cn-qingdao"],
    ...["cn-shanghai-finance-1", "cn-shenzhen", "cn-shenzhen-finance-1", "cn-wulanchabu", "cn-zhangjiakou"],
    ...["ap-south-1", "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-5"],
    ...["eu-central-1", "eu-west-1", "me-east-1", "us-east-1", "us-west-1"],
  ]),
  published: "dts",
};

const Tag = z.object({ TagKey: z.string(), TagValue: z.string().nullish() });
const Ends = { SourceEndpoint: Endpoint, DestinationEndpoint: Endpoint };

const Job = z.object({
  DtsJobId: z.string(),
  DtsJobName: optionalText,
  DtsInstanceID: optionalText,
  Status: optionalText,
  CreateTime: optionalText,
  ...Ends,
  /** The way back of a two-way synchronisation. */
  ReverseJob: optional(z.object(Ends)),
  TagList: optional(z.array(Tag)),
});
type Job = z.infer<typeof Job>;

const Page = z.object({ ...recordPage, DtsJobList: bareRowsOf("DtsJobId", Job) }).transform(withTotal);

const type = "alibaba/dts/job";
const operation = "DescribeDtsJobs";
/** A call answers for one of these; without the parameter for migrations only. */
const jobTypes = ["MIGRATION", "SYNC", "SUBSCRIBE"] as const;
type JobType = (typeof jobTypes)[number];

/** Jobs of Data Transmission Service: migrations, synchronisations and change tracking. */
export const dtsJob: ResourceType<AlibabaSession> = {
  type,
  title: { en: "Data Transmission Service job", zh: "数据传输服务 DTS 任务" },
  role: "flow",
  service: "dts",
  reach: "per-region",
  operations: [{ operation, permission: "dts:DescribeDtsJobs" }],
  links: ["streams-to"],
  unseen: {
    en: "Where a database that is no instance of Alibaba Cloud lies, who consumes a change tracking job, and which account an instance belongs to that is not among the scanned ones.",
    zh: "非阿里云实例的自建数据库所在位置、数据订阅任务的消费方，以及未在扫描范围内的实例所属的账号。",
  },
  async *collect(session, asked, caller) {
    const region = regionOf(asked);
    const idOf = (id: string) => jobId(session, region, id);
    for (const jobType of jobTypes) {
      // Without `WithoutDbList` the answer names the databases and tables of each job.
      const parameters = { RegionId: region, Region: region, JobType: jobType, WithoutDbList: true };
      const list = { product: dts, region, action: operation, parameters, answer: Page };
      const fetch = byNumber(session.rpc, list, 30, (page) => countRows(page.DtsJobList));
      for await (const { DtsJobList: rows } of caller.pages(operation, fetch)) {
        yield* gapsOf(session, rows, { type, region, operation, idOf });
        for (const job of rows.good) yield toRecord(session, region, jobType, job);
      }
    }
  },
};

function jobId(session: AlibabaSession, region: string, id: string): string {
  return acs(session, "dts", region, `job/${id}`);
}

function toRecord(session: AlibabaSession, region: string, jobType: JobType, job: Job): ResourceRecord {
  const { ReverseJob: reverse } = job;
  return {
    kind: "record",
    id: jobId(session, region, job.DtsJobId),
    type,
    role: "flow",
    scope: session.scope,
    name: job.DtsJobName ?? job.DtsJobId,
    ...placedBy("dts", operation, region),
    tags: known(tagsOf((job.TagList ?? []).map((tag) => [tag.TagKey, tag.TagValue ?? ""] as const))),
    aliases: [],
    links: [
      ...endLink(session, job.SourceEndpoint, "from", "SourceEndpoint"),
      ...endLink(session, job.DestinationEndpoint, "to", "DestinationEndpoint"),
      ...endLink(session, reverse?.SourceEndpoint, "from", "ReverseJob.SourceEndpoint"),
      ...endLink(session, reverse?.DestinationEndpoint, "to", "ReverseJob.DestinationEndpoint"),
    ],
    attributes: stated({
      kind: jobType.toLowerCase(),
      status: job.Status,
      instance: job.DtsInstanceID,
      twoWay: reverse !== undefined,
      createdAt: job.CreateTime,
    }),
  };
}
