import { z } from "zod";
import { element, xmlFlag, xmlText } from "./oss-xml.ts";
import { readRows } from "./rpc-fields.ts";

/** What OSS answers, as far as it is used: the fields of its API reference, with lists and texts as the parser gives them. */
export const Listed = z.object({
  Name: xmlText.pipe(z.string().min(1)),
  Location: xmlText.pipe(z.string().min(1)),
  Region: xmlText.optional(),
  CreationDate: xmlText.optional(),
  StorageClass: xmlText.optional(),
});

export type Listed = z.infer<typeof Listed>;

export const BucketList = z.object({
  ListAllMyBucketsResult: element({
    IsTruncated: xmlFlag.optional(),
    NextMarker: xmlText.optional(),
    Buckets: element({
      Bucket: z
        .array(z.unknown())
        .default([])
        .transform((items) => readRows(items, "Name", Listed)),
    }),
  }),
});

const ListedObject = z.object({
  Key: xmlText.pipe(z.string().min(1)),
  Size: xmlText.pipe(z.string().regex(/^\d{1,15}$/)).transform(Number),
  ETag: xmlText.default(""),
  StorageClass: xmlText.optional(),
});
export type ListedObject = z.infer<typeof ListedObject>;

export const ObjectList = z.object({
  ListBucketResult: element({
    IsTruncated: xmlFlag.optional(),
    NextContinuationToken: xmlText.optional(),
    Contents: z.array(ListedObject).default([]),
  }),
});

export const Info = z.object({
  BucketInfo: z.object({
    Bucket: z.object({
      AccessControlList: z.object({ Grant: xmlText }),
      TransferAcceleration: xmlText.optional(),
      CrossRegionReplication: xmlText.optional(),
      DataRedundancyType: xmlText.optional(),
    }),
  }),
});

export const Tagging = z.object({
  Tagging: element({
    TagSet: element({ Tag: z.array(z.object({ Key: xmlText, Value: xmlText.default("") })).default([]) }).optional(),
  }),
});

const Rule = z.object({
  ID: xmlText.optional(),
  Status: xmlText.optional(),
  Destination: z.object({ Bucket: xmlText, Location: xmlText.optional() }),
});
export const Replication = z.object({ ReplicationConfiguration: element({ Rule: z.array(Rule).default([]) }) });

export const PolicyStatus = z.object({ PolicyStatus: z.object({ IsPublic: xmlFlag }) });
export const Logging = z.object({
  BucketLoggingStatus: element({ LoggingEnabled: element({ TargetBucket: xmlText.optional() }).optional() }),
});
export const AccessBlock = z.object({ PublicAccessBlockConfiguration: z.object({ BlockPublicAccess: xmlFlag }) });
