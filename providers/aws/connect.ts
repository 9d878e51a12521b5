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
import { isOpen, type Member, membersOf, organizationRegions } from "./organization.ts";
import { regionFact } from "./regions.ts";
import type { AwsSession } from "./session.ts";
import { AwsSource, sourceName } from "./source.ts";

/** Enters the account of the credentials, or each account that is listed or of the organisation through its role. */
export async function* connect(raw: unknown, context: ConnectContext): AsyncIterable<AccountSession | Gap> {
  const source = AwsSource.parse(raw);
  checkConfiguredRegions(source);
  const home = homeRegion(source, context.environment);
  const base = baseCredentials(source, context.environment, home);
  const own = await identify(source, home, base, context);
  const { open, closed } = await accountsOf(source, base, own, context);
  for (const member of closed) yield skippedMember(source, member);
  const entered = context.caller.each(open, async (account) => {
    const found: (AccountSession | Gap)[] = [];
    for await (const item of enter({ source, home, base, own, account }, context)) found.push(item);
    return found;
  });
  for await (const found of entered) yield* found;
}

/** The accounts to enter, and members of the organisation that nobody can enter. */
async function accountsOf(
  source: AwsSource,
  base: CredentialProvider,
  own: string,
  context: ConnectContext,
): Promise<{ readonly open: readonly string[]; readonly closed: readonly Member[] }> {
  if (source.accounts === "current") return { open: [own], closed: [] };
  if (source.accounts !== "organization") return { open: [...new Set(source.accounts)].sort(), closed: [] };
  const { OrganizationsClient } = await import("@aws-sdk/client-organizations");
  const client = createClients(settingsOf(source, base, context, () => true));
  const region = organizationRegions[source.partition];
  const members = await membersOf(source, own, client(OrganizationsClient, region), context.caller);
  return {
    open: members.filter(isOpen).map(({ id }) => id),
    closed: members.filter((member) => !isOpen(member)),
  };
}

/** Told, so that nobody takes the scan for one of the whole organisation; no mistake of anybody's. */
function skippedMember(source: AwsSource, { id, state }: Member): Gap {
  return {
    kind: "gap",
    scope: { provider: "aws", partition: source.partition, account: id },
    type: "accounts",
    region: null,
    operation: "ListAccounts",
    reason: "skipped",
    detail: `the member account is ${state ?? "closed"} and cannot be entered`,
    resource: null,
  };
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
