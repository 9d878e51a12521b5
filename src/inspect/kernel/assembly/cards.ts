import { luhn } from "./checksums";
import { digitAt } from "./bytes";

/** Whether a card scheme gives out numbers with these first four digits in this length. Not complete by design: `62` and the great schemes. */
export function isScheme(first4: u32, length: u32): bool {
  const first2 = first4 / 100;
  switch (first4 / 1000) {
    case 4:
      return length == 13 || length == 16 || length == 19;
    case 5:
      return length == 16 && first2 >= 51 && first2 <= 55;
    case 2:
      return length == 16 && first4 >= 2221 && first4 <= 2720;
    case 3:
      if (first2 == 34 || first2 == 37) return length == 15;
      if (first2 == 35) return length >= 16 && first4 >= 3528 && first4 <= 3589;
      return length >= 14 && (first2 == 36 || first2 == 38 || first4 / 10 <= 305);
    case 6:
      if (length < 16) return false;
      return first2 == 60 || first2 == 62 || first2 == 65 || first2 == 68 || first2 == 69 || first4 / 10 - 644 < 6;
    case 8:
      return length >= 16 && first2 == 81;
    case 9:
      return length >= 16 && first4 == 9558;
  }
  return false;
}

/** 13 to 19 digits, scheme and Luhn. */
export function isCard(start: usize, length: u32): bool {
  const first4 =
    digitAt(start) * 1000 + digitAt(start + 1) * 100 + digitAt(start + 2) * 10 + digitAt(start + 3);
  return length - 13 < 7 && isScheme(first4, length) && luhn(start, length);
}
