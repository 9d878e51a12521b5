import type { Detector, Found } from "../detector.ts";

const given = /^wxid_[a-z0-9]{12,22}$/;
const givenIn = /(?<![\w-])wxid_[a-z0-9]{12,22}(?![\w-])/g;
const token = /^[A-Za-z0-9_-]{28}$/;

/**
 * WeChat's own names of accounts (`wxid_` and what follows) and the openids and unionids it gives to other services: 28 characters of
 * base64url that begin with `o`, which one in 64 of such tokens does by chance. Names that people choose have no shape.
 */
export const wechatId: Detector = {
  id: "wechat-id",
  chance: 1 / 64,
  needs: "context",
  context: ["微信", "wechat", "weixin", "openid", "unionid", "wxid"],
  person: true,
  weigh(cell) {
    if (cell.length < 17 || cell.length > 28) return "no";
    if (given.test(cell)) return "valid";
    if (!token.test(cell) || !/[a-z]/.test(cell) || !/[A-Z]/.test(cell)) return "no";
    return cell.startsWith("o") ? "valid" : "shape";
  },
  canonical: (cell) => cell,
  *findIn(text): Iterable<Found> {
    if (!text.includes("wxid_")) return;
    for (const { index, 0: found } of text.matchAll(givenIn)) {
      yield { start: index, end: index + found.length, reading: "valid" };
    }
  },
};
