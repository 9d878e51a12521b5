/** 12,345 in both languages; written out because locale data changes with the version of Node. */
export function digits(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

export function plural(count: number, one: string, many: string): string {
  return `${digits(count)} ${count === 1 ? one : many}`;
}
