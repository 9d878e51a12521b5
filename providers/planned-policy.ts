/**
 * Whether a policy document lets everyone in: a statement allows, names everyone as its principal, and has no condition. What a
 * condition leaves open is not judged here.
 * @param isEveryone - whether a principal stands for everyone: `*`
 */
export function opensToAll(document: string, isEveryone: (principal: string) => boolean): boolean {
  const policy = parsed(document);
  return listOf(fieldOf(policy, "statement")).some(
    (statement) =>
      /^allow$/i.test(String(fieldOf(statement, "effect"))) &&
      fieldOf(statement, "condition") === undefined &&
      principalsOf(fieldOf(statement, "principal")).some(isEveryone),
  );
}

function parsed(document: string): unknown {
  try {
    return JSON.parse(document);
  } catch (error) {
    // Providers accept no other document; what is none opens nothing.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Names of fields differ in case from cloud to cloud. */
function fieldOf(value: unknown, name: string): unknown {
  if (!isObject(value)) return undefined;
  return Object.entries(value).find(([key]) => key.toLowerCase() === name)?.[1];
}

/** `"*"`, `["*"]`, `{ "ID": "*" }`, `{ "ID": ["*"] }`. */
function principalsOf(value: unknown): readonly string[] {
  const named = isObject(value) ? Object.values(value) : [value];
  return named.flatMap(listOf).filter((one) => typeof one === "string");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
