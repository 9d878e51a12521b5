const dayMilliseconds = 86_400_000;
/** The first and the last instant that a `Date` holds. */
const furthest = 8.64e15;

/** Days since 1970 as `2000-01-31`. */
export function dayText(days: number): string {
  const milliseconds = days * dayMilliseconds;
  return Math.abs(milliseconds) > furthest ? String(days) : new Date(milliseconds).toISOString().slice(0, 10);
}

/** Milliseconds since 1970 as `2000-01-31 12:00:00`; the number itself where it is no instant. */
export function instantText(milliseconds: number): string {
  if (!(Math.abs(milliseconds) <= furthest)) return String(milliseconds);
  const iso = new Date(milliseconds).toISOString();
  return iso.slice(0, iso.length - 5).replace("T", " ");
}

/** A whole number with its point put `scale` digits to the left. */
export function decimalText(unscaled: bigint, scale: number): string {
  if (scale <= 0 || scale > 100) return String(unscaled);
  const isNegative = unscaled < 0n;
  const digits = String(isNegative ? -unscaled : unscaled).padStart(scale + 1, "0");
  return `${isNegative ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Two's complement, most significant byte first. */
export function bigEndian(bytes: Uint8Array): bigint {
  if (bytes.length === 0 || bytes.length > 64) return 0n;
  return BigInt.asIntN(bytes.length * 8, BigInt(`0x${Buffer.from(bytes).toString("hex")}`));
}
