import type { PlannedLink, PlannedShape } from "../../../../src/model/index.ts";
import { hostOf } from "../../targets.ts";
import { flow, hostFlow, statement } from "../flows.ts";
import { type Here, textAt } from "../here.ts";
import { shape } from "../shape.ts";
import { byArn, byBucket, byHost } from "../targets.ts";

const hosts = {
  http_endpoint_configuration: "url",
  splunk_configuration: "hec_endpoint",
  snowflake_configuration: "account_url",
  opensearchserverless_configuration: "collection_endpoint",
};

/** What could not be delivered there, or all of it, is kept in a bucket. */
const buckets: readonly string[] = [
  "extended_s3_configuration",
  "redshift_configuration.s3_configuration",
  "opensearch_configuration.s3_configuration",
  "elasticsearch_configuration.s3_configuration",
  "opensearchserverless_configuration.s3_configuration",
  "http_endpoint_configuration.s3_configuration",
  "splunk_configuration.s3_configuration",
  "snowflake_configuration.s3_configuration",
  "iceberg_configuration.s3_configuration",
];

const backups: readonly string[] = ["extended_s3_configuration", "redshift_configuration"];

export const firehoseShapes: readonly PlannedShape[] = [
  shape({
    kind: "aws_kinesis_firehose_delivery_stream",
    type: "aws/firehose/delivery-stream",
    role: "flow",
    name: "name",
    arn: ["firehose", "deliverystream/{}"],
    links: (here) =>
      onePerEnd([
        ...flow(here, "streams-to", "from", "kinesis_source_configuration.kinesis_stream_arn", byArn),
        ...flow(here, "streams-to", "from", "msk_source_configuration.msk_cluster_arn", byArn),
        ...buckets.flatMap((path) => flow(here, "streams-to", "to", `${path}.bucket_arn`, byBucket)),
        ...backups.flatMap((path) =>
          textAt(here, `${path}.s3_backup_mode`) === "Enabled"
            ? flow(here, "streams-to", "to", `${path}.s3_backup_configuration.bucket_arn`, byBucket)
            : [],
        ),
        ...Object.entries(hosts).flatMap(([block, path]) => hostFlow(here, "streams-to", "to", `${block}.${path}`)),
        ...["opensearch_configuration", "elasticsearch_configuration"].flatMap((block) => [
          ...flow(here, "streams-to", "to", `${block}.domain_arn`, byArn),
          ...hostFlow(here, "streams-to", "to", `${block}.cluster_endpoint`),
        ]),
        ...flow(here, "streams-to", "to", "iceberg_configuration.catalog_arn", byArn),
        ...warehouse(here, "redshift_configuration.cluster_jdbcurl"),
      ]),
    attributes: (here) => {
      const encrypted = here.settings.flag("server_side_encryption.enabled");
      return encrypted.known && encrypted.value === true ? { encrypted: true } : {};
    },
    texts: { destination: "destination" },
  }),
];

/** A cluster goes by its endpoint here. The address itself is not kept: it may hold a name or a password. */
export function warehouse(here: Here, path: string): readonly PlannedLink[] {
  const url = textAt(here, path);
  const host = url === undefined ? undefined : hostOf(url);
  if (host === undefined) return hostFlow(here, "streams-to", "to", path);
  const { place } = byHost(here, host);
  const [address] = here.settings.refs(path);
  const target = { id: host, ...(place === undefined ? {} : { place }), ...(address === undefined ? {} : { address }) };
  return [statement(here, "streams-to", target, path, host)];
}

/** The bucket of records that failed is often the one of all the others. */
export function onePerEnd(links: readonly PlannedLink[]): readonly PlannedLink[] {
  const kept = new Map<string, PlannedLink>();
  for (const link of links) {
    const { address, id, party } = link.target;
    const end = address ?? id ?? party ?? link.evidence.field;
    const key = `${link.direction} ${end}`;
    if (!kept.has(key)) kept.set(key, link);
  }
  return [...kept.values()];
}
