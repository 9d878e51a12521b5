import { passesLuhn } from "../../checksums/luhn.ts";
import { isOfScheme } from "./card-schemes.ts";
import { isFreeBefore, isFreeBehind, type Scan, textOf } from "./scan.ts";

const grouped = /^\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?/;

/** Groups of four digits from `start` on, and perhaps a last shorter one. @returns where the card ends */
export function tellGroupedCard(scan: Scan, start: number): number | undefined {
  const [text = ""] = grouped.exec(textOf(scan, start, start + 23)) ?? [];
  if (text === "" || !isFreeBefore(scan, start)) return undefined;
  for (const candidate of text.length > 19 ? [text, text.slice(0, 19)] : [text]) {
    const number = candidate.replaceAll(/[ -]/g, "");
    const end = start + candidate.length;
    if (!isFreeBehind(scan, end) || !isOfScheme(number) || !passesLuhn(number)) continue;
    scan.tell("card", start, end);
    return end;
  }
  return undefined;
}
