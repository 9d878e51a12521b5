import { createReadStream } from "node:fs";
import { dirname, resolve } from "node:path";
import type { z } from "zod";
import { Config, didYouMean, JingneiError, quote } from "../model/index.ts";
import { ruleMistakes } from "./config-rules.ts";
import { maxConfigBytes } from "./config-size.ts";
import { type Mistake, mistakesError } from "./mistake.ts";
import { configNotices, type KnownWords } from "./notices.ts";
import { mistakeAt, schemaMistakes } from "./schema-mistakes.ts";
import { isBelow, secretMistakes } from "./secrets.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** Which providers there are, and the shape of each one's entry under `sources:`. */
export interface SourceSchemas {
  readonly providerIds: readonly string[];
  /** Providers that templates only are read of: approvals and reviews may name them, sources may not. */
  readonly templateIds?: readonly string[];
  sourceSchema(providerId: string): Promise<z.ZodType | undefined>;
}

export interface LoadedConfig {
  readonly config: Config;
  /** As it was named; `null` when there is none. */
  readonly file: string | null;
  /** Relative paths of the file start here. */
  readonly directory: string;
  /** What is valid and may not do what its writer thinks, on a day (`YYYY-MM-DD`, Asia/Shanghai). */
  notices(day: string, known: KnownWords | undefined): readonly string[];
}

export const defaultConfigFile = "jingnei.yaml";

/**
 * Reads `jingnei.yaml`. Without a file the operator is undeclared and there are no sources.
 * @param file as the user named it; `undefined` looks for the default one, which may be missing.
 * @throws JingneiError `config` that lists every mistake with file, line, column and path.
 */
export async function loadConfig(file: string | undefined, schemas: SourceSchemas): Promise<LoadedConfig> {
  const name = file ?? defaultConfigFile;
  const bytes = await read(name, file !== undefined);
  if (bytes === undefined) {
    return { config: Config.parse({}), file: null, directory: process.cwd(), notices: () => [] };
  }
  const { config, document } = await check(name, bytes, schemas);
  return {
    config,
    file: name,
    directory: dirname(resolve(name)),
    notices: (day, known) => configNotices(name, config, document, day, known),
  };
}

/** Checks the text of a configuration; `name` is what its errors call it. */
export async function parseConfig(name: string, bytes: Uint8Array, schemas: SourceSchemas): Promise<Config> {
  return (await check(name, bytes, schemas)).config;
}

interface Checked {
  readonly config: Config;
  readonly document: YamlDocument;
}

async function check(name: string, bytes: Uint8Array, schemas: SourceSchemas): Promise<Checked> {
  // A run without a configuration does not wait for the parser.
  const { parseYaml } = await import("./yaml-document.ts");
  const parsed = parseYaml(bytes);
  if ("mistakes" in parsed) throw mistakesError(name, parsed.mistakes);
  const document = withoutNull(parsed.document);
  const { providerIds, templateIds = [] } = schemas;
  const secrets = secretMistakes(document);
  const shape = [...schemaMistakes(Config, document, []), ...(await sourceMistakes(document, schemas))];
  const mistakes = [...secrets, ...shape.filter((mistake) => !isBelow(mistake.path, secrets))];
  const result = Config.safeParse(document.value);
  if (result.success)
    mistakes.push(...ruleMistakes(result.data, document, [...new Set([...providerIds, ...templateIds])]));
  if (mistakes.length > 0 || !result.success) throw mistakesError(name, mistakes);
  return { config: result.data, document };
}

async function sourceMistakes(document: YamlDocument, schemas: SourceSchemas): Promise<readonly Mistake[]> {
  const mistakes: Mistake[] = [];
  for (const [index, source] of sourcesOf(document.value).entries()) {
    const provider = source["provider"];
    if (typeof provider !== "string") continue;
    const schema = await schemas.sourceSchema(provider);
    if (schema !== undefined) {
      mistakes.push(...schemaMistakes(schema, document, ["sources", index]));
      continue;
    }
    const known = schemas.providerIds.join(", ");
    const message = `${quote(provider)} is no provider.${didYouMean(provider, schemas.providerIds)} Known: ${known}`;
    mistakes.push(mistakeAt(document, ["sources", index, "provider"], "value", message));
  }
  return mistakes;
}

function sourcesOf(value: unknown): readonly Record<string, unknown>[] {
  if (typeof value !== "object" || value === null || !("sources" in value) || !Array.isArray(value.sources)) return [];
  const sources: readonly unknown[] = value.sources;
  // What is no mapping is reported by the shape; the index has to stay.
  return sources.map((source) => (typeof source === "object" && source !== null ? { ...source } : {}));
}

/** A file of comments only says nothing, which is allowed. */
function withoutNull(document: YamlDocument): YamlDocument {
  return document.value === null ? { ...document, value: {} } : document;
}

async function read(name: string, mustExist: boolean): Promise<Uint8Array | undefined> {
  try {
    const chunks: Uint8Array[] = [];
    // One byte more than is allowed shows that there is more, whatever the file is.
    for await (const chunk of createReadStream(name, { end: maxConfigBytes })) chunks.push(chunk);
    return Buffer.concat(chunks);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" && !mustExist) return undefined;
    const why = code === "ENOENT" ? "does not exist" : code === "EISDIR" ? "is a directory" : "cannot be read";
    throw new JingneiError(
      "config",
      `the configuration file ${name} ${why}`,
      "Name a readable file with --config, or write one with `jingnei init`.",
      error,
    );
  }
}
