/** UTC+8 without summer time since 1991-09-15 (IANA time zone database, Asia/Shanghai). `Intl` takes 10 ms to say the same. */
const ahead = 8 * 60 * 60 * 1000;

/** The law speaks of days in China: `2026-11-22`, Asia/Shanghai, whatever the machine's own zone. */
export function dayInShanghai(moment: Date): string {
  return new Date(moment.getTime() + ahead).toISOString().slice(0, 10);
}
