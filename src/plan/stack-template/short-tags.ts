import { type CollectionTag, Pair, Scalar, type ScalarTag, type Tags, YAMLMap } from "yaml";

/**
 * Types of YAML 1.1 that stacks do not read: a date stays the text that it is (docs.aws.amazon.com, CloudFormation User Guide,
 * template formats, read 2026-11-22).
 */
const unread: readonly string[] = ["timestamp", "binary", "omap", "pairs", "set"].map(
  (name) => `tag:yaml.org,2002:${name}`,
);

/** The tags of YAML as stacks read it, with the short forms of functions: `!GetAtt a.b` is read as `Fn::GetAtt: a.b`. */
export function withShortTags(basic: Tags, functions: Iterable<string>): Tags {
  const kept = basic.filter((tag) => !unread.includes(typeof tag === "string" ? `tag:yaml.org,2002:${tag}` : tag.tag));
  return [...kept, ...[...functions].flatMap(tagsOf)];
}

function tagsOf(name: string): readonly (ScalarTag | CollectionTag)[] {
  const tag = `!${name.replace(/^Fn::/, "")}`;
  const wrap = (value: unknown): YAMLMap => {
    const map = new YAMLMap();
    map.items.push(new Pair(new Scalar(name), value));
    return map;
  };
  return [
    { tag, resolve: (text) => ({ [name]: text }) },
    { tag, collection: "seq", resolve: wrap },
    { tag, collection: "map", resolve: wrap },
  ];
}
