import type {
  DeliveryStreamDescription,
  DestinationDescription,
  S3DestinationDescription,
  SourceDescription,
} from "@aws-sdk/client-firehose";
import type { Link, LinkTarget, Scope } from "../../../src/model/index.ts";
import { arnTarget, hostOf, hostTarget } from "../targets.ts";

const source = "firehose:DescribeDeliveryStream";

/** What a delivery stream takes data from and gives it to, each other end once. */
export function firehoseLinks(stream: DeliveryStreamDescription, scope: Scope): readonly Link[] {
  const links = new Map<string, Link>();
  const all = [
    ...sources(stream.Source, scope),
    ...(stream.Destinations ?? []).flatMap((destination) => [...destinations(destination, scope)]),
  ];
  for (const link of all) {
    const key = `${link.direction} ${link.target.id ?? link.target.party}`;
    // The plain S3 destination is told twice, and a failed record's bucket is often the one of all the others.
    if (!links.has(key)) links.set(key, link);
  }
  return [...links.values()];
}

function* sources(from: SourceDescription | undefined, scope: Scope): Generator<Link> {
  const arns = {
    "Source.KinesisStreamSourceDescription.KinesisStreamARN": from?.KinesisStreamSourceDescription?.KinesisStreamARN,
    "Source.MSKSourceDescription.MSKClusterARN": from?.MSKSourceDescription?.MSKClusterARN,
  };
  for (const [field, arn] of Object.entries(arns)) {
    if (arn) yield link("from", arnTarget(arn, scope), field, arn);
  }
  const database = from?.DatabaseSourceDescription?.Endpoint;
  const host = database ? hostOf(database) : undefined;
  // A database says its endpoint among its other names, if it does.
  if (host !== undefined) yield link("from", { id: host }, "Source.DatabaseSourceDescription.Endpoint", host);
}

function* destinations(to: DestinationDescription, scope: Scope): Generator<Link> {
  yield* bucket(to.ExtendedS3DestinationDescription, "ExtendedS3DestinationDescription");
  if (to.ExtendedS3DestinationDescription?.S3BackupMode === "Enabled") {
    const backup = "ExtendedS3DestinationDescription.S3BackupDescription";
    yield* bucket(to.ExtendedS3DestinationDescription.S3BackupDescription, backup);
  }
  yield* bucket(to.S3DestinationDescription, "S3DestinationDescription");
  yield* warehouse(to);
  yield* searchIndexes(to, scope);
  yield* parties(to);
  yield* tables(to, scope);
}

/** Loaded from a bucket, so that everything lies there too. */
function* warehouse({ RedshiftDestinationDescription: redshift }: DestinationDescription): Generator<Link> {
  if (redshift === undefined) return;
  const host = redshift.ClusterJDBCURL ? hostOf(redshift.ClusterJDBCURL) : undefined;
  // A cluster goes by its endpoint here: neither its account nor, by a name of one's own, its id can be spelled.
  if (host !== undefined) {
    const { place } = hostTarget(host);
    const target = { id: host, ...(place === undefined ? {} : { place }) };
    yield link("to", target, path("RedshiftDestinationDescription.ClusterJDBCURL"), host);
  }
  yield* bucket(redshift.S3DestinationDescription, "RedshiftDestinationDescription.S3DestinationDescription");
  if (redshift.S3BackupMode === "Enabled") {
    yield* bucket(redshift.S3BackupDescription, "RedshiftDestinationDescription.S3BackupDescription");
  }
}

function* searchIndexes(to: DestinationDescription, scope: Scope): Generator<Link> {
  const kinds = ["AmazonopensearchserviceDestinationDescription", "ElasticsearchDestinationDescription"] as const;
  for (const kind of kinds) {
    const { DomainARN: arn, ClusterEndpoint: endpoint, S3DestinationDescription: s3 } = to[kind] ?? {};
    if (arn) yield link("to", arnTarget(arn, scope), path(`${kind}.DomainARN`), arn);
    else yield* host(endpoint, `${kind}.ClusterEndpoint`);
    yield* bucket(s3, `${kind}.S3DestinationDescription`);
  }
  const serverless = to.AmazonOpenSearchServerlessDestinationDescription;
  yield* host(serverless?.CollectionEndpoint, "AmazonOpenSearchServerlessDestinationDescription.CollectionEndpoint");
  yield* bucket(
    serverless?.S3DestinationDescription,
    "AmazonOpenSearchServerlessDestinationDescription.S3DestinationDescription",
  );
}

/** Somebody's service, known by its host. What could not be delivered there, or all of it, is kept in a bucket. */
function* parties(to: DestinationDescription): Generator<Link> {
  const { HttpEndpointDestinationDescription: http, SplunkDestinationDescription: splunk } = to;
  const { SnowflakeDestinationDescription: snowflake } = to;
  yield* host(http?.EndpointConfiguration?.Url, "HttpEndpointDestinationDescription.EndpointConfiguration.Url");
  yield* bucket(http?.S3DestinationDescription, "HttpEndpointDestinationDescription.S3DestinationDescription");
  yield* host(splunk?.HECEndpoint, "SplunkDestinationDescription.HECEndpoint");
  yield* bucket(splunk?.S3DestinationDescription, "SplunkDestinationDescription.S3DestinationDescription");
  yield* host(snowflake?.AccountUrl, "SnowflakeDestinationDescription.AccountUrl");
  yield* bucket(snowflake?.S3DestinationDescription, "SnowflakeDestinationDescription.S3DestinationDescription");
}

/** Tables of a catalogue; their files lie in the warehouse's bucket where the catalogue does not say otherwise. */
function* tables({ IcebergDestinationDescription: iceberg }: DestinationDescription, scope: Scope): Generator<Link> {
  const { CatalogARN: catalog, WarehouseLocation: warehouse } = iceberg?.CatalogConfiguration ?? {};
  const field = "IcebergDestinationDescription.CatalogConfiguration";
  if (catalog) yield link("to", arnTarget(catalog, scope), path(`${field}.CatalogARN`), catalog);
  const name = /^s3:\/\/([^/]+)/.exec(warehouse ?? "")?.[1];
  if (name !== undefined) {
    const arn = `arn:${scope.partition}:s3:::${name}`;
    yield link("to", { id: arn }, path(`${field}.WarehouseLocation`), arn);
  }
  yield* bucket(iceberg?.S3DestinationDescription, "IcebergDestinationDescription.S3DestinationDescription");
}

/** A bucket's ARN names no region. */
function* bucket(s3: Pick<S3DestinationDescription, "BucketARN"> | undefined, field: string): Generator<Link> {
  const arn = s3?.BucketARN;
  if (arn) yield link("to", { id: arn }, path(`${field}.BucketARN`), arn);
}

/** The host alone: addresses of these services hold tokens in path and query. */
function* host(address: string | undefined, field: string): Generator<Link> {
  const name = address ? hostOf(address) : undefined;
  if (name !== undefined) yield link("to", hostTarget(name), path(field), name);
}

function path(field: string): string {
  return `Destinations[].${field}`;
}

function link(direction: "to" | "from", target: LinkTarget, field: string, value: string): Link {
  return { kind: "streams-to", direction, target, evidence: { source, field, value } };
}
