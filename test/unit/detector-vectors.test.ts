import { describe, expect, it } from "vitest";
import type { Reading } from "../../src/inspect/detector.ts";
import { detectors } from "../../src/inspect/detectors/index.ts";
import { fold } from "../../src/inspect/fold.ts";
import { type DetectorId, detectorIds } from "../../src/model/index.ts";

/** What every detector but those of words reads in a cell, as `id` or `id:shape`. */
function readings(cell: string): readonly string[] {
  return detectors.flatMap(({ id, weigh }) => {
    const reading = weigh(fold(cell));
    return reading === "no" ? [] : [reading === "valid" ? id : `${id}:${reading}`];
  });
}

function readingBy(id: DetectorId, cell: string): Reading | undefined {
  return detectors.find((detector) => detector.id === id)?.weigh(fold(cell));
}

const valid: Partial<Record<DetectorId, string>> = {
  "cn-resident-id":
    "11010519491231002X 11010519491231002x 110101199003072316 110101200002290018 620102199001010011 110105491231002",
  "cn-residence-permit": "810000199408230021 830000199201300022 820000199006060017",
  "cn-foreign-pr": "911840199001010018 USA110198001011",
  "cn-mobile": "13812345678 +8613812345678 +86-138-1234-5678 0086-19912345678 86-19212345678 19912345678 19212345678",
  "bank-card":
    "6222020212345678909 6217000012345678907 6228480012345678903 6225881234567898 622202021234567892 6225-8812-3456-7898",
  "cn-uscc": "91350100M000100Y43 91110000600037341L 91440300708461136T 9144030071526726XG 91330100799655058B",
  "cn-org-code": "M000100Y-4 60003734-1 600037341",
  "cn-passport": "E12345678 EA1234567 G12345678 DE1234567 SE1234567 PE1234567 K12345678 HA1234567 MA1234567",
  "cn-hm-permit": "H12345678 M1234567801 M12345678 C12345678 CA1234567 W12345678 L12345678 T12345678",
  "cn-tw-permit": "12345678 1234567801A 1234567801(A)",
  hkid: "A123456(3) P103265(1) AB987654(3) A1234563",
  "tw-id": "A123456789 F131104093 A800000014",
  "cn-plate": "京A12345 粤B12345D 粤BD12345 沪AF12345 粤Z1234港 京A·12345 沪A1234学",
  "cn-landline": "010-62345678 0755-26012345 (010)62345678 02087654321 +86-755-26012345 0571-87654321-801",
  email: "a.b@qq.com 13812345678@139.com zhang_san+list@vip.163.com wangwei87@example.com",
  imei: "490154203237518 356938035643809 860123456789014 86-012345-678901-4",
  imsi: "460001234567890 460112345678901",
  iccid: "8986001234567890120 89860012345678901238",
  "ip-address": "114.23.45.67 240e:3a1:203:ff::1 2409:8a28:0e41:1c20:3d5f:1a2b:3c4d:5e6f",
  "mac-address": "3c:22:fb:01:02:03 3C-22-FB-01-02-03 3c22.fb01.0203",
  coordinate: "116.397130,39.908741 39.90734,116.39089 POINT(116.39089,39.90734)",
  "wechat-id": "wxid_abcdefghijklm1 oLVPpjqs9BhvzwPj5A-vTYAX3GLc",
  "birth-date": "1990-01-01 1990/1/1 19900101 1990年1月1日 1990-01-01T00:00:00Z",
  vin: "1M8GDM9AXKP042788 LSVAA49J132047371",
};

const notValid: Partial<Record<DetectorId, string>> = {
  "cn-resident-id":
    "110105194912310020 110101190002290012 440305203501010013 000000199001010010 440524188001010014 110101199002300018 110105230512001",
  "cn-residence-permit": "820000199308130013 840000199408230021",
  "cn-foreign-pr": "911840199001010010 XXX110198001011",
  "cn-mobile": "12345678901 1700000000000 1699999999 15412345678 13800138000 13888888888",
  "bank-card":
    "6222020212345678900 110101199003072316 620102199001010257 4242424242424242 1790123456789012345 4111111111111111",
  "cn-uscc": "91350100M000100Y4Z 91350100M000100Y44",
  "cn-org-code": "M000100Y-5 000000000",
  "cn-passport": "E1234567 EI1234567 X12345678 FF123456",
  "cn-hm-permit": "H1234567 N12345678 H123456789",
  "cn-tw-permit": "20250101 19491001 88888888",
  hkid: "P103265(2) C005484(A)",
  "tw-id": "A123456788 A323456789",
  "cn-plate": "京东A12345 云A1B2C3 京I12345 京A1234 A12345",
  "cn-landline": "4008001234 95588 10086 0800-1234567 010-12345678 62345678",
  email:
    "user@host git@github.com: pkg@1.2.3 noreply@qq.com a@example.com user@example.com john.doe@example.org wang@test.com icon@2x.png a@b@qq.com",
  imei: "490154203237519 170000000012345",
  imsi: "460991234567890 461001234567890 460000000000000",
  iccid: "8986001234567890121 8900001234567890120",
  "ip-address":
    "10.1.2.3 192.168.1.1 127.0.0.1 1.2.3.4 2.14.7.1 256.1.1.1 01.2.3.4 224.0.0.1 fe80::1 ::1 2024:11:22 2001:db8::1 114.23.45",
  "mac-address": "00:00:00:00:00:00 ff:ff:ff:ff:ff:ff 24-11-22-10-05-09 3c:22:fb:01:02 01:00:5e:01:02:03",
  coordinate: "-73.9857,40.7484 12.50,99.90 200.1234,39.9087 0.1234,0.5678",
  "wechat-id": "xLVPpjqs9BhvzwPj5A-vTYAX3GLc wxid_ olvppjqs9bhvzwpj5aavtyax3glc",
  "birth-date": "1899-12-31 1990-02-30 2999-01-01 1990-13-01",
  vin: "LFV2A21K7F4123456 11111111111111111 1M8GDM9AXKP04278A",
};

describe("detectors of identifiers", () => {
  it("stand in the registry in the order of the contract, each once", () => {
    expect(detectors.map(({ id }) => id)).toEqual(detectorIds);
  });

  it.each(Object.entries(valid))("take %s", (id, cells) => {
    for (const cell of cells.split(" ")) expect(readings(cell), cell).toContain(id);
  });

  it.each(Object.entries(notValid))("do not take for %s what only looks like it", (id, cells) => {
    for (const cell of cells.split(" ")) expect(readings(cell), cell).not.toContain(id);
  });

  it("take spaced and grouped forms", () => {
    expect(readings("+86 138-1234-5678")).toEqual(["cn-mobile"]);
    expect(readings("138 1234 5678")).toEqual(["cn-mobile"]);
    expect(readings("6222 0202 1234 5678 909")).toEqual(["bank-card"]);
    expect(readings("110105 19491231 002X")).toEqual(["cn-resident-id"]);
    expect(readings("116.397130, 39.908741")).toEqual(["coordinate"]);
  });

  it("take small letters for capitals, and find plates by their dot in text", () => {
    for (const [cell, id] of [
      ["京a12345", "cn-plate"],
      ["e12345678", "cn-passport"],
      ["h12345678", "cn-hm-permit"],
      ["1m8gdm9axkp042788", "vin"],
    ] as const) {
      expect(readings(cell), cell).toContain(id);
    }
    const plate = detectors.find(({ id }) => id === "cn-plate");
    expect([...(plate?.findIn?.("车辆京A·12345、粤B-D1234567入场") ?? [])]).toEqual([
      { start: 2, end: 10, reading: "valid" },
    ]);
    expect(plate?.canonical("京a·12345")).toBe("京A12345");
  });

  it("take full-width digits and letters", () => {
    expect(readings("１１０１０５１９４９１２３１００２Ｘ")).toEqual(["cn-resident-id"]);
    expect(readings("１３８１２３４５６７８")).toEqual(["cn-mobile"]);
    expect(readings("京Ａ１２３４５")).toEqual(["cn-plate"]);
  });

  it("count the two forms of one person's id as one", () => {
    const resident = detectors.find(({ id }) => id === "cn-resident-id");
    expect(resident?.canonical("110105491231002")).toBe("11010519491231002X");
    expect(resident?.canonical("110105 19491231 002x")).toBe("11010519491231002X");
  });

  it("take a valid resident id for nothing else, though it passes the check of cards", () => {
    for (const id of ["620102199001010257", "110101199003072316"]) {
      expect(readings(id).filter((reading) => !reading.endsWith(":shape"))).toEqual(["cn-resident-id"]);
    }
  });

  it("know the check digits of a passport's machine-readable zone (the sample of ICAO Doc 9303-4)", () => {
    const line = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
    const passport = detectors.find(({ id }) => id === "cn-passport");
    expect(passport?.weigh(line)).toBe("valid");
    expect(passport?.weigh(line.replace("C36", "C37"))).toBe("no");
    expect(passport?.weigh(line.replace(/0$/, "1"))).toBe("no");
    expect(passport?.canonical(line)).toBe("L898902C3");
    expect([...(passport?.findIn?.(`护照 ${line}\n`) ?? [])]).toEqual([{ start: 3, end: 47, reading: "valid" }]);
  });

  it("find named pairs of a longitude and a latitude in text, either first", () => {
    const coordinate = detectors.find(({ id }) => id === "coordinate");
    for (const text of ["x longitude=116.397130&latitude=39.908741 y", "x 纬度:39.908741, 经度:116.397130 y"]) {
      const [found, ...more] = [...(coordinate?.findIn?.(text) ?? [])];
      expect([found?.start, found?.end, more.length]).toEqual([2, text.length - 2, 0]);
    }
    expect([...(coordinate?.findIn?.("latitude 40.7484 longitude -73.9857 lng 1.2345 lat 2.3456") ?? [])]).toEqual([]);
  });

  it("call examples of documentation shapes only, so that they do not make a column", () => {
    expect(readingBy("cn-mobile", "13800138000")).toBe("shape");
    expect(readingBy("bank-card", "4242424242424242")).toBe("shape");
    expect(readingBy("email", "noreply@qq.com")).toBe("shape");
  });

  it.each([
    "service@hualian.com.cn",
    "widget-devel@widget.org",
    "anyone@lists.debian.org",
    "kefu@tongda.cn",
    "hr@a.cn",
  ])("takes mailboxes of roles and lists for nobody's: %s", (mailbox) => {
    expect(readingBy("email", mailbox)).toBe(mailbox.startsWith("hr@") ? "valid" : "shape");
  });
});

describe("masked values", () => {
  it.each([
    ["cn-resident-id", "110105********002X"],
    ["cn-resident-id", "110***********002X"],
    ["cn-resident-id", "1****************X"],
    ["cn-resident-id", "110105XXXXXXXX0021"],
    ["cn-residence-permit", "810000********0021"],
    ["cn-mobile", "138****5678"],
    ["cn-mobile", "+86 138****5678"],
    ["cn-mobile", "138XXXX5678"],
    ["bank-card", "622202*********8909"],
    ["bank-card", "6222 **** **** 8909"],
    ["bank-card", "**** **** **** 8909"],
    ["cn-passport", "E1****678"],
    ["cn-hm-permit", "H12****78"],
    ["hkid", "A123***(*)"],
    ["tw-id", "A12*****89"],
    ["cn-plate", "京A***45"],
    ["cn-landline", "010-****5678"],
    ["email", "z***@qq.com"],
    ["imei", "860123*****9014"],
  ] as const)("of %s are told as such", (id, cell) => {
    expect(readingBy(id, cell), cell).toBe("masked");
  });

  it.each([
    "****",
    "*****************",
    "1.1.*.*",
    "2024-**-**",
    "XXXXXXXX",
    "abc****def",
    "***@qq.c",
    "990105********002X",
    "SKU-****-1234",
    "12*34*56*78",
  ])("are not seen in %s", (cell) => {
    expect(readings(cell)).toEqual([]);
  });
});
