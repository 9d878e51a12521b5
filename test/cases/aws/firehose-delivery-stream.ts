import type { AwsHeld } from "../../support/case-clouds.ts";
import type { TypeCase } from "../../support/type-case.ts";

const deliveryStream: TypeCase<AwsHeld> = {
  type: "aws/firehose/delivery-stream",
  held: ({ partition, account, region }) => {
    const s3 = (bucket: string) => ({ BucketARN: `arn:${partition}:s3:::${bucket}`, CompressionFormat: "GZIP" });
    const one = (name: string, destination: object, rest: object = {}) => ({
      DeliveryStreamName: name,
      DeliveryStreamARN: `arn:${partition}:firehose:${region}:${account}:deliverystream/${name}`,
      DeliveryStreamStatus: "ACTIVE",
      DeliveryStreamType: "DirectPut",
      VersionId: "1",
      Destinations: [{ DestinationId: "destinationId-000000000001", ...destination }],
      HasMoreDestinations: false,
      ...rest,
    });
    return {
      services: {
        firehose: {
          deliveryStreams: [
            one(
              "archive",
              {
                S3DestinationDescription: s3("archive"),
                ExtendedS3DestinationDescription: {
                  ...s3("archive"),
                  S3BackupMode: "Enabled",
                  S3BackupDescription: s3("archive-raw"),
                },
              },
              {
                DeliveryStreamType: "KinesisStreamAsSource",
                Source: {
                  KinesisStreamSourceDescription: {
                    KinesisStreamARN: `arn:${partition}:kinesis:${region}:${account}:stream/clicks`,
                  },
                },
                DeliveryStreamEncryptionConfiguration: {
                  Status: "ENABLED",
                  KeyType: "CUSTOMER_MANAGED_CMK",
                  KeyARN: `arn:${partition}:kms:${region}:999988887777:key/1`,
                },
                $tags: { "data-class": "personal", 业务: "点击流", owner: "" },
              },
            ),
            one(
              "vendor",
              {
                HttpEndpointDestinationDescription: {
                  EndpointConfiguration: {
                    Name: "vendor",
                    Url: "https://u:secret@intake.example.net/v1/secret?key=secret",
                  },
                  S3BackupMode: "FailedDataOnly",
                  S3DestinationDescription: s3("vendor-failed"),
                },
              },
              { DeliveryStreamEncryptionConfiguration: { Status: "ENABLED", KeyType: "AWS_OWNED_CMK" } },
            ),
            one(
              "splunk",
              {
                SplunkDestinationDescription: {
                  HECEndpoint: "https://http-inputs-acme.splunkcloud.example:443",
                  HECEndpointType: "Raw",
                  HECToken: "11111111-2222-3333-4444-555555555555",
                  S3DestinationDescription: s3("splunk-failed"),
                },
              },
              // Switched off; Firehose still names the key that it was.
              {
                DeliveryStreamEncryptionConfiguration: {
                  Status: "DISABLED",
                  KeyType: "CUSTOMER_MANAGED_CMK",
                  KeyARN: `arn:${partition}:kms:${region}:999988887777:key/1`,
                },
              },
            ),
            one("snow", {
              SnowflakeDestinationDescription: {
                AccountUrl: "https://acme.snowflake.example",
                User: "loader",
                S3DestinationDescription: s3("snow-failed"),
              },
            }),
            one(
              "warehouse",
              {
                RedshiftDestinationDescription: {
                  ClusterJDBCURL:
                    "jdbc:redshift://crm.c0ffee.ap-southeast-1.redshift.amazonaws.com:5439/crm?user=loader",
                  Username: "loader",
                  S3DestinationDescription: s3("warehouse-stage"),
                  S3BackupMode: "Disabled",
                },
              },
              {
                DeliveryStreamType: "MSKAsSource",
                Source: {
                  MSKSourceDescription: {
                    MSKClusterARN: `arn:${partition}:kafka:${region}:222233334444:cluster/events/1a2b`,
                    TopicName: "orders",
                  },
                },
              },
            ),
            one("search", {
              AmazonopensearchserviceDestinationDescription: {
                DomainARN: `arn:${partition}:es:${region}:${account}:domain/logs`,
                IndexName: "lines",
                S3DestinationDescription: s3("search-failed"),
              },
            }),
            one("collection", {
              AmazonOpenSearchServerlessDestinationDescription: {
                CollectionEndpoint: "https://0abc.eu-west-1.aoss.amazonaws.com",
                IndexName: "lines",
              },
            }),
            one("lake", {
              IcebergDestinationDescription: {
                CatalogConfiguration: {
                  CatalogARN: `arn:${partition}:glue:${region}:${account}:catalog`,
                  WarehouseLocation: "s3://lake-files/tables/",
                },
                S3DestinationDescription: s3("lake-failed"),
              },
            }),
          ],
        },
      },
    };
  },
  finds: ({ partition, account, region }) => {
    const arn = `arn:${partition}:firehose:${region}:${account}:deliverystream`;
    const s3 = `arn:${partition}:s3:::`;
    const role = "flow";
    const kind = "streams-to";
    return [
      {
        id: `${arn}/archive`,
        name: "archive",
        role,
        tags: { "data-class": "personal", 业务: "点击流", owner: "" },
        attributes: { source: "KinesisStreamAsSource" },
        links: [
          { kind, direction: "from", id: `arn:${partition}:kinesis:${region}:${account}:stream/clicks`, region },
          { kind, id: `${s3}archive` },
          { kind, id: `${s3}archive-raw` },
          {
            kind: "key-held-in",
            id: `arn:${partition}:kms:${region}:999988887777:key/1`,
            region,
            party: "999988887777",
          },
        ],
      },
      {
        id: `${arn}/vendor`,
        name: "vendor",
        role,
        tags: {},
        attributes: { encrypted: true },
        links: [
          { kind, party: "intake.example.net" },
          { kind, id: `${s3}vendor-failed` },
        ],
      },
      {
        id: `${arn}/splunk`,
        name: "splunk",
        role,
        tags: {},
        links: [
          { kind, party: "http-inputs-acme.splunkcloud.example" },
          { kind, id: `${s3}splunk-failed` },
        ],
      },
      {
        id: `${arn}/snow`,
        name: "snow",
        role,
        tags: {},
        links: [
          { kind, party: "acme.snowflake.example" },
          { kind, id: `${s3}snow-failed` },
        ],
      },
      {
        id: `${arn}/warehouse`,
        name: "warehouse",
        role,
        tags: {},
        links: [
          {
            kind,
            direction: "from",
            id: `arn:${partition}:kafka:${region}:222233334444:cluster/events/1a2b`,
            region,
            party: "222233334444",
          },
          { kind, id: "crm.c0ffee.ap-southeast-1.redshift.amazonaws.com", region: "ap-southeast-1" },
          { kind, id: `${s3}warehouse-stage` },
        ],
      },
      {
        id: `${arn}/search`,
        name: "search",
        role,
        tags: {},
        links: [
          { kind, id: `arn:${partition}:es:${region}:${account}:domain/logs`, region },
          { kind, id: `${s3}search-failed` },
        ],
      },
      {
        id: `${arn}/collection`,
        name: "collection",
        role,
        tags: {},
        links: [{ kind, party: "0abc.eu-west-1.aoss.amazonaws.com", region: "eu-west-1" }],
      },
      {
        id: `${arn}/lake`,
        name: "lake",
        role,
        tags: {},
        links: [
          { kind, id: `arn:${partition}:glue:${region}:${account}:catalog`, region },
          { kind, id: `${s3}lake-files` },
          { kind, id: `${s3}lake-failed` },
        ],
      },
    ];
  },
  lists: [{ operation: "ListDeliveryStreams" }],
};

export default deliveryStream;
