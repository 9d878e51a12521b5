import {
  type EdgeKind,
  edgeKindTerms,
  type Provider,
  type ResourceType,
  type Role,
  roles,
  roleTerms,
  type TypeOperation,
} from "../src/model/index.ts";

/** A provider with its types, loaded. */
export interface LoadedProvider {
  readonly provider: Provider;
  readonly types: readonly ResourceType[];
}

/** What an edge of each kind says, in a line. */
const kindMeanings: Readonly<Record<Exclude<EdgeKind, "stored-in">, string>> = {
  "replicates-to": "the data is kept a second time there, continuously",
  "backs-up-to": "backups or automatic snapshots go there",
  "copied-to": "a copy was made there, once",
  "logs-to": "logs or audit records are delivered there",
  "streams-to": "records or events are sent on there as they come",
  "fails-over-to": "a standby takes over there",
  "served-from": "the data is delivered to readers from there",
  "key-held-in": "the key that opens it lies there",
  "shared-with": "another account, tenant or everyone may use this copy",
  "reachable-from": "another account, tenant or everyone may read this store",
};

const roleMeanings: Readonly<Record<Role, string>> = {
  store: "holds data",
  copy: "holds data of another store",
  compute: "works on data",
  flow: "only moves data, or tells of it",
};

const rolePlurals: Readonly<Record<Role, string>> = {
  store: "stores",
  copy: "copies",
  compute: "compute",
  flow: "flows",
};

const generated = "<!-- Written by scripts/generate-type-pages.ts from the types' own declarations. -->";

/** Every page by its path from the root of the repository. */
export function typePages(providers: readonly LoadedProvider[]): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const loaded of providers) {
    const folder = pagesFolder(loaded.provider.id);
    pages.set(`${folder}/README.md`, indexPage(loaded));
    for (const type of loaded.types) pages.set(`${folder}/${pageName(type)}`, typePage(loaded.provider, type));
  }
  return pages;
}

export function pagesFolder(provider: string): string {
  return `providers/${provider}/pages`;
}

/** `rds-instance.md` for `aws/rds/instance`. */
function pageName({ type }: ResourceType): string {
  return `${type.split("/").slice(1).join("-")}.md`;
}

function typePage(provider: Provider, type: ResourceType): string {
  const { operations, links } = type;
  const asked = type.reach === "global" ? "asked once per account" : "asked in every enabled region";
  return document([
    `# ${type.title.en} · ${type.title.zh}`,
    generated,
    `\`${type.type}\` · ${provider.title.en} · ${roleTerms[type.role].en} (${roleMeanings[type.role]}) · ${asked}`,
    "## What is read",
    table(
      ["call", "permission", "made"],
      operations.map((call) => [`\`${call.operation}\``, permissionCell(call), madeFor(type, call)]),
    ),
    `\`jingnei permissions ${provider.id} --only ${type.type}\` prints the policy document for it.`,
    ...contentOf(provider, type),
    "## Where its data can go",
    links.length === 0
      ? "This type states no way of data to another place."
      : table(
          ["edge", "means"],
          links.flatMap((kind) =>
            kind === "stored-in" ? [] : [[`\`${kind}\` ${edgeKindTerms[kind].zh}`, kindMeanings[kind]]],
          ),
        ),
    "## What cannot be seen",
    type.unseen.en,
    type.unseen.zh,
    `[All types of ${provider.title.en}](README.md)`,
  ]);
}

/** What `--inspect` calls besides, of a type whose content can be read. */
function contentOf({ id }: Provider, { type, content }: ResourceType): readonly string[] {
  if (content === undefined) return [];
  return [
    "## With `--inspect`",
    "Its content is sampled, within a budget, and only where `jingnei scan --inspect` asks for it:",
    table(
      ["call", "permission", "made"],
      content.operations.map(({ operation, permission, per }) => [
        `\`${operation}\``,
        `\`${permission}\``,
        per === "resource" ? "for each store or object that needs it" : "once per store and page",
      ]),
    ),
    `\`jingnei permissions ${id} --only ${type} --inspect\` prints the policy document with them.`,
  ];
}

function permissionCell({ permission, unneeded }: TypeOperation): string {
  return `\`${permission}\`${unneeded === true ? ", not needed: the refusal tells what is asked" : ""}`;
}

function madeFor({ reach }: ResourceType, { per }: TypeOperation): string {
  if (per === "resource") return "for each resource that needs it";
  return reach === "global" ? "once per account and page" : "once per region and page";
}

function indexPage({ provider, types }: LoadedProvider): string {
  const services = byService(types);
  const isSampled = types.some(({ content }) => content !== undefined);
  const permissions = new Set(types.flatMap(({ operations }) => operations.map(({ permission }) => permission)));
  return document([
    `# ${provider.title.en} · ${provider.title.zh}`,
    generated,
    `${types.length} resource types of ${services.size} services, ${permissions.size} permissions. All calls are reads of settings${isSampled ? ", but for those of `--inspect`, which no scan makes unasked" : ""}; \`jingnei permissions ${provider.id}\` prints the policy document for them.`,
    ...[...services].flatMap(([service, some]) => [
      `## ${service}`,
      table(
        ["type", "", "role", "edges"],
        some.map((type) => [
          `[\`${type.type}\`](${pageName(type)})`,
          `${type.title.en} · ${type.title.zh}`,
          type.role,
          type.links.join(", "),
        ]),
      ),
    ]),
  ]);
}

/** Services and their types, both in alphabetical order. The service is the type's own word, not that of the rate limit. */
function byService(types: readonly ResourceType[]): ReadonlyMap<string, readonly ResourceType[]> {
  const sorted = types.toSorted((a, b) => (a.type < b.type ? -1 : 1));
  return Map.groupBy(sorted, serviceOf);
}

function serviceOf({ type }: ResourceType): string {
  return type.split("/")[1] ?? type;
}

const begin = "<!-- coverage: written by scripts/generate-type-pages.ts -->";
const end = "<!-- /coverage -->";

/** The table of the README: how many types of which services, and where their pages are. */
export function coverageTable(providers: readonly LoadedProvider[]): string {
  const rows = providers.map(({ provider, types }) => {
    const index = `${pagesFolder(provider.id)}/README.md`;
    const counts = roles.map((role) => [types.filter((type) => type.role === role).length, rolePlurals[role]] as const);
    return [
      `[${provider.title.en}](${index})`,
      `${types.length}: ${counts.map(([count, name]) => `${count} ${name}`).join(", ")}`,
      [...byService(types)].map(([service, some]) => `${service} ${some.length}`).join(", "),
    ];
  });
  return table(["provider", "resource types", "services, with their number of types"], rows);
}

/**
 * The README with its table put anew between the markers.
 * @throws where the markers are not there
 */
export function withCoverage(readme: string, providers: readonly LoadedProvider[]): string {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md lacks ${begin} … ${end}`);
  return `${readme.slice(0, from)}${begin}\n${coverageTable(providers)}\n${readme.slice(to)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---|").join("")}`, ...rows.map(line)].join("\n");
}

function document(blocks: readonly string[]): string {
  return `${blocks.join("\n\n")}\n`;
}
