/** The law speaks of days in China: `2026-11-22`, Asia/Shanghai, whatever the machine's own zone. */
export function dayInShanghai(moment: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(moment);
}
