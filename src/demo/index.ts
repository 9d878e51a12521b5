import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DemoCloud, JingneiError } from "../model/index.ts";
import type { ProviderRegistry } from "../run/index.ts";
import { companyConfig } from "./company.ts";

export interface DemoRequest {
  readonly providers: ProviderRegistry;
  /** The program to scan with: `process.argv[1]`. */
  readonly program: string;
  /** Common flags handed on to the scan: `--output`, `--lang`, `--quiet` … */
  readonly flags: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
  readonly signal: AbortSignal;
}

/** Says to the scan that it is part of a demo; not a setting for users. */
const modeVariable = "JINGNEI_RUN_MODE";

/**
 * Serves the sample estate and scans it with the real command.
 * @throws JingneiError `internal` when the scan itself failed; findings and gaps are what a demo is for.
 */
export async function runDemo(request: DemoRequest): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "jingnei-demo-"));
  const clouds: DemoCloud[] = [];
  try {
    for (const load of Object.values(request.providers)) clouds.push(await (await load()).demo());
    const config = join(folder, "jingnei.yaml");
    // JSON is YAML.
    await writeFile(
      config,
      JSON.stringify(
        companyConfig(
          clouds.flatMap((cloud) => cloud.sources),
          request.now,
        ),
        null,
        2,
      ),
    );
    const code = await run(
      request,
      config,
      join(folder, "store"),
      Object.assign({}, ...clouds.map((cloud) => cloud.environment)),
    );
    if (code !== 0 && code !== 1 && code !== 3) {
      throw new JingneiError(
        "internal",
        `the demo's scan ended with code ${code}`,
        "Run it again with --log-level debug, and report it.",
      );
    }
  } finally {
    await Promise.all(clouds.map((cloud) => cloud.close()));
    await rm(folder, { recursive: true, force: true });
  }
}

function run(
  request: DemoRequest,
  config: string,
  store: string,
  environment: Record<string, string>,
): Promise<number | null> {
  const child = spawn(
    process.execPath,
    [request.program, "scan", "--config", config, "--store", store, ...request.flags],
    {
      stdio: "inherit",
      env: { ...cleanEnvironment(request.environment), ...environment, [modeVariable]: "demo" },
      signal: request.signal,
    },
  );
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
}

/** The user's own cloud settings must not leak into the demo: it talks to loopback only, with made-up credentials. */
function cleanEnvironment(environment: DemoRequest["environment"]): Record<string, string | undefined> {
  const clouds = /^(AWS_|AZURE_|ALIBABA_CLOUD_|JINGNEI_|ARM_|HTTPS?_PROXY$|https?_proxy$)/;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !clouds.test(name)));
}
