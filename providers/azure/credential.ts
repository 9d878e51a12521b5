import type { AccessToken, GetTokenOptions, TokenCredential } from "@azure/identity";
import { type ConnectContext, JingneiError } from "../../src/model/index.ts";
import { clouds } from "./clouds.ts";
import { describeError } from "./errors.ts";
import type { AzureSource } from "./source.ts";

/** Milliseconds before its end at which a token is no longer handed out. */
const margin = 5 * 60_000;

/**
 * The credential of a source entry: the token of the environment variable it names, else the SDK's default chain with the
 * right authority.
 * @throws JingneiError `credential` where there is none.
 */
export async function credentialOf(source: AzureSource, context: ConnectContext): Promise<TokenCredential> {
  if (source.token !== undefined) return staticToken(source, source.token.env, context);
  const cloud = clouds[source.cloud];
  const { DefaultAzureCredential } = await import("@azure/identity");
  const credential = cached(
    new DefaultAzureCredential({
      authorityHost: cloud.authority,
      ...(source.tenant === undefined ? {} : { tenantId: source.tenant }),
      additionalPolicies: [
        {
          position: "perRetry",
          policy: {
            name: "jingneiContacted",
            sendRequest(request, next) {
              context.contacted(new URL(request.url).host);
              return next(request);
            },
          },
        },
      ],
    }),
  );
  await proveCredential(credential, source, context.signal);
  return credential;
}

/** Asks for the first token before any call, since the chain may take longer than a call may. */
export async function proveCredential(
  credential: TokenCredential,
  source: AzureSource,
  signal: AbortSignal,
): Promise<void> {
  const cloud = clouds[source.cloud];
  try {
    await credential.getToken(cloud.scope, { abortSignal: signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new JingneiError(
      "credential",
      `azure (cloud: ${source.cloud}): ${describeError(error).message}. Tried the default chain at ${cloud.authority}: ` +
        "environment, workload identity, managed identity, Visual Studio Code, Azure CLI, Azure PowerShell, Azure Developer CLI.",
      "Set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET (or AZURE_CLIENT_CERTIFICATE_PATH), sign in with " +
        "`az login`, or name a variable that holds a token: `token: { env: AZURE_ACCESS_TOKEN }`.",
    );
  }
}

function staticToken(source: AzureSource, name: string, context: ConnectContext): TokenCredential {
  const token = context.environment[name]?.trim();
  if (token === undefined || token === "") {
    throw new JingneiError(
      "credential",
      `azure (cloud: ${source.cloud}): the environment variable ${name} is not set; nothing else was tried.`,
      `Set ${name} to a Resource Manager access token for ${clouds[source.cloud].scope}, or leave \`token\` out to use the default chain.`,
    );
  }
  // It cannot be renewed, so its end does not matter to the SDK.
  return { getToken: async () => ({ token, expiresOnTimestamp: Number.MAX_SAFE_INTEGER }) };
}

/** One token for all clients of the run: some members of the chain start a program for each. */
function cached(credential: TokenCredential): TokenCredential {
  const held = new Map<string, Promise<AccessToken | null>>();
  return {
    async getToken(scopes: string | string[], options?: GetTokenOptions): Promise<AccessToken | null> {
      // A claims challenge wants a new token.
      if (options?.claims !== undefined) return credential.getToken(scopes, options);
      const key = JSON.stringify([scopes, options?.enableCae, options?.tenantId]);
      const earlier = await held.get(key);
      if (earlier !== null && earlier !== undefined && earlier.expiresOnTimestamp > Date.now() + margin) return earlier;
      const asked = credential.getToken(scopes, options);
      held.set(key, asked);
      asked.catch(() => held.delete(key));
      return asked;
    },
  };
}
