import type { Detector } from "../detector.ts";

const shape = /^[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}$/;
const dotted = /^[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}$/;

/** Address of a network interface (IEEE 802, EUI-48) in pairs or, as some switches write it, in fours. Addresses of groups are nobody's. */
export const macAddress: Detector = {
  id: "mac-address",
  chance: 0.3,
  needs: "context",
  context: [
    "mac",
    "物理地址",
    "网卡",
    "硬件地址",
    "设备",
    "設備",
    "網卡",
    "device",
    "hwaddr",
    "ether",
    "bssid",
    "wifi",
  ],
  person: false,
  weigh(cell) {
    if (cell.length === 17 ? !shape.test(cell) : cell.length !== 14 || !dotted.test(cell)) return "no";
    const address = plain(cell);
    const isOfGroup = (Number.parseInt(address.slice(0, 2), 16) & 1) === 1;
    if (isOfGroup) return "no";
    // Times written in pairs (`24-11-22-10-05-09`) have no letter in them; of addresses one in 280 has none.
    return /[A-F]/.test(address) ? "valid" : "shape";
  },
  canonical: plain,
};

function plain(cell: string): string {
  return cell.replace(/[:.-]/g, "").toUpperCase();
}
