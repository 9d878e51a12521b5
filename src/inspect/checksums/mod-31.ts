/** The 31 characters of GB 32100-2015: no I, O, S, V, Z. */
export const creditCodeAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Weights 3^(i-1) mod 31. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Whether 18 characters end in their check character by GB 32100-2015: 31 minus the weighted sum mod 31. */
export function passesMod31(code: string): boolean {
  let sum = 0;
  for (let index = 0; index < 17; index++) {
    const value = creditCodeAlphabet.indexOf(code.charAt(index));
    if (value < 0) return false;
    sum += value * (weights[index] ?? 0);
  }
  return creditCodeAlphabet.charAt((31 - (sum % 31)) % 31) === code.charAt(17);
}
