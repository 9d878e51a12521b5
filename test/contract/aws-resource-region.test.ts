import { describe, expect, test } from "vitest";
import { awsTemplates } from "../../providers/aws/planned/index.ts";
import { known, type PlannedResource, unknown } from "../../src/model/index.ts";
import { createSettings, later, type TemplateValue } from "../../src/plan/settings.ts";

/** A resource whose provider block says one region, and which says another one itself, as provider 6 of AWS lets it. */
function resource(
  kind: string,
  region: TemplateValue,
  more: Readonly<Record<string, TemplateValue>> = {},
): PlannedResource {
  return {
    address: `${kind}.it`,
    kind,
    label: "it",
    change: "create",
    settings: createSettings({ ...more, region }, () => []),
    region: known("cn-north-1"),
    regionEvidence: "provider aws",
    file: "plan.json",
  };
}

/** Where these lie nobody's region says. */
const elsewhere: Readonly<Record<string, string>> = {
  aws_cloudfront_distribution: "edge locations everywhere; it has no region",
  aws_datasync_location_azure_blob: "a store outside AWS",
  aws_datasync_location_hdfs: "a store outside AWS",
  aws_datasync_location_nfs: "a store outside AWS",
  aws_datasync_location_object_storage: "a store outside AWS",
  aws_datasync_location_smb: "a store outside AWS",
  aws_s3control_multi_region_access_point: "the regions of its buckets; it has none",
};

const terraform = awsTemplates.catalogue.shapes.filter(({ kind }) => kind.startsWith("aws_")).map(({ kind }) => kind);

function place(kind: string, region: TemplateValue, more?: Readonly<Record<string, TemplateValue>>) {
  const shape = awsTemplates.catalogue.shapes.find((one) => one.kind === kind);
  const reading = shape?.read(resource(kind, region, more));
  return [reading?.place, reading?.placeField];
}

describe.each(terraform.filter((kind) => !(kind in elsewhere)))("%s", (kind) => {
  test("lies in the region that it states itself, else in that of its provider", () => {
    expect(place(kind, "ap-east-1")).toEqual([known({ region: "ap-east-1" }), "region"]);
    expect(place(kind, undefined)).toEqual([known({ region: "cn-north-1" }), undefined]);
  });

  // Of a bucket the word was until version 5 what the apply answers.
  test("lies nowhere that is known where its own region is known only later", () => {
    const isOld = kind === "aws_s3_bucket";
    const more: Readonly<Record<string, TemplateValue>> = isOld ? { bucket_region: later } : {};
    expect(place(kind, later, more)).toEqual([unknown("unsupported"), undefined]);
    if (isOld) expect(place(kind, later)).toEqual([known({ region: "cn-north-1" }), undefined]);
  });
});

test.each(Object.keys(elsewhere))("%s lies where no region says", (kind) => {
  expect(place(kind, "ap-east-1")[0]).toEqual(unknown("unsupported"));
});
