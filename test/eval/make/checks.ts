/** Check characters by the standards themselves. Written for the evaluation alone: an error here would show as a difference. */

/** GB 11643-1999 (ISO 7064 MOD 11-2) of 17 digits: powers of two, carried from the right. */
export function residentCheck(body: string): string {
  let sum = 0;
  for (const digit of body) sum = ((sum + Number(digit)) * 2) % 11;
  const check = (12 - sum) % 11;
  return check === 10 ? "X" : String(check);
}

/** ISO/IEC 7812: every second digit from the right doubled. */
export function luhnCheck(body: string): string {
  let sum = 0;
  for (let at = body.length - 1, double = true; at >= 0; at--, double = !double) {
    const value = Number(body[at]) * (double ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return String((10 - (sum % 10)) % 10);
}

const credit = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** GB 32100-2015 of 17 characters: powers of three, modulo 31. */
export function creditCheck(body: string): string {
  let [sum, weight] = [0, 1];
  for (const character of body) {
    sum += credit.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return credit[(31 - (sum % 31)) % 31] ?? "";
}

/** GB 11714-1997 of 8 characters. */
export function organisationCheck(body: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  let sum = 0;
  for (const [at, character] of [...body].entries()) sum += Number.parseInt(character, 36) * (weights[at] ?? 0);
  const check = 11 - (sum % 11);
  return check === 10 ? "X" : check === 11 ? "0" : String(check);
}

/** Hong Kong identity cards: a missing first letter counts 36, weights 9 to 2, the check itself 1; all together a multiple of 11. */
export function hongKongCheck(letters: string, digits: string): string {
  const values = [...letters.padStart(2, " ")].map((one) => (one === " " ? 36 : one.charCodeAt(0) - 55));
  let sum = 0;
  for (const [at, value] of [...values, ...[...digits].map(Number)].entries()) sum += value * (9 - at);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? "A" : String(check);
}

/** Letters of Taiwan's identity numbers in the order of their values from 10 on. */
const taiwanLetters = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

/** Of a letter and eight digits. */
export function taiwanCheck(body: string): string {
  const value = 10 + taiwanLetters.indexOf(body[0] ?? "");
  let sum = Math.floor(value / 10) + (value % 10) * 9;
  for (const [at, digit] of [...body.slice(1)].entries()) sum += Number(digit) * (8 - at);
  return String((10 - (sum % 10)) % 10);
}

const vinValues: Readonly<Record<string, number>> = Object.fromEntries([
  ..."0123456789".split("").map((digit) => [digit, Number(digit)] as const),
  ..."ABCDEFGH".split("").map((letter, at) => [letter, at + 1] as const),
  ..."JKLMN".split("").map((letter, at) => [letter, at + 1] as const),
  ...[["P", 7] as const, ["R", 9] as const],
  ..."STUVWXYZ".split("").map((letter, at) => [letter, at + 2] as const),
]);

/** GB 16735 of 17 characters, the ninth of which is not looked at. */
export function vinCheck(vin: string): string {
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
  let sum = 0;
  for (const [at, character] of [...vin].entries()) sum += (vinValues[character] ?? 0) * (weights[at] ?? 0);
  return sum % 11 === 10 ? "X" : String(sum % 11);
}
