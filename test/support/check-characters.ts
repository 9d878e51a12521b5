/** Check characters as the standards print them, written without the product's code: what is invented and what is found is checked by these. */

const decimals = "0123456789";
const letters36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** GB 32100-2015. */
export const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

function weighted(text: string, weights: readonly number[], alphabet: string): number {
  return weights.reduce((sum, weight, index) => sum + weight * alphabet.indexOf(text.charAt(index)), 0);
}

/** Of 17 digits, GB 11643-1999. */
export function residentCheck(body: string): string {
  const sum = weighted(body, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2], decimals);
  return "10X98765432".charAt(sum % 11);
}

/** Of any number of digits, ISO/IEC 7812-1. */
export function luhnCheck(body: string): string {
  const sum = [...body].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** Of eight characters, GB 11714-1997. */
export function organisationCheck(body: string): string {
  return "0X987654321".charAt(weighted(body, [3, 7, 9, 10, 5, 8, 4, 2], letters36) % 11);
}

/** Of 17 characters, GB 32100-2015. */
export function creditCheck(body: string): string {
  const weights = Array.from({ length: 17 }, (_, index) => 3 ** index % 31);
  return creditAlphabet.charAt((31 - (weighted(body, weights, creditAlphabet) % 31)) % 31);
}

/** Of 17 characters whose ninth does not count, GB 16735-2019. */
export function vehicleCheck(body: string): string {
  // Letters stand at 11, 12, …: their last digit is their value.
  const values = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
  const sum = [...body].reduce(
    (total, character, index) => total + (values.indexOf(character) % 10) * (weights[index] ?? 0),
    0,
  );
  return "0123456789X".charAt(sum % 11);
}

/** Of one or two letters and six digits, as the Immigration Department of Hong Kong SAR makes it. */
export function hongKongCheck(body: string): string {
  const sum = [...body.padStart(8, " ")].reduce((total, character, index) => {
    return total + (character === " " ? 36 : letters36.indexOf(character)) * (9 - index);
  }, 0);
  return "0123456789A".charAt((11 - (sum % 11)) % 11);
}

/** Of a letter and eight digits. */
export function taiwanCheck(body: string): string {
  const numbers = [
    10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33,
  ];
  const digits = `${numbers[body.charCodeAt(0) - 65]}${body.slice(1)}`;
  return String((10 - (weighted(digits, [1, 9, 8, 7, 6, 5, 4, 3, 2, 1], decimals) % 10)) % 10);
}
