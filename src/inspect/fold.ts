/** A value as detectors see it: full-width letters, digits and signs as ASCII, no space around. */
export function fold(value: string): string {
  const trimmed = value.trim();
  return /[\u3000\uff01-\uff5e]/.test(trimmed) ? trimmed.replace(/[\u3000\uff01-\uff5e]/g, narrow) : trimmed;
}

function narrow(character: string): string {
  return character === "\u3000" ? " " : String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}
