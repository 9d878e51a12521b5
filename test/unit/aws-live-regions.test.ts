import { expect, test } from "vitest";
import { checkConfiguredRegions, compare } from "../../providers/aws/live-regions.ts";
import { AwsSource } from "../../providers/aws/source.ts";

const cn = (keys: object = {}) => AwsSource.parse({ provider: "aws", partition: "aws-cn", ...keys });
const live = (ids: readonly string[], enabled = true) => ids.map((id) => ({ id, enabled }));

test("regions of another partition in the list are not this account's", () => {
  const found = compare(cn(), live(["us-east-1", "cn-northwest-1", "cn-north-1", "ap-east-1"]));
  expect(found.regions).toEqual(["cn-north-1", "cn-northwest-1"]);
  expect(found.differences).toEqual([]);
});

test("a region that the table lacks is scanned and reported, one that the list lacks is reported", () => {
  const found = compare(cn(), live(["cn-north-1", "cn-south-1"]));
  expect(found.regions).toEqual(["cn-north-1", "cn-south-1"]);
  expect(found.differences).toEqual([
    { region: "cn-northwest-1", difference: "not-live" },
    { region: "cn-south-1", difference: "not-in-table" },
  ]);
});

test("regions nobody opted in to are named apart", () => {
  const found = compare(cn(), [...live(["cn-north-1"]), ...live(["cn-northwest-1"], false)]);
  expect(found).toMatchObject({ regions: ["cn-north-1"], notEnabled: ["cn-northwest-1"], enabled: ["cn-north-1"] });
});

test("a list of regions limits what is scanned; what it leaves out is told", () => {
  const found = compare(cn({ regions: ["cn-northwest-1"] }), live(["cn-north-1", "cn-northwest-1"]));
  expect(found).toMatchObject({ regions: ["cn-northwest-1"], notEnabled: [], excluded: ["cn-north-1"] });
  expect(compare(cn(), live(["cn-north-1", "cn-northwest-1"])).excluded).toEqual([]);
});

test("a listed region that the account's list lacks is not enabled", () => {
  const found = compare(cn({ regions: ["cn-northwest-1"] }), live(["cn-north-1"]));
  expect(found).toMatchObject({ regions: [], notEnabled: ["cn-northwest-1"] });
});

test("a region nobody knows is an error that lists the known ones", () => {
  expect(() => compare(cn({ regions: ["cn-nort-1"] }), live(["cn-north-1"]))).toThrow(/cn-nort-1 is neither/);
});

test("a region of the other partition and a zone are errors before any call", () => {
  expect(() => checkConfiguredRegions(cn({ regions: ["ap-east-1"] }))).toThrow(/belongs to partition aws/);
  expect(() => checkConfiguredRegions(cn({ regions: ["cn-north-1-pkx-1a"] }))).toThrow(/zone of cn-north-1/);
});
