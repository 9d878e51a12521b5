const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const dayMilliseconds = 86_400_000;

/** Whether a day can be somebody's birthday: it exists, from 1900 on, and is not to come (in the time zone furthest ahead). */
export function isBirthday(year: number, month: number, day: number): boolean {
  if (year < 1900 || !isDay(year, month, day)) return false;
  // This was written in 2026: only later days have to be compared with the clock.
  if (year < 2026) return true;
  return Date.UTC(year, month - 1, day) <= Date.now() + dayMilliseconds;
}

/** Whether a day exists in the Gregorian calendar. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > (monthLengths[month - 1] ?? 0)) return false;
  return month !== 2 || day !== 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}
