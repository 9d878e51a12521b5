import { loadPolicies } from "../../policies/index.ts";
import type { AlibabaEstate } from "../../providers/alibaba/loopback/estate.ts";
import { startLoopback } from "../../providers/alibaba/loopback.ts";
import { type AwsEstate, serveAws } from "../../providers/aws/loopback.ts";
import { startAzureLoopback } from "../../providers/azure/loopback.ts";
import type { AzureEstate } from "../../providers/azure/loopback-estate.ts";
import { providers } from "../../providers/index.ts";
import { htmlReporter } from "../../reports/html/index.ts";
import { jsonReporter } from "../../reports/json/index.ts";
import { worstOpen } from "../../src/cli/baseline.ts";
import { exitCodeOf } from "../../src/cli/exit-code.ts";
import { Config, Document, type LoopbackCloud, type LoopbackOptions } from "../../src/model/index.ts";
import { type ScanRequest, scan } from "../../src/run/index.ts";
import { trustedAuthority } from "./azure-cloud.ts";
import * as estates from "./spine-estates.ts";

/** The three clouds, each with its own options. */
export interface SpineOptions {
  readonly aws?: LoopbackOptions;
  readonly alibaba?: LoopbackOptions;
  readonly azure?: LoopbackOptions;
}

export type SpineProvider = keyof SpineOptions;

export interface SpineClouds {
  /** For `sources:`. */
  readonly sources: readonly Readonly<Record<string, unknown>>[];
  readonly environment: Readonly<Record<string, string>>;
  /** PEM of the CA that Azure's loopback is signed by. */
  readonly ca: string;
  /** Operations that were seen on the wire. */
  called(provider: SpineProvider): ReadonlySet<string>;
  /** How often an operation was seen. */
  times(provider: SpineProvider, operation: string): number;
  close(): Promise<void>;
}

/** What a run is given besides its clouds. */
export interface SpineRun
  extends Partial<
    Pick<
      ScanRequest,
      "id" | "concurrency" | "timeoutMs" | "attempts" | "storePath" | "resume" | "signal" | "listener" | "only"
    >
  > {
  readonly config?: Readonly<Record<string, unknown>>;
}

export interface SpineScan {
  readonly document: Document;
  /** The reports as they would be written. */
  readonly json: string;
  readonly html: string;
  /** How the command would end, by default and with `--fail-on never`. */
  readonly exitCode: number;
  readonly exitCodeWithoutFindings: number;
  called(provider: SpineProvider): ReadonlySet<string>;
}

/** The types that the spine's estates hold; every other type has its own case (`test/cases`). */
export const spineTypes: readonly string[] = [
  "aws/s3/bucket",
  "aws/ec2/instance",
  "aws/ec2/volume",
  "aws/ec2/snapshot",
  "aws/ec2/image",
  "alibaba/oss/bucket",
  "alibaba/ecs/*",
  "azure/storage/account",
  "azure/compute/virtual-machine",
  "azure/compute/disk",
  "azure/compute/snapshot",
  "azure/compute/image",
  "azure/resources/census",
];

/** What the operator of the spine's estates declares. */
export const spineConfig = {
  operator: { status: "ciio", sectors: ["finance"], handled: 3_000_000 },
};

/** What the three clouds serve, and how it is entered. */
export interface SpineEstate {
  readonly aws: AwsEstate;
  readonly alibaba: AlibabaEstate;
  readonly azureChina: AzureEstate;
  readonly azureWorld: AzureEstate;
  /** Entries for `sources:`, endpoints aside. */
  sources(): Readonly<Record<"aws" | "alibaba" | "azureChina" | "azureWorld", readonly object[]>>;
}

/** The small estates, by every way to enter: directly, through a role, by a list of subscriptions, all of them. */
const compact: SpineEstate = {
  aws: estates.awsEstate,
  alibaba: estates.alibabaEstate,
  azureChina: estates.azureChinaEstate,
  azureWorld: estates.azureWorldEstate,
  sources: () => ({
    aws: [
      { partition: "aws-cn" },
      {
        accounts: [estates.aws.world, estates.aws.entered],
        role: "Audit",
        regions: ["us-east-1", "ap-east-1", "ap-southeast-1", "eu-south-1"],
      },
    ],
    alibaba: [
      { regions: ["cn-hangzhou", "cn-hongkong", "ap-southeast-1"] },
      { accounts: [estates.alibaba.member], role: "Audit", regions: ["cn-hongkong"] },
    ],
    azureChina: [{ cloud: "china" }],
    azureWorld: [{ subscriptions: [estates.azure.world] }],
  }),
};

/** Serves the three clouds on loopback. */
export async function serveSpine(options: SpineOptions = {}, estate: SpineEstate = compact): Promise<SpineClouds> {
  const authority = await trustedAuthority();
  const [aws, alibaba, china, world] = await Promise.all([
    serveAws(estate.aws, options.aws),
    startLoopback(estate.alibaba, options.alibaba),
    startAzureLoopback(estate.azureChina, { ...options.azure, authority }),
    startAzureLoopback(estate.azureWorld, { ...options.azure, authority }),
  ]);
  const clouds: Readonly<Record<SpineProvider, readonly LoopbackCloud[]>> = {
    aws: [aws],
    alibaba: [alibaba],
    azure: [china, world],
  };
  const callsOf = (provider: SpineProvider) =>
    clouds[provider].flatMap(({ calls }) => calls.map(({ operation }) => operation));
  const entries = estate.sources();
  const token = { env: "AZURE_ACCESS_TOKEN" };
  return {
    sources: [
      ...entries.aws.map((entry) => ({ provider: "aws", endpoint: aws.url, ...entry })),
      ...entries.alibaba.map((entry) => ({ provider: "alibaba", endpoint: alibaba.url, ...entry })),
      ...entries.azureChina.map((entry) => ({ provider: "azure", endpoint: china.url, token, ...entry })),
      ...entries.azureWorld.map((entry) => ({ provider: "azure", endpoint: world.url, token, ...entry })),
    ],
    environment: {
      AWS_ACCESS_KEY_ID: "SPINE",
      AWS_SECRET_ACCESS_KEY: "nobodysSecret",
      ALIBABA_CLOUD_ACCESS_KEY_ID: estate.alibaba.keys.accessKeyId,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: estate.alibaba.keys.accessKeySecret,
      AZURE_ACCESS_TOKEN: "loopback-token",
    },
    ca: authority.ca,
    called: (provider) => new Set(callsOf(provider)),
    times: (provider, operation) => callsOf(provider).filter((seen) => seen === operation).length,
    close: async () => {
      await Promise.all(Object.values(clouds).flatMap((all) => all.map((cloud) => cloud.close())));
    },
  };
}

/** Serves the three clouds, scans them in this process with everything real, and stops serving. */
export async function scanSpine(
  options: SpineOptions = {},
  run: SpineRun = {},
  estate: SpineEstate = compact,
): Promise<SpineScan> {
  const clouds = await serveSpine(options, estate);
  try {
    return { ...(await scanClouds(clouds, run)), called: clouds.called };
  } finally {
    await clouds.close();
  }
}

const book = loadPolicies();

/** Scans what is served. Calls are tried once unless told otherwise: loopback clouds fail because a test wants them to. */
export async function scanClouds(
  { sources, environment }: Pick<SpineClouds, "sources"> & Pick<ScanRequest, "environment">,
  { config, ...run }: SpineRun = {},
): Promise<Omit<SpineScan, "called">> {
  const finished = await scan({
    id: "20261122T080000-000000",
    mode: "scan",
    config: Config.parse({ ...spineConfig, ...config, sources: await parsed(sources) }),
    providers,
    book,
    storePath: ":memory:",
    resume: false,
    only: spineTypes,
    skip: [],
    asOf: "2026-11-22",
    environment,
    signal: new AbortController().signal,
    now: () => new Date(),
    listener: () => undefined,
    attempts: 1,
    timeoutMs: 10_000,
    ...run,
  });
  try {
    const { source } = finished;
    const json = [...jsonReporter.render(source, { lang: "en" })].join("");
    const html = [...htmlReporter.render(source, { lang: "en" })].join("");
    const outcome = {
      worstOpen: worstOpen(source, false),
      complete: source.coverage.complete,
      allowIncomplete: false,
      interrupted: source.run.interrupted === true,
    };
    return {
      document: Document.parse(JSON.parse(json)),
      json,
      html,
      exitCode: exitCodeOf({ ...outcome, failOn: "high" }),
      exitCodeWithoutFindings: exitCodeOf({ ...outcome, failOn: "never" }),
    };
  } finally {
    finished.close();
  }
}

/** As the command line reads them: each by its provider's own schema. */
async function parsed(sources: SpineClouds["sources"]): Promise<unknown[]> {
  return Promise.all(
    sources.map(async (source) => (await providers[String(source["provider"])]?.())?.source.parse(source) ?? source),
  );
}
