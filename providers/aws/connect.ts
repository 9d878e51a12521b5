import { EC2Client } from "@aws-sdk/client-ec2";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { type AccountSession, type ConnectContext, type Gap, JingneiError } from "../../src/model/index.ts";
import { required } from "./answer.ts";
import { accountOf, partitionOfArn } from "./arn.ts";
import { type ClientSettings, createClients } from "./clients.ts";
import { assumedCredentials, baseCredentials, type CredentialProvider, chain } from "./credentials.ts";
import { endpointOf } from "./endpoints.ts";
import { describeError, lacksCredentials, refusesCredentials } from "./errors.ts";
import { type AccountRegions, checkConfiguredRegions, readRegions, regionsFromTable } from "./live-regions.ts";
import { regionFact } from "./regions.ts";
import type { AwsSession } from "./session.ts";
import { AwsSource, sourceName } from "./source.ts";

/** Enters the account of the credentials, or each listed account through its role. */
export async function* connect(raw: unknown, context: ConnectContext): AsyncIterable<AccountSession | Gap> {
  const source = AwsSource.parse(raw);
  if (source.accounts === "organization") {
    throw new JingneiError(
      "config",
      `${sourceName(source)}: \`accounts: organization\` is not supported yet`,
      "List the accounts by id together with `role`, or leave `accounts` out for the account of the credentials.",
    );
  }
  checkConfiguredRegions(source);
  const home = homeRegion(source, context.environment);
  const base = baseCredentials(source, context.environment, home);
  const own = await identify(source, home, base, context);
  const accounts = source.accounts === "current" ? [own] : [...new Set(source.accounts)].sort();
  for (const account of accounts) {
    yield* enter({ source, home, base, own, account }, context);
  }
}

/** AWS_REGION where it lies in the partition, else the partition's oldest region: always enabled, with a regional STS. */
function homeRegion(source: AwsSource, environment: ConnectContext["environment"]): string {
  const candidates = [environment["AWS_REGION"], environment["AWS_DEFAULT_REGION"]];
  const stated = candidates.find((id) => {
    const fact = id === undefined ? undefined : regionFact(id);
    return fact?.partition === source.partition && fact.kind === "region";
  });
  return stated ?? (source.partition === "aws-cn" ? "cn-north-1" : "us-east-1");
}

/** The account of the credentials. Nothing of the source can be read without it, so failures are not gaps but errors. */
async function identify(
  source: AwsSource,
  home: string,
  credentials: CredentialProvider,
  context: ConnectContext,
): Promise<string> {
  const sts = createClients(settingsOf(source, credentials, context, () => true))(STSClient, home);
  try {
    const identity = await context.caller.call("GetCallerIdentity", (signal) =>
      sts.send(new GetCallerIdentityCommand({}), { abortSignal: signal }),
    );
    const partition = partitionOfArn(required(identity.Arn, "Arn"));
    if (partition !== source.partition) throw wrongPartition(source, partition);
    return required(accountOf(required(identity.Account, "Account")), "a 12-digit Account");
  } catch (error) {
    if (lacksCredentials(error)) throw missingCredentials(source, error);
    if (refusesCredentials(error)) throw refusedCredentials(source, home, error);
    throw error;
  }
}

interface Entry {
  readonly source: AwsSource;
  readonly home: string;
  readonly base: CredentialProvider;
  readonly own: string;
  readonly account: string;
}

async function* enter(entry: Entry, context: ConnectContext): AsyncIterable<AccountSession | Gap> {
  const { source, home, base, own, account } = entry;
  const scope = { provider: "aws", partition: source.partition, account };
  const gap = (type: string, operation: string, error: unknown): Gap => {
    const { reason, code, message } = describeError(error);
    return { kind: "gap", scope, type, region: home, operation, reason, detail: `${code}: ${message}`, resource: null };
  };

  let credentials = base;
  if (account !== own) {
    const sts = createClients(settingsOf(source, base, context, () => true))(STSClient, home);
    const assumed = assumedCredentials(sts, `arn:${source.partition}:iam::${account}:role/${source.role ?? ""}`);
    try {
      await context.caller.call("AssumeRole", () => assumed());
    } catch (error) {
      if (mustEnd(error, context)) throw error;
      yield gap("identity", "AssumeRole", error);
      return;
    }
    credentials = assumed;
  }

  const enabled = new Set<string>([home]);
  const client = createClients(settingsOf(source, credentials, context, (region) => enabled.has(region)));
  let found: AccountRegions;
  try {
    found = await readRegions(source, {
      caller: context.caller,
      home,
      client: (region) => client(EC2Client, region),
      doubtful: (source.endpoint ?? endpointOf(context.environment, "EC2")) !== undefined,
    });
    for (const region of found.enabled) enabled.add(region);
  } catch (error) {
    if (mustEnd(error, context)) throw error;
    // Coverage is incomplete by this gap; what the table lists is asked all the same.
    yield gap("regions", "DescribeRegions", error);
    found = regionsFromTable(source);
  }
  const wanted = source.regions === "all" ? undefined : new Set(source.regions);
  const session: AwsSession = {
    scope,
    regions: found.regions,
    notEnabled: found.notEnabled,
    excluded: found.excluded,
    regionDifferences: found.differences,
    homeRegion: home,
    wants: (region) => wanted === undefined || wanted.has(region),
    client,
  };
  yield session;
}

/** What must not become a gap: the end of the run, and what the user has to put right. */
function mustEnd(error: unknown, context: ConnectContext): boolean {
  return context.signal.aborted || error instanceof JingneiError;
}

function settingsOf(
  source: AwsSource,
  credentials: CredentialProvider,
  context: ConnectContext,
  isEnabled: (region: string) => boolean,
): ClientSettings {
  return {
    credentials,
    profile: source.profile,
    endpoint: source.endpoint,
    environment: context.environment,
    timeoutMs: context.timeoutMs,
    contacted: (host) => context.contacted(host),
    isEnabled,
  };
}

function wrongPartition(source: AwsSource, partition: string | undefined): JingneiError {
  return new JingneiError(
    "config",
    `${sourceName(source)}: the credentials belong to partition ${partition ?? "unknown"}`,
    `Set \`partition: ${partition ?? "aws"}\` for this source, or use credentials of ${source.partition}.`,
  );
}

function missingCredentials(source: AwsSource, cause: unknown): JingneiError {
  const tried =
    source.profile === undefined ? chain : `profile ${source.profile} of the shared config and credentials files`;
  return new JingneiError(
    "credential",
    `${sourceName(source)}: no credentials found; tried ${tried}`,
    "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN), or AWS_PROFILE, or `profile` in jingnei.yaml.",
    cause,
  );
}

function refusedCredentials(source: AwsSource, home: string, cause: unknown): JingneiError {
  const { code } = describeError(cause);
  return new JingneiError(
    "credential",
    `${sourceName(source)}: STS in ${home} refuses the credentials (${code})`,
    "Renew them, and check that they belong to this partition: accounts of aws and aws-cn are unknown to each other.",
    cause,
  );
}
