/** Whole days from one ISO date to another, negative where the second lies before; both are days of the same calendar. */
export function daysFrom(first: string, second: string): number {
  return Math.round((Date.parse(second) - Date.parse(first)) / 86_400_000);
}
