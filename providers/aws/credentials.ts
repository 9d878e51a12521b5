import type { STSClient } from "@aws-sdk/client-sts";
import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import { fromNodeProviderChain } from "@aws-sdk/credential-providers";
import { required } from "./answer.ts";
import type { AwsSource } from "./source.ts";

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

export type CredentialProvider = () => Promise<Credentials>;

/** Where the SDK's chain looks, in its order; for the message when it finds nothing. */
export const chain =
  "environment variables, SSO, shared config and credentials files, process, web identity token, container and instance role";

/** Credentials of a source: its profile, else the keys in the environment, else the SDK's chain. */
export function baseCredentials(
  source: AwsSource,
  environment: Readonly<Record<string, string | undefined>>,
  region: string,
): CredentialProvider {
  const accessKeyId = environment["AWS_ACCESS_KEY_ID"];
  const secretAccessKey = environment["AWS_SECRET_ACCESS_KEY"];
  const sessionToken = environment["AWS_SESSION_TOKEN"];
  const profile = source.profile ?? environment["AWS_PROFILE"];
  if (profile === undefined && accessKeyId && secretAccessKey) {
    return async () => ({ accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) });
  }
  // The region is the source's own: a role named in a profile is entered at an STS of the same partition.
  return fromNodeProviderChain({ clientConfig: { region }, ...(profile === undefined ? {} : { profile }) });
}

const sessionName = "jingnei";
/** Renewed this long before it ends, so that no call goes out with a token about to expire. */
const renewBeforeMs = 5 * 60_000;

/** Enters a role; one AssumeRole serves all clients of the account until shortly before it expires. */
export function assumedCredentials(sts: STSClient, roleArn: string): CredentialProvider {
  let current: { readonly until: number; readonly credentials: Promise<Credentials> } | undefined;
  return async () => {
    if (current === undefined || Date.now() >= current.until) {
      // Until the answer tells when it ends, calls that come meanwhile share the same request.
      const credentials = assumeRole(sts, roleArn);
      current = { until: Number.POSITIVE_INFINITY, credentials };
      try {
        const { expiration } = await credentials;
        current = { until: (expiration?.getTime() ?? Number.POSITIVE_INFINITY) - renewBeforeMs, credentials };
      } catch (error) {
        current = undefined;
        throw error;
      }
    }
    return current.credentials;
  };
}

async function assumeRole(sts: STSClient, roleArn: string): Promise<Credentials> {
  const answer = await sts.send(new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: sessionName }));
  const credentials = required(answer.Credentials, "Credentials");
  return {
    accessKeyId: required(credentials.AccessKeyId, "Credentials.AccessKeyId"),
    secretAccessKey: required(credentials.SecretAccessKey, "Credentials.SecretAccessKey"),
    sessionToken: required(credentials.SessionToken, "Credentials.SessionToken"),
    ...(credentials.Expiration === undefined ? {} : { expiration: credentials.Expiration }),
  };
}
