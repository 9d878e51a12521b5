/** What is kept at a time: more than there are rules, few enough that nothing piles up where nobody says alike. */
const mostKept = 1_000;

/** Makes a value once for every key: for what a report says alike in thousands of places. */
export function once<Given, Made>(
  make: (given: Given) => Made,
  keyOf: (given: Given) => string,
): (given: Given) => Made {
  return kept(make, keyOf);
}

/** The same for objects that are shared by those who say alike. */
export function onceEach<Given extends object, Made>(make: (given: Given) => Made): (given: Given) => Made {
  return kept(make, (given) => given);
}

function kept<Given, Key, Made>(make: (given: Given) => Made, keyOf: (given: Given) => Key): (given: Given) => Made {
  const made = new Map<Key, Made>();
  return (given) => {
    const key = keyOf(given);
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(given);
    if (made.size === mostKept) made.clear();
    made.set(key, fresh);
    return fresh;
  };
}
