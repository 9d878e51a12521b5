import { isFreeBehind, type Scan, textOf } from "./scan.ts";

const utf8 = (characters: string): string[] => [...characters].map((one) => Buffer.from(one).toString("latin1"));
const provinces = new Set(utf8("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"));
const suffixes = new Set(utf8("学警港澳挂领试"));

/** Small and large vehicles with new energy: a kind letter A to K first or last (GA 36-2018). */
const newEnergy = /^[A-Z](?:[A-K][0-9A-Z]\d{4}|\d{5}[A-K])$/;
const digitsIn = (text: string): number => text.replaceAll(/\D/g, "").length;

/** A word that begins with a capital behind a character beyond ASCII; `stretch` are the digits and capitals it begins with. */
export function weighPlate(scan: Scan, letter: number, stretch: string): void {
  if (stretch.length < 5 || stretch.length > 7 || /[IO]/.test(stretch)) return;
  if (!provinces.has(textOf(scan, letter - 3, letter))) return;
  let end = letter + stretch.length;
  if (stretch.length === 5) {
    if (digitsIn(stretch) < 2 || !suffixes.has(textOf(scan, end, end + 3))) return;
    end += 3;
  } else if (stretch.length === 6 ? digitsIn(stretch) < 3 : !newEnergy.test(stretch)) return;
  if (isFreeBehind(scan, end)) scan.tell("plate", letter - 3, end);
}
