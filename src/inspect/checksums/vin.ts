/** Values of the letters A to Z; -1 for I, O and Q, which no VIN has. */
const letterValues = [1, 2, 3, 4, 5, 6, 7, 8, -1, 1, 2, 3, 4, 5, -1, 7, -1, 9, 2, 3, 4, 5, 6, 7, 8, 9];
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** Whether 17 characters (digits, capitals) have the ninth as check character: GB 16735-2019, the same as 49 CFR 565.15. */
export function passesVin(vin: string): boolean {
  let sum = 0;
  for (let index = 0; index < 17; index++) {
    const character = vin.charCodeAt(index);
    const value = character <= 57 ? character - 48 : (letterValues[character - 65] ?? -1);
    if (value < 0) return false;
    sum += value * (weights[index] ?? 0);
  }
  const check = sum % 11;
  return vin.charAt(8) === (check === 10 ? "X" : String(check));
}
