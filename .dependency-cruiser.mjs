/**
 * Which room may import which. Each rule says what to do instead. Read by scripts/check-boundaries.ts, which also plants
 * a breach of every rule (test/fixtures/boundaries) to show that the rules still bite.
 */

/** Rooms of src/ and the rooms each may use besides `model`. A room that is missing here may not be imported by any. */
const rooms = {
  config: [],
  geography: [],
  collect: ["geography"],
  classify: [],
  store: [],
  residency: ["store"],
  evaluate: [],
  inspect: [],
  plan: [],
  run: ["config", "geography", "collect", "plan", "classify", "store", "residency", "evaluate", "inspect"],
  preflight: ["geography", "collect"],
  demo: ["config", "geography", "run"],
  cli: ["config", "geography", "run", "preflight", "demo", "inspect"],
};

const cloudSdks = "node_modules/(@aws-sdk|@smithy|@azure|@azure-rest|@typespec|@alicloud|ali-oss)/";
const shipped = "^(src|providers|policies|reports)/";
const network = "^(node:)?(http|https|http2|net|tls|dgram|dns)(/|$)";

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const forbidden = [
  {
    name: "no-cycles",
    comment: "Move what both need into a third file, or hand it over as an argument.",
    from: {},
    to: { circular: true },
  },
  {
    name: "imports-resolve",
    comment: "The file or package is not there: correct the path, or declare the dependency.",
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: "model-stands-alone",
    comment:
      "The words of the house depend on nothing but zod: define the type here, or keep the code in its own room.",
    from: { path: "^src/model/" },
    to: { pathNot: "^src/model/|node_modules/zod/" },
  },
  {
    name: "model-by-its-door",
    comment: "Import from src/model/index.ts, so that files of the model can move.",
    from: { path: `${shipped}|^scripts/`, pathNot: "^src/model/" },
    to: { path: "^src/model/", pathNot: "^src/model/index\\.ts$" },
  },
  ...Object.entries(rooms).map(([room, allowed]) => ({
    name: `room-${room}`,
    comment: `src/${room} sees model${allowed.map((other) => `, ${other}`).join("")} only: take what else it needs as an argument from src/run or src/cli.ts.`,
    from: { path: `^src/${room}/` },
    // The scrubber is for every text that leaves the product.
    to: { path: "^src/", pathNot: `^src/(${["model", room, ...allowed].join("|")})/|^src/collect/redact\\.ts$` },
  })),
  {
    name: "registries-at-the-root",
    comment:
      "Only src/cli.ts and src/index.ts know providers, policies and reports: let them hand over what is needed.",
    from: { path: "^src/", pathNot: "^src/(cli|index)\\.ts$" },
    // The shape of the policy book may be named, as it is handed over.
    to: { path: "^(providers|policies|reports)/", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "reports-see-the-model",
    comment: "A report renders the ReportSource that it is given; it never asks a run, a store or a provider.",
    from: { path: "^reports/" },
    to: { path: "^(src|providers|policies)/", pathNot: "^src/model/" },
  },
  {
    name: "policies-see-the-model",
    comment: "Policies are data, read with the model's schemas; judging them belongs to src/evaluate.",
    from: { path: "^policies/" },
    to: { path: "^(src|providers|reports)/", pathNot: "^src/model/" },
  },
  {
    name: "providers-see-the-model",
    comment: "A provider states records. Placing, judging and reporting them happens elsewhere.",
    from: { path: "^providers/" },
    to: { path: "^(src|policies|reports)/", pathNot: "^src/model/" },
  },
  {
    name: "providers-stand-apart",
    comment: "What two providers need lies directly in providers/, and names neither.",
    from: { path: "^providers/([^/]+)/" },
    to: { path: "^providers/([^/]+)/", pathNot: "^providers/$1/" },
  },
  {
    name: "shared-provider-files-name-none",
    comment: "A file directly in providers/ serves all of them; only the registry names each one.",
    from: { path: "^providers/[^/]+\\.ts$", pathNot: "^providers/(index|templates)\\.ts$" },
    to: { path: "^providers/[^/]+/" },
  },
  {
    name: "sdks-in-their-provider",
    comment: "Cloud SDKs load under providers/ only: add the call to a resource type there.",
    from: { path: "^(src|policies|reports|scripts)/" },
    to: { path: cloudSdks },
  },
  {
    name: "network-in-providers",
    comment: "Only providers talk to anybody; the rest of the product never opens a connection.",
    from: { path: "^(src|policies|reports)/" },
    to: { path: network },
  },
  {
    name: "judgement-without-disk",
    comment:
      "These rooms are pure: the caller reads files and hands their content over. (The page's own assets are no input.)",
    from: {
      path: "^(src/(model|geography|classify|residency|evaluate)|reports)/",
      pathNot: "^reports/html/assets\\.ts$",
    },
    to: { path: "^(node:)?(fs|child_process|worker_threads|os|process)(/|$)" },
  },
  {
    name: "nobody-imports-the-command-line",
    comment: "The command line is the outermost layer: move the helper to the room that it is about.",
    from: { path: `${shipped}|^scripts/`, pathNot: "^src/cli(/|\\.ts$)" },
    to: { path: "^src/cli(/|\\.ts$)" },
  },
  {
    name: "shipped-without-tests",
    comment: "Code that ships or builds never needs a test's helper: move it out of test/.",
    from: { path: `${shipped}|^scripts/` },
    to: { path: "^test/" },
  },
  {
    name: "shipped-without-dev-dependencies",
    comment: "Who installs the package has no dev dependencies: make it a dependency, or do without.",
    from: { path: shipped },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  },
  {
    name: "tests-share-through-support",
    comment: "A test imports no other test: what both need lies in test/support.",
    from: { path: "^test/" },
    to: { path: "\\.(test|spec)\\.ts$" },
  },
];

// biome-ignore lint/style/noDefaultExport: dependency-cruiser reads the default export
export default {
  forbidden: forbidden.map((rule) => ({ severity: "error", ...rule })),
  options: {
    doNotFollow: { path: "node_modules" },
    // Type-only imports count: a room that knows another's types knows the room.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
