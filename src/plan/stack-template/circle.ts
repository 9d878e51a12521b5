/** A way through a graph that comes back to where it began, or `undefined`. As deep as the graph is long, without recursion. */
export function circleIn(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | undefined {
  const done = new Set<string>();
  for (const start of graph.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    const open: Iterator<string>[] = [];
    const enter = (name: string): void => {
      path.push(name);
      onPath.add(name);
      open.push((graph.get(name) ?? new Set<string>()).values());
    };
    if (!done.has(start)) enter(start);
    for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
      const step = last.next();
      if (step.done === true) {
        open.pop();
        const name = path.pop() ?? "";
        onPath.delete(name);
        done.add(name);
      } else if (onPath.has(step.value)) {
        return [...path.slice(path.indexOf(step.value)), step.value];
      } else if (!done.has(step.value)) enter(step.value);
    }
  }
  return undefined;
}
