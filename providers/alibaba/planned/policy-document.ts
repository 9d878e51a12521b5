/**
 * Whether a policy lets everyone in: a statement allows, names everyone as its principal, and has no condition. What a condition
 * leaves open is not judged here.
 */
export function opensToAll(document: string): boolean {
  const policy = parsed(document);
  if (!isObject(policy)) return false;
  return listOf(policy["Statement"]).some(
    (statement) =>
      isObject(statement) &&
      statement["Effect"] === "Allow" &&
      statement["Condition"] === undefined &&
      listOf(statement["Principal"]).includes("*"),
  );
}

function parsed(document: string): unknown {
  try {
    return JSON.parse(document);
  } catch (error) {
    // The provider accepts no other document; what is none opens nothing.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
