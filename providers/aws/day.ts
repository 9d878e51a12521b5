/** `created` as a day (UTC): how long a copy has lain about, without a time that would differ by spelling. */
export function dayOf(time: Date | string | undefined): { readonly created?: string } {
  if (time === undefined) return {};
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? {} : { created: date.toISOString().slice(0, 10) };
}
