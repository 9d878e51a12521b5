const weights = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Whether nine characters (digits, capitals) end in their check character by GB 11714-1997: 11 minus the weighted sum mod 11, 10
 * written `X`, 11 written `0`.
 */
export function passesOrganisationCode(code: string): boolean {
  let sum = 0;
  for (let index = 0; index < 8; index++) {
    const character = code.charCodeAt(index);
    sum += (character <= 57 ? character - 48 : character - 55) * (weights[index] ?? 0);
  }
  const check = (11 - (sum % 11)) % 11;
  return code.charAt(8) === (check === 10 ? "X" : String(check));
}
