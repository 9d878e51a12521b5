import { expect, test } from "vitest";
import { placed } from "../../providers/aws/placement.ts";
import { originOf } from "../../providers/aws/snapshot-origin.ts";

test("a copy made in the console names its source and region", () => {
  const [link] = originOf("[Copied snap-0123456789abcdef0 from ap-east-1] before migration");
  expect(link?.target).toEqual({ id: "snap-0123456789abcdef0", place: { region: "ap-east-1" } });
  expect(link?.direction).toBe("from");
  expect(link?.evidence.value).toBe("[Copied snap-0123456789abcdef0 from ap-east-1]");
});

test("a copy made for an image names its source snapshot, without the time of the task", () => {
  const [link] = originOf(
    "Copied for DestinationAmi ami-0aaaaaaaaaaaaaaaa from SourceAmi ami-0bbbbbbbbbbbbbbbb for SourceSnapshot snap-0cccccccccccccccc. Task created on 1,700,000,000,000.",
  );
  expect(link?.target).toEqual({ id: "snap-0cccccccccccccccc" });
  expect(link?.evidence.value).not.toContain("1,700");
});

test("a snapshot made with an image names the machine", () => {
  const [link] = originOf("Created by CreateImage(i-0123456789abcdef0) for ami-0123456789abcdef0 from vol-01234567");
  expect(link?.target).toEqual({ id: "i-0123456789abcdef0" });
  expect(link?.evidence.value).toBe("Created by CreateImage(i-0123456789abcdef0) for ami-0123456789abcdef0");
});

test.each([
  undefined,
  "",
  "nightly",
  "see [Copied snap-0123456789abcdef0 from ap-east-1]",
  "[Copied snap-xyz from ap-east-1]",
  "[Copied snap-0123456789abcdef0 from Hong Kong]",
  "Created by CreateImage(everything)",
])("%s names no source", (description) => {
  expect(originOf(description)).toEqual([]);
});

test("an ordinary zone is its region, a Local Zone is named, an Outpost is nowhere known", () => {
  const placeOf = (region: string, placement: Parameters<typeof placed>[2]) =>
    placed("ec2:DescribeVolumes", region, placement).place;
  expect(placeOf("us-east-1", { AvailabilityZone: "us-east-1f" })).toEqual({
    known: true,
    value: { region: "us-east-1" },
  });
  expect(placeOf("us-east-1", {})).toEqual({ known: true, value: { region: "us-east-1" } });
  expect(placeOf("us-east-1", { AvailabilityZone: "us-east-1-qro-1a" })).toEqual({
    known: true,
    value: { region: "us-east-1", zone: "us-east-1-qro-1a" },
  });
  expect(placeOf("us-east-1", { AvailabilityZone: "us-east-1-wl1-bos-wlz-1" })).toMatchObject({
    value: { zone: "us-east-1-wl1-bos-wlz-1" },
  });
  expect(placeOf("us-east-1", { OutpostArn: "arn:aws:outposts:us-east-1:444455556666:outpost/op-1" })).toEqual({
    known: false,
    why: "unsupported",
  });
});
