import type { Detector } from "../detector.ts";
import { isBirthday } from "../values/calendar.ts";

const shape =
  /^(?:(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{4})(\d{2})(\d{2})|(\d{4})年(\d{1,2})月(\d{1,2})日)(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?Z?)?$/;

/** Date of birth: any day since 1900. Nothing tells it from other dates but the name of its column. */
export const birthDate: Detector = {
  id: "birth-date",
  chance: 1,
  needs: "column",
  context: ["出生", "生日", "birth", "dob", "csrq"],
  person: false,
  weigh(cell) {
    const parts = partsOf(cell);
    if (parts === undefined) return "no";
    const [year, month, day] = parts;
    return isBirthday(year, month, day) ? "valid" : "no";
  },
  canonical: (cell) => (partsOf(cell) ?? []).join("-"),
};

function partsOf(cell: string): readonly [number, number, number] | undefined {
  const first = cell.charCodeAt(0);
  if (cell.length < 8 || cell.length > 27 || first < 49 || first > 50) return undefined;
  const found = shape.exec(cell);
  if (found === null) return undefined;
  const year = found[1] ?? found[5] ?? found[8];
  const month = found[3] ?? found[6] ?? found[9];
  const day = found[4] ?? found[7] ?? found[10];
  return [Number(year), Number(month), Number(day)];
}
