import type { Random } from "../../support/seeded-random.ts";
import * as id from "./identifiers.ts";
import type { NearMiss } from "./near-miss.ts";

const hexadecimal = "0123456789abcdef";
const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

function spoiled(random: Random, right: string, at: number, alphabet: string): string {
  let wrong = right[at] ?? "";
  while (wrong === right[at]) wrong = random.text(1, alphabet);
  return right.slice(0, at) + wrong + right.slice(at + 1);
}

export const tokenMisses: readonly NearMiss[] = [
  {
    kind: "UUID",
    of: ["cn-org-code", "mac-address", "wechat-id"],
    headers: ["uuid", "trace_id", "唯一标识"],
    misleading: ["user_key"],
    make: () => (random) => [8, 4, 4, 4, 12].map((count) => random.text(count, hexadecimal)).join("-"),
  },
  {
    kind: "hash",
    of: ["genome", "wechat-id", "mac-address"],
    headers: ["md5", "sha1", "checksum", "摘要"],
    misleading: ["mobile_md5", "id_card_sha256", "phone_hash"],
    make: (column) => {
      const length = column.pick([32, 40, 64]);
      return (random) => random.text(length, hexadecimal);
    },
  },
  {
    kind: "base64",
    of: ["genome", "wechat-id", "email"],
    headers: ["token", "payload", "签名"],
    misleading: ["phone_enc", "身份证密文"],
    make: () => (random) => `${random.text(40 + 4 * random.below(10), base64)}==`,
  },
  {
    kind: "version",
    of: ["ip-address"],
    headers: ["version", "版本号"],
    misleading: ["client_version"],
    make: () => (random) => `${random.below(20)}.${random.below(40)}.${random.below(300)}`,
  },
  {
    kind: "build of four parts",
    of: ["ip-address"],
    headers: ["build", "file_version"],
    misleading: ["host_version"],
    make: () => (random) => `10.0.${10_000 + random.below(9999)}.${random.below(3000)}`,
  },
  {
    kind: "number of a section",
    of: ["ip-address"],
    headers: ["clause", "章节"],
    misleading: ["item"],
    make: () => (random) => Array.from({ length: 4 }, () => String(1 + random.below(12))).join("."),
  },
  {
    kind: "object identifier",
    of: ["ip-address", "coordinate"],
    headers: ["oid", "node_path"],
    misleading: ["host_key"],
    make: () => (random) => `1.3.6.1.4.1.${random.below(60_000)}.${random.below(20)}.${random.below(20)}`,
  },
  {
    kind: "postal item",
    of: ["cn-passport", "tw-id"],
    headers: ["ems_no", "邮件号"],
    misleading: ["国际单号"],
    make: () => (random) => `${random.pick(["E", "R", "C"])}${random.text(1, capitals)}${random.digits(9)}CN`,
  },
  {
    kind: "private address",
    of: ["ip-address"],
    headers: ["upstream", "node", "内网地址"],
    misleading: ["host_ip"],
    make: () => (random) =>
      random.pick([
        `10.${random.below(256)}.${random.below(256)}.${1 + random.below(254)}`,
        `192.168.${random.below(256)}.${1 + random.below(254)}`,
        "127.0.0.1",
        "0.0.0.0",
      ]),
  },
  {
    kind: "five pairs",
    of: ["mac-address"],
    headers: ["fingerprint", "row_key"],
    misleading: ["hw_key"],
    make: (column) => {
      const pairs = column.pick([4, 5, 8, 16]);
      return (random) => Array.from({ length: pairs }, () => random.text(2, hexadecimal)).join(":");
    },
  },
  {
    kind: "twelve hexadecimals",
    of: ["mac-address"],
    headers: ["commit", "short_hash"],
    misleading: ["build_id"],
    make: () => (random) => random.text(12, hexadecimal),
  },
  {
    kind: "stock keeping unit",
    of: ["cn-passport", "cn-plate", "cn-hm-permit", "hkid"],
    headers: ["sku", "货号", "model"],
    misleading: ["款号"],
    make: () => (random) =>
      `${random.text(2 + random.below(2), capitals)}-${random.digits(5)}-${random.pick(["S", "M", "L", "XL", "01"])}`,
  },
  {
    kind: "letter and eight digits",
    of: ["cn-passport", "cn-hm-permit"],
    headers: ["part_no", "物料号", "model"],
    misleading: ["零件证书号"],
    make: (column) => {
      const letter = column.pick(["E", "G", "H", "M", "B", "X"]);
      return (random) => letter + random.digits(8);
    },
  },
  {
    kind: "letter and seven digits",
    of: ["cn-passport", "hkid", "cn-hm-permit"],
    headers: ["course", "资产编号"],
    misleading: ["card_code"],
    make: () => (random) => random.text(1, capitals) + random.digits(7),
  },
  {
    kind: "eight digits",
    of: ["cn-tw-permit"],
    headers: ["item_no", "物料号"],
    misleading: ["客户号"],
    make: () => (random) => `${1 + random.below(9)}${random.digits(7)}`,
  },
  {
    kind: "Hong Kong id, wrong check",
    of: ["hkid"],
    headers: ["asset_no", "箱号"],
    misleading: ["code"],
    make: (column) => {
      const isBracketed = column.chance(0.5);
      return (random) => {
        const right = id.hongKongId(random, isBracketed);
        return spoiled(random, right, right.length - (isBracketed ? 2 : 1), "0123456789");
      };
    },
  },
  {
    kind: "Taiwan id, wrong check",
    of: ["tw-id"],
    headers: ["asset_no", "料号"],
    misleading: ["code"],
    make: () => (random) => spoiled(random, id.taiwanId(random), 9, "0123456789"),
  },
  {
    kind: "letter and nine digits",
    of: ["tw-id"],
    headers: ["doc_no", "单据号"],
    misleading: ["no"],
    make: () => (random) => random.text(1, capitals) + random.digits(9),
  },
  {
    kind: "letter, year, counter",
    of: ["tw-id", "cn-passport"],
    headers: ["contract", "合同编号"],
    misleading: ["协议号"],
    make: (column) => {
      const letter = column.pick(["A", "C", "S", "F"]);
      let at = column.below(900);
      return () => {
        at += 1;
        return `${letter}2024${String(at).padStart(5, "0")}`;
      };
    },
  },
  {
    kind: "vehicle number, wrong check",
    of: ["vin"],
    headers: ["engine_batch", "总成号"],
    misleading: ["assembly_no"],
    make: () => (random) => spoiled(random, id.vehicle(random), 8, "0123456789"),
  },
  {
    kind: "seventeen characters",
    of: ["vin"],
    headers: ["device_sn", "序列号"],
    misleading: ["sn"],
    make: () => (random) => random.text(17, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
  },
  {
    kind: "plate-like goods",
    of: ["cn-plate"],
    headers: ["货号", "model"],
    misleading: ["型号"],
    make: () => (random) =>
      random.pick([
        `京东A${random.digits(5)}`,
        `云A${random.digits(1)}B${random.digits(1)}-C`,
        `苏泊尔S${random.digits(4)}`,
        `粤I${random.digits(5)}`,
        `川O${random.digits(4)}`,
      ]),
  },
  {
    kind: "seat and gate",
    of: ["cn-plate"],
    headers: ["座位", "库位"],
    misleading: ["车位"],
    make: () => (random) =>
      random.pick([
        `${random.text(1, "ABCDEF")}区${random.digits(3)}`,
        `${random.text(1, "ABCDEF")}-${random.digits(2)}-${random.digits(2)}`,
        `北${random.text(1, "ABC")}${random.digits(3)}`,
      ]),
  },
  {
    kind: "account at a machine",
    of: ["email"],
    headers: ["remote", "ssh_target"],
    misleading: ["contact_host"],
    make: () => (random) =>
      random.pick([
        `root@web-${random.digits(2)}`,
        `deploy@10.0.${random.below(256)}.${random.below(256)}`,
        `git@github.com:acme/tool-${random.digits(3)}.git`,
        `app@localhost`,
      ]),
  },
  {
    kind: "package at a version",
    of: ["email"],
    headers: ["dependency", "package"],
    misleading: ["module"],
    make: () => (random) =>
      random.pick([
        `lodash@4.${random.below(20)}.${random.below(30)}`,
        `@types/node@${random.below(24)}.1.0`,
        `icon-${random.digits(2)}@2x.png`,
        `react@${random.below(20)}.0.0`,
      ]),
  },
  {
    kind: "token",
    of: ["wechat-id"],
    headers: ["session", "request_id"],
    misleading: ["wx_session"],
    make: () => (random) => random.text(22, `${base64.slice(0, 62)}-_`),
  },
  {
    kind: "protein",
    of: ["genome"],
    headers: ["sequence", "peptide"],
    misleading: ["seq"],
    make: () => (random) => random.text(60 + random.below(40), "ACDEFGHIKLMNPQRSTVWY"),
  },
  {
    kind: "short letters of four",
    of: ["genome"],
    headers: ["grade", "answer", "答案"],
    misleading: ["pattern"],
    make: () => (random) => random.text(10 + random.below(20), "ABCD"),
  },
  {
    kind: "web address",
    of: ["email", "ip-address"],
    headers: ["url", "链接"],
    misleading: ["contact_url"],
    make: () => (random) =>
      `https://${random.pick(["img", "cdn", "www"])}.acme.cn/p/${random.digits(9)}?t=${random.digits(10)}`,
  },
];
