const weights = [7, 3, 1];

/** Check digit of a field of a machine-readable zone: ICAO Doc 9303-3, 4.9. Letters count from A = 10, the filler `<` is 0. */
export function icaoCheckDigit(field: string): number {
  let sum = 0;
  for (let index = 0; index < field.length; index++) {
    const character = field.charCodeAt(index);
    const value = character === 60 ? 0 : character <= 57 ? character - 48 : character - 55;
    sum += value * (weights[index % 3] ?? 0);
  }
  return sum % 10;
}
