import { join } from "node:path";
import {
  didYouMean,
  type EntryOperation,
  isMadeFor,
  JingneiError,
  matchesGlob,
  type Provider,
  type ResourceType,
  shapeMistakes,
} from "../model/index.ts";
import { type Asked, askedBy } from "./asked.ts";
import type { Command } from "./context.ts";
import { namedProvider } from "./named-provider.ts";
import { documentFile, permissionWords } from "./permission-words.ts";
import { printable } from "./print-error.ts";
import { talkSettings } from "./settings.ts";
import { prepareOutput, writeFile, writeToStdout } from "./write-output.ts";

/**
 * The policy documents of one provider, from what its types and its connecting declare. One document goes to stdout as the provider
 * takes it; several, where its size limit asks for them, as one object by name.
 */
export const permissionsCommand: Command = async (context, flags, [id = ""]) => {
  const asked = askedBy(flags, context.environment);
  const { lang, quiet } = talkSettings(asked, flags, context);
  const provider = await namedProvider(await context.house.providers(), id);
  const source = sourceOf(provider, asked);
  const types = selected(await provider.types(), asked);
  const entry = provider.entry ?? [];
  // Where nothing of a provider can be looked into, there is nothing to grant for it.
  const content = asked.isSet("inspect") ? types.flatMap((type) => type.content?.operations ?? []) : [];
  const made = entry.filter((call) => isMadeFor(call, source));
  const reading = permissionsOf([
    ...made.filter((call) => call.with === undefined),
    ...types.flatMap(needed),
    ...content,
  ]);
  const entering = permissionsOf(made).filter((permission) => !reading.includes(permission));
  const grants = await provider.grants?.({ reading, entering, source, content: permissionsOf(content) });
  if (grants === undefined) throw new Error(`${id} writes no policy documents`);

  const folder = folderOf(asked);
  const documents = Object.entries(grants.documents);
  if (folder === undefined) {
    const [only, ...more] = documents;
    const product = only !== undefined && more.length === 0 ? only[1] : grants.documents;
    await writeToStdout([textOf(product)], context.stdout);
  } else {
    await prepareOutput({ kind: "folder", path: folder, formats: [] });
    for (const [name, document] of documents) await writeFile(join(folder, documentFile(id, name)), [textOf(document)]);
  }
  if (!quiet) {
    const words = permissionWords(grants, {
      lang,
      provider: id,
      folder,
      count: new Set([...reading, ...entering]).size,
      types: types.length,
      leftOut: entry.filter((call) => !made.includes(call)),
      content: permissionsOf(content),
      unneeded: permissionsOf(types.flatMap(({ operations }) => operations.filter((call) => call.unneeded))).filter(
        (permission) => !reading.includes(permission),
      ),
    });
    context.stderr.write(words.map((line) => `${printable(line)}\n`).join(""));
  }
  return 0;
};

/** What a type asks for, without what its API answers anyway. */
function needed({ operations }: ResourceType): ResourceType["operations"] {
  return operations.filter(({ unneeded }) => unneeded !== true);
}

function permissionsOf(calls: readonly Pick<EntryOperation, "permission">[]): readonly string[] {
  return [...new Set(calls.map(({ permission }) => permission))].sort();
}

/** A source entry as `--with` sketches it: `role=Audit` stands for `role: Audit`. */
function sourceOf(provider: Provider, asked: Asked): Readonly<Record<string, unknown>> {
  const settings = asked.list("with") ?? [];
  const pairs = settings.map((setting) => {
    const at = setting.indexOf("=");
    if (at > 0) return [setting.slice(0, at), setting.slice(at + 1)] as const;
    throw new JingneiError("usage", `--with ${setting} has no value`, "Write key=value, such as role=Audit.");
  });
  const source = { ...Object.fromEntries(pairs), provider: provider.id };
  const [mistake] = shapeMistakes(provider.source, source);
  if (mistake !== undefined) {
    const key = mistake.path.join(".");
    throw new JingneiError(
      "usage",
      `--with ${key}: ${mistake.message}`,
      "Give keys of an entry under `sources:` in jingnei.yaml, such as role=Audit.",
    );
  }
  return { ...provider.source.parse(source) };
}

function selected(types: readonly ResourceType[], asked: Asked): readonly ResourceType[] {
  const only = asked.list("only") ?? [];
  const skip = asked.list("skip") ?? [];
  const names = types.map(({ type }) => type);
  for (const [flag, glob] of [...only.map((glob) => ["--only", glob]), ...skip.map((glob) => ["--skip", glob])]) {
    if (glob === undefined || names.some((name) => matchesGlob(glob, name))) continue;
    throw new JingneiError(
      "usage",
      `${flag} ${glob} matches no resource type of this provider.${didYouMean(glob, names)}`,
      "Give a type such as provider/service/thing; * stands for any characters.",
    );
  }
  return types
    .filter(({ type }) => only.length === 0 || only.some((glob) => matchesGlob(glob, type)))
    .filter(({ type }) => !skip.some((glob) => matchesGlob(glob, type)));
}

/** `undefined` = stdout. */
function folderOf(asked: Asked): string | undefined {
  const path = asked.text("output");
  return path === "-" ? undefined : path;
}

function textOf(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
