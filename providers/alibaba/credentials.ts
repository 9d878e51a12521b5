import { homedir } from "node:os";
import { join } from "node:path";
import { JingneiError } from "../../src/model/index.ts";
import type { CredentialProvider, Credentials, RoleToAssume } from "./credential.ts";
import { instanceRole } from "./instance-role.ts";
import { type Profile, readProfile } from "./profile-file.ts";

export interface CredentialChoice {
  /** Where they came from, in words for the user. */
  readonly origin: string;
  readonly provider: CredentialProvider;
  readonly assume?: RoleToAssume;
}

export interface CredentialQuery {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** `profile` of the source entry: asked before the environment when given. */
  readonly profile?: string | undefined;
  /** Never look for an instance role: set where an endpoint is configured, since that is no real cloud. */
  readonly withoutInstanceRole: boolean;
  /** Where the instance metadata service answers; another address only in tests. */
  readonly metadataUrl?: string;
}

/**
 * The first of: the source's own profile, `ALIBABA_CLOUD_ACCESS_KEY_ID` with its secret (and token), the profile file, the
 * role of the ECS instance.
 * @throws JingneiError `credential`, naming what was tried and what to set.
 */
export async function findCredentials(query: CredentialQuery): Promise<CredentialChoice> {
  const { environment } = query;
  if (query.profile === undefined) {
    const fixed = fromEnvironment(environment);
    if (fixed !== undefined) return { origin: "the environment", provider: async () => fixed };
  }
  const file = join(environment["HOME"] || homedir(), ".aliyun", "config.json");
  const wanted = query.profile ?? (environment["ALIBABA_CLOUD_PROFILE"] || undefined);
  const profile = await readProfile(file, wanted);
  if (profile !== undefined) return fromProfile(profile, query);
  if (wanted !== undefined) throw missing(query, file, "skipped");

  const roleName = environment["ALIBABA_CLOUD_ECS_METADATA"] || undefined;
  const disabled = environment["ALIBABA_CLOUD_ECS_METADATA_DISABLED"]?.toLowerCase() === "true";
  const metadata = query.withoutInstanceRole || (disabled && roleName === undefined) ? "skipped" : "tried";
  if (metadata === "tried") {
    const provider = await instanceRole({ roleName, url: query.metadataUrl });
    if (provider !== undefined) return { origin: "the role of this ECS instance", provider };
  }
  throw missing(query, file, metadata);
}

function fromEnvironment(environment: CredentialQuery["environment"]): Credentials | undefined {
  const accessKeyId = environment["ALIBABA_CLOUD_ACCESS_KEY_ID"];
  const accessKeySecret = environment["ALIBABA_CLOUD_ACCESS_KEY_SECRET"];
  const securityToken = environment["ALIBABA_CLOUD_SECURITY_TOKEN"];
  if (!accessKeyId && !accessKeySecret) return undefined;
  if (!accessKeyId || !accessKeySecret) {
    const absent = accessKeyId ? "ALIBABA_CLOUD_ACCESS_KEY_SECRET" : "ALIBABA_CLOUD_ACCESS_KEY_ID";
    throw new JingneiError(
      "credential",
      `Alibaba Cloud: half of an access key is in the environment, ${absent} is missing`,
      `Set ${absent}, or remove the other half to use the profile file.`,
    );
  }
  return securityToken ? { accessKeyId, accessKeySecret, securityToken } : { accessKeyId, accessKeySecret };
}

async function fromProfile(profile: Profile, query: CredentialQuery): Promise<CredentialChoice> {
  const origin = `profile "${profile.name}" of ${profile.file}`;
  if (profile.kind === "keys") {
    const { credentials } = profile;
    return {
      origin,
      provider: async () => credentials,
      ...(profile.assume === undefined ? {} : { assume: profile.assume }),
    };
  }
  const provider = query.withoutInstanceRole
    ? undefined
    : await instanceRole({ roleName: profile.roleName, url: query.metadataUrl });
  if (provider !== undefined) return { origin: `${origin}, the role of this ECS instance`, provider };
  throw new JingneiError(
    "credential",
    `Alibaba Cloud: ${origin} uses the role of an ECS instance, but its metadata service gave none`,
    "Run on the instance that has the role, or choose a profile of mode AK, StsToken or RamRoleArn.",
  );
}

function missing(query: CredentialQuery, file: string, metadata: "tried" | "skipped"): JingneiError {
  const wanted = query.profile ?? query.environment["ALIBABA_CLOUD_PROFILE"];
  const tried = [
    query.profile === undefined
      ? "ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET (not set)"
      : undefined,
    wanted ? `profile "${wanted}" of ${file} (not found)` : `${file} (no profile found)`,
    metadata === "tried" ? "the role of an ECS instance (none)" : undefined,
  ].filter((step) => step !== undefined);
  return new JingneiError(
    "credential",
    `Alibaba Cloud: no credentials. Tried ${tried.join(", then ")}`,
    "Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET (and ALIBABA_CLOUD_SECURITY_TOKEN for temporary keys), or name a `profile:` of ~/.aliyun/config.json in jingnei.yaml.",
  );
}
