import { type CollectionTag, Pair, Scalar, type ScalarTag, type Tags, YAMLMap } from "yaml";

/**
 * Types of YAML 1.1 that stacks do not read: a date stays the text that it is (docs.aws.amazon.com, CloudFormation User Guide,
 * template formats, read 2026-11-22).
 */
const unread: readonly string[] = ["timestamp", "binary", "omap", "pairs", "set", "bool"].map(
  (name) => `tag:yaml.org,2002:${name}`,
);

/** `y` and `n` alone are texts to the parsers that the services use, and flags to the letter of YAML 1.1. */
const flag: ScalarTag = {
  tag: "tag:yaml.org,2002:bool",
  default: true,
  test: /^(?:[Yy]es|YES|[Nn]o|NO|[Tt]rue|TRUE|[Ff]alse|FALSE|[Oo]n|ON|[Oo]ff|OFF)$/,
  resolve: (text) => /^(?:yes|true|on)$/i.test(text),
};

/**
 * Digits behind a zero that are no octal number are a text, so that an account's number keeps its zero; a dot alone, by which texts
 * are split, is no number either.
 */
const plainText: ScalarTag = {
  tag: "tag:yaml.org,2002:str",
  default: true,
  test: /^(?:0[0-9_]*[89][0-9_]*|[-+]?\._*)$/,
  resolve: (text) => text,
};

/** The tags of YAML as stacks read it, with the short forms of functions: `!GetAtt a.b` is read as `Fn::GetAtt: a.b`. */
export function withShortTags(basic: Tags, functions: Iterable<string>): Tags {
  const kept = basic.filter((tag) => !unread.includes(typeof tag === "string" ? `tag:yaml.org,2002:${tag}` : tag.tag));
  return [plainText, flag, ...kept, ...[...functions].flatMap(tagsOf)];
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
