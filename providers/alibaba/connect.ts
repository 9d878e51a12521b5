import { type ConnectContext, type Gap, JingneiError, type Scope } from "../../src/model/index.ts";
import { type AccountRegions, assumedRegions, compareRegions, liveRegions } from "./account-regions.ts";
import type { CredentialProvider } from "./credential.ts";
import { findCredentials } from "./credentials.ts";
import { describeError, refusesCredentials } from "./errors.ts";
import { createOss } from "./oss.ts";
import { knownRegion, regions } from "./regions.ts";
import { directoryAccounts } from "./resource-directory.ts";
import { createRoa } from "./roa.ts";
import { createRpc, type WireOptions } from "./rpc.ts";
import type { AlibabaSession } from "./session.ts";
import { createSls } from "./sls.ts";
import { AlibabaSource } from "./source.ts";
import { assumeRole, callerAccount } from "./sts.ts";

/** Region whose hosts answer what belongs to no region: identity, the list of regions, the list of buckets. */
const mainSite = "cn-hangzhou";

/**
 * Enters the accounts of a source. An account that cannot be entered is a gap; a source without usable credentials is an
 * error for the user.
 */
export async function* connect(source: unknown, context: ConnectContext): AsyncGenerator<AlibabaSession | Gap> {
  const entry = AlibabaSource.parse(source);
  const door = await knock(entry, context);
  for await (const uid of accountsOf(door)) {
    if (typeof uid !== "string") {
      yield uid;
      continue;
    }
    const credentials = await credentialsFor(door, uid);
    if (typeof credentials === "function") yield* enter(door, uid, credentials);
    else yield credentials;
  }
}

/** A source whose credentials were found and accepted. */
interface Door {
  readonly entry: AlibabaSource;
  readonly context: ConnectContext;
  readonly home: string;
  readonly credentials: CredentialProvider;
  /** Account that the credentials belong to. */
  readonly account: string;
}

async function knock(entry: AlibabaSource, context: ConnectContext): Promise<Door> {
  if (entry.accounts === "resource-directory" && entry.role === undefined) throw directoryWithoutRole();
  const { environment, caller } = context;
  const home = homeRegion(entry);
  const choice = await findCredentials({
    environment,
    profile: entry.profile,
    withoutInstanceRole: entry.endpoint !== undefined,
  });
  try {
    const found = createRpc(wire(entry, context, choice.provider));
    const { assume } = choice;
    const credentials = assume === undefined ? choice.provider : await assumeRole(found, home, caller, assume);
    const rpc = assume === undefined ? found : createRpc(wire(entry, context, credentials));
    return { entry, context, home, credentials, account: await callerAccount(rpc, home, caller) };
  } catch (error) {
    throw refusesCredentials(error) ? refused(choice.origin, error) : error;
  }
}

function wire(entry: AlibabaSource, context: ConnectContext, credentials: CredentialProvider): WireOptions {
  const { timeoutMs, contacted } = context;
  return { credentials, endpoint: entry.endpoint, timeoutMs, contacted: (host) => contacted(host) };
}

/** Uids of the accounts to enter, and what keeps others from being known. */
async function* accountsOf(door: Door): AsyncGenerator<string | Gap> {
  const { entry, context, account } = door;
  if (Array.isArray(entry.accounts)) yield* entry.accounts;
  else if (entry.accounts === "current") yield account;
  else {
    const rpc = createRpc(wire(entry, context, door.credentials));
    const found = await directoryAccounts(rpc, entry.site ?? "china", context.caller, account);
    for (const { operation, error } of found.failed) yield gapFor(context, account, "accounts", operation, error);
    yield* found.accounts;
  }
}

async function credentialsFor(door: Door, uid: string): Promise<CredentialProvider | Gap> {
  const { entry, context, home, credentials } = door;
  if (entry.accounts === "resource-directory" && uid === door.account) return credentials;
  if (entry.role === undefined) {
    if (uid === door.account) return credentials;
    throw roleMissing(uid, door.account);
  }
  const rpc = createRpc(wire(entry, context, credentials));
  const role = { arn: `acs:ram::${uid}:role/${entry.role}`, sessionName: "jingnei" };
  try {
    return await assumeRole(rpc, home, context.caller, role);
  } catch (error) {
    return gapFor(context, uid, "accounts", "AssumeRole", error);
  }
}

async function* enter(
  { entry, context, home }: Door,
  account: string,
  credentials: CredentialProvider,
): AsyncGenerator<AlibabaSession | Gap> {
  const options = wire(entry, context, credentials);
  const rpc = createRpc(options);
  let scanned: AccountRegions;
  try {
    scanned = compareRegions(await liveRegions(rpc, home, context.caller), entry.regions);
  } catch (error) {
    yield gapFor(context, account, "regions", "DescribeRegions", error);
    scanned = assumedRegions(entry.regions);
  }
  const doors = { rpc, oss: createOss({ ...options, home }), sls: createSls(options), roa: createRoa(options) };
  yield { scope: scopeOf(account), ...scanned, ...doors };
}

/** What a call of an account that is not entered yet left unknown. Interruptions and the user's own mistakes go on up. */
function gapFor(context: ConnectContext, account: string, type: string, operation: string, error: unknown): Gap {
  if (context.signal.aborted || error instanceof JingneiError) throw error;
  const { reason, code, message } = describeError(error);
  const detail = message === "" ? code : `${code}: ${message}`;
  return { kind: "gap", scope: scopeOf(account), type, region: null, operation, reason, detail, resource: null };
}

function scopeOf(account: string): Scope {
  return { provider: "alibaba", partition: "alibaba", account };
}

/** A source that names its regions is asked in one of them; the main site answers for every account of the public cloud. */
function homeRegion(entry: AlibabaSource): string {
  const wished = entry.regions === "all" ? [] : entry.regions.map((region) => knownRegion(region));
  const open = wished.filter((id) => regions.some((row) => row.id === id && row.status === "active"));
  return open.includes(mainSite) ? mainSite : (open[0] ?? mainSite);
}

function directoryWithoutRole(): JingneiError {
  return new JingneiError(
    "config",
    "Alibaba Cloud: `accounts: resource-directory` is given without the role to enter its members by",
    "Give the RAM role to assume in each member as `role:`, such as ResourceDirectoryAccountAccessRole.",
  );
}

function roleMissing(uid: string, own: string): JingneiError {
  return new JingneiError(
    "config",
    `Alibaba Cloud: account ${uid} is not the account of the credentials (${own}), and no role is given to enter it`,
    "Give the RAM role to assume in each account of the list as `role:`.",
  );
}

function refused(origin: string, error: unknown): JingneiError {
  return new JingneiError(
    "credential",
    `Alibaba Cloud does not accept the access key from ${origin} (${describeError(error).code})`,
    "Check that the key exists, is enabled and belongs to its secret, and that temporary keys have not expired.",
  );
}
