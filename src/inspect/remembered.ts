/** Longer ones are somebody's text, and hardly come again. */
const longestKey = 200;

/** The same function, its answers for the first `most` texts kept: members of archives and files of folders repeat each other's names. */
export function remembered<Value>(answer: (text: string) => Value, most: number): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const earlier = known.get(text);
    if (earlier !== undefined) return earlier;
    const value = answer(text);
    if (known.size < most && text.length <= longestKey) known.set(text, value);
    return value;
  };
}
