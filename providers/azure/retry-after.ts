/** How long an answer asks to wait, in milliseconds: seconds, a date, milliseconds, or Resource Graph's `hh:mm:ss`. */
export function retryAfterOf(error: unknown): number | undefined {
  const header = headersOf(error);
  if (header === undefined) return undefined;
  const milliseconds = header("retry-after-ms") ?? header("x-ms-retry-after-ms");
  if (milliseconds !== undefined && /^\d+$/.test(milliseconds)) return Number(milliseconds);
  const stated = header("retry-after");
  if (stated !== undefined && /^\d+$/.test(stated)) return Number(stated) * 1000;
  const date = stated === undefined ? Number.NaN : Date.parse(stated);
  if (Number.isFinite(date)) return Math.max(0, date - Date.now());
  const clock = /^(\d+):(\d{2}):(\d{2})$/.exec(header("x-ms-user-quota-resets-after") ?? "");
  if (clock !== null) return (Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3])) * 1000;
  return undefined;
}

/** Reads a header of the answer that an error came from. */
export function headersOf(error: unknown): ((name: string) => string | undefined) | undefined {
  const headers = property(property(error, "response"), "headers");
  const get = property(headers, "get");
  if (typeof get !== "function") return undefined;
  return (name) => {
    const value: unknown = Reflect.apply(get, headers, [name]);
    return typeof value === "string" ? value : undefined;
  };
}

function property(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
