import type { AzureCloudFacts } from "./clouds.ts";

/** Subscription that an ARM resource id lies in. */
export function subscriptionOf(id: string): string | undefined {
  return /^\/subscriptions\/([^/]+)/i.exec(id)?.[1]?.toLowerCase();
}

/** Resource group and name of a top-level resource, as its child operations want them. */
export function groupAndName(id: string): { readonly group: string; readonly name: string } | undefined {
  const found = /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)\/providers\/[^/]+\/[^/]+\/([^/]+)$/i.exec(id);
  const [group, name] = [found?.[1], found?.[2]];
  return group === undefined || name === undefined ? undefined : { group, name };
}

export function isArmId(text: string): boolean {
  return subscriptionOf(text) !== undefined;
}

/**
 * Host of a blob URL, by which a storage account is known in its whole cloud. Nothing else of the URL is kept: it may carry a
 * shared access signature.
 */
export function blobHostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase() : undefined;
}

/** The name under which a storage account can be pointed at where only its account name is told. Names are unique in a cloud. */
export function blobHostOfAccount(account: string, cloud: AzureCloudFacts): string {
  return `${account.toLowerCase()}.${cloud.blobSuffix}`;
}
