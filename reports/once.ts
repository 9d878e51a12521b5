/** Makes a value once for every key: for what a page says alike in thousands of places. */
export function once<Given, Made>(
  make: (given: Given) => Made,
  keyOf: (given: Given) => string,
): (given: Given) => Made {
  const made = new Map<string, Made>();
  return (given) => {
    const key = keyOf(given);
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(given);
    made.set(key, fresh);
    return fresh;
  };
}

/** The same for objects that are shared by those who say alike. */
export function onceEach<Given extends object, Made>(make: (given: Given) => Made): (given: Given) => Made {
  const made = new WeakMap<Given, Made>();
  return (given) => {
    const known = made.get(given);
    if (known !== undefined) return known;
    const fresh = make(given);
    made.set(given, fresh);
    return fresh;
  };
}
