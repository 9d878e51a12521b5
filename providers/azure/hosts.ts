/** Host of an endpoint or address, of which nothing else is kept: the rest may be signed. */
export function hostOf(url: unknown): string | undefined {
  if (typeof url !== "string" || !URL.canParse(url)) return undefined;
  const host = new URL(url).hostname.toLowerCase();
  return host === "" ? undefined : host;
}
