/** Weights of the 17 digits before the check character: 2^(18-i) mod 11. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = "10X98765432";

/** Whether 18 characters end in their check character by ISO 7064 MOD 11-2, as GB 11643-1999 has it. Small `x` counts. */
export function passesMod11dash2(id: string): boolean {
  let sum = 0;
  for (let index = 0; index < 17; index++) sum += (id.charCodeAt(index) - 48) * (weights[index] ?? 0);
  const check = id.charCodeAt(17);
  return checkCharacters.charCodeAt(sum % 11) === (check === 120 ? 88 : check);
}
