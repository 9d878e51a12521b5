import { describe, expect, it } from "vitest";
import { detectors } from "../../src/inspect/detectors/index.ts";
import { type DetectorId, detectorIds } from "../../src/model/index.ts";
import { type Random, seededRandom } from "../support/seeded-random.ts";

const capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const credit = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const vehicle = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";

function day(random: Random): string {
  const time = Date.UTC(1940, 0, 1) + random.below(80 * 365) * 86_400_000;
  return new Date(time).toISOString().slice(0, 10).replaceAll("-", "");
}

/** Values of the right shape in which everything that a check is made over is random. */
const random: readonly (readonly [DetectorId, (random: Random) => string])[] = [
  ["cn-resident-id", (r) => `${r.pick(["110101", "440305", "310104"])}${day(r)}${r.digits(4)}`],
  ["cn-resident-id", (r) => `${r.pick(["11", "44", "62"])}${r.digits(4)}${day(r)}${r.digits(4)}`],
  ["cn-resident-id", (r) => `${r.pick(["11", "44", "62"])}${r.digits(13)}`],
  ["cn-residence-permit", (r) => `830000${day(r)}${r.digits(4)}`],
  ["cn-foreign-pr", (r) => `931${r.digits(3)}${day(r)}${r.digits(4)}`],
  ["cn-mobile", (r) => `1${r.digits(10)}`],
  ["bank-card", (r) => `62${r.digits(17)}`],
  ["bank-card", (r) => `4${r.digits(15)}`],
  ["cn-uscc", (r) => `913101${r.digits(2)}${r.text(10, credit)}`],
  ["cn-org-code", (r) => r.digits(9)],
  ["cn-org-code", (r) => `${r.text(8, credit)}-${r.text(1, "0123456789X")}`],
  ["hkid", (r) => `${r.text(1, capitals)}${r.digits(7)}`],
  ["tw-id", (r) => `${r.text(1, capitals)}${r.pick(["1", "2", "8", "9"])}${r.digits(8)}`],
  ["cn-plate", (r) => `沪${r.text(1, "ABCDEFGH")}${r.text(5, vehicle)}`],
  ["cn-landline", (r) => `0${r.digits(3)}-${r.digits(7)}`],
  ["cn-landline", (r) => `0${r.digits(10)}`],
  ["imei", (r) => `86${r.digits(13)}`],
  ["imsi", (r) => `460${r.digits(12)}`],
  ["iccid", (r) => `8986${r.digits(16)}`],
  ["coordinate", (r) => `${r.below(100)}.${r.digits(5)},${r.below(100)}.${r.digits(5)}`],
  ["wechat-id", (r) => r.text(28, `${capitals}abcdefghijklmnopqrstuvwxyz0123456789-_`)],
  ["vin", (r) => `${r.text(13, vehicle)}${r.digits(4)}`],
];

describe("what detectors leave to chance", () => {
  it.each(random)("%s: no more random values of its shape pass than it states", (id, make) => {
    const seeded = seededRandom(detectorIds.indexOf(id) + 1);
    const detector = detectors.find((one) => one.id === id);
    let [valid, right] = [0, 0];
    for (let count = 0; count < 20_000; count++) {
      const reading = detector?.weigh(make(seeded));
      if (reading === "valid") valid += 1;
      if (reading === "valid" || reading === "shape") right += 1;
    }
    expect(right).toBeGreaterThan(1_000);
    // Four standard deviations of a sample of this size.
    const stated = detector?.chance ?? 0;
    expect(valid / right).toBeLessThan(stated + 4 * Math.sqrt((stated * (1 - stated)) / right));
  });

  it("is little where a value counts without a word beside it", () => {
    for (const { id, chance, needs } of detectors.filter(({ needs }) => needs === "alone")) {
      expect(chance, `${id} ${needs}`).toBeLessThanOrEqual(0.2);
    }
  });
});
