import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, parse, relative } from "node:path";
import { type OutputChunk, type Plugin, rolldown } from "rolldown";

export interface BundleOptions {
  /** The folder that tsc filled. Its `.js` files are replaced; the types stay. */
  readonly dist: string;
  /** Folder inside `dist` that gets every chunk. */
  readonly out: string;
  /** Files in `out` that are started or imported by name; each keeps its name. */
  readonly entries: readonly string[];
  /**
   * What worker threads start from: paths inside `dist`, as in `src/inspect/reader.js`. A source starts one with
   * `new Worker(new URL("./reader.ts", import.meta.url))`, which becomes the chunk `reader.js` in `out`.
   */
  readonly workers: readonly string[];
  /** Packages that stay in node_modules, read from there when they are needed. Every other one becomes part of the chunks. */
  readonly outside: readonly string[];
}

/**
 * Joins what tsc wrote to some chunks: unjoined, `check` starts by looking up 500 modules, of which zod's languages are 60.
 * What a source imports with `import(…)` stays in chunks of its own, read when it is asked for.
 * @returns the files of packages that are part of the chunks.
 * @throws Error when a module starts a worker that is not among `workers`, and on what the bundler warns of.
 */
export async function bundle(options: BundleOptions): Promise<readonly string[]> {
  const { dist, out, entries, workers, outside } = options;
  const inputs = [...entries.map((file) => join(out, file)), ...workers.map((path) => join(dist, path))];
  const build = await rolldown({
    input: Object.fromEntries(inputs.map((path) => [parse(path).name, path])),
    platform: "node",
    external: (id) => outside.some((name) => id === name || id.startsWith(`${name}/`)),
    plugins: [placesInChunks(options)],
    onLog: (level, { message }) => {
      if (level === "warn") throw new Error(message);
    },
  });
  const { output } = await build.generate({ entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" });
  await build.close();
  const chunks = output.filter((file): file is OutputChunk => file.type === "chunk");
  removeScripts(dist);
  for (const { fileName, code } of chunks) writeFileSync(join(out, fileName), code);
  return chunks.flatMap(({ moduleIds }) => moduleIds).filter((id) => id.includes("/node_modules/"));
}

function removeScripts(dist: string): void {
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name.endsWith(".js")) rmSync(join(entry.parentPath, entry.name));
  }
}

/** A file beside the source, the source's own address, its own folder. */
const places = /new URL\("(?<beside>\.[^"]*)", import\.meta\.url\)|import\.meta\.url|import\.meta\.dirname/g;

/** Every chunk lies in `out`, wherever its sources were: where a source asks for its own place, the way there is written in. */
function placesInChunks({ dist, out, workers }: BundleOptions): Plugin {
  const wayTo = (path: string): string => JSON.stringify(relative(out, path).replaceAll("\\", "/") || ".");
  const started = new Map(workers.map((path) => [join(dist, path), `./${parse(path).base}`]));
  return {
    name: "places-in-chunks",
    transform(code, id) {
      if (!id.startsWith(dist) || !code.includes("import.meta.")) return null;
      return code.replaceAll(places, (asked: string, beside?: string) => {
        if (asked === "import.meta.url") return `new URL(${wayTo(id)}, import.meta.url).href`;
        if (beside === undefined) {
          return `process.getBuiltinModule("node:path").join(import.meta.dirname, ${wayTo(dirname(id))})`;
        }
        const path = join(dirname(id), beside);
        if (!path.endsWith(".ts")) return `new URL(${wayTo(path)}, import.meta.url)`;
        const worker = started.get(path.replace(/ts$/, "js"));
        if (worker === undefined) throw new Error(`${relative(dist, id)} starts ${beside}, which is not among workers`);
        return `new URL("${worker}", import.meta.url)`;
      });
    },
  };
}
