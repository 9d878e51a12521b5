import type { Subscription } from "@azure/arm-resources-subscriptions";
import type { TokenCredential } from "@azure/identity";
import type { AccountSession, ConnectContext, Gap } from "../../src/model/index.ts";
import { createArm } from "./arm.ts";
import { createBlobService } from "./blob.ts";
import { clouds } from "./clouds.ts";
import { credentialOf } from "./credential.ts";
import { descendantsOperation, subscriptionsBelow } from "./management-group.ts";
import { azureRegions, normalLocation } from "./regions.ts";
import type { AzureSession } from "./session.ts";
import { AzureSource } from "./source.ts";

/** What entering subscriptions calls. */
export const connectOperations = [
  {
    operation: descendantsOperation,
    permission: "Microsoft.Management/managementGroups/descendants/read",
    with: "managementGroup",
  },
  { operation: "Subscriptions_List", permission: "Microsoft.Resources/subscriptions/read" },
  { operation: "Subscriptions_Get", permission: "Microsoft.Resources/subscriptions/read" },
  { operation: "Subscriptions_ListLocations", permission: "Microsoft.Resources/subscriptions/locations/read" },
] as const;

const apiVersion = "2022-12-01";

/** Enters the subscriptions of one source entry: a session each, or a gap for one that holds nothing any more. */
export async function* connect(source: unknown, context: ConnectContext): AsyncGenerator<AccountSession | Gap> {
  const settings = AzureSource.parse(source);
  yield* enterSubscriptions(settings, await credentialOf(settings, context), context);
}

/** As `connect`, with the credential given. */
export async function* enterSubscriptions(
  source: AzureSource,
  credential: TokenCredential,
  context: ConnectContext,
): AsyncGenerator<AccountSession | Gap> {
  const { caller } = context;
  const cloud = clouds[source.cloud];
  const arm = createArm(source.endpoint ?? cloud.endpoint, cloud.scope, (host) => context.contacted(host));
  const blob = createBlobService({ endpoint: source.endpoint, cloud, credential, contacted: context.contacted });
  const { SubscriptionClient } = await import("@azure/arm-resources-subscriptions");
  const client = new SubscriptionClient(credential, arm.clientOptions(apiVersion));
  const wanted = source.regions === "all" ? null : new Set(source.regions.map(normalLocation));

  const meant =
    source.managementGroup === undefined
      ? null
      : await subscriptionsBelow(source.managementGroup, credential, arm, caller);
  const unseen = new Set(meant ?? []);

  async function* subscriptions(): AsyncGenerator<Subscription> {
    if (source.subscriptions === "all") {
      const list = caller.pages("Subscriptions_List", (link, signal) =>
        arm.page(client.subscriptions.list(), link, signal),
      );
      for await (const page of list) {
        for (const subscription of page) {
          const id = subscription.subscriptionId?.toLowerCase();
          if (id !== undefined) unseen.delete(id);
          if (meant === null || id === undefined || meant.has(id)) yield subscription;
        }
      }
      return;
    }
    for (const id of new Set(source.subscriptions.map((given) => given.toLowerCase()))) {
      const found = await caller.ask("Subscriptions_Get", `/subscriptions/${id}`, (signal) =>
        arm.send(signal, () => client.subscriptions.get(id)),
      );
      if (found.known && found.value !== null) yield found.value;
    }
  }

  async function enter(subscription: Subscription): Promise<readonly (AzureSession | Gap)[]> {
    const { subscriptionId: account, state } = subscription;
    if (account === undefined) return [accountGap("-", "malformed", "a subscription without an id")];
    if (state === "Deleted") return [accountGap(account, "not-enabled", "the subscription's state is Deleted")];
    const live = await caller.ask("Subscriptions_ListLocations", `/subscriptions/${account}`, (signal) =>
      arm.all(client.subscriptions.listLocations(account), signal),
    );
    const physical = new Set(
      (live.known ? (live.value ?? []) : [])
        .filter((location) => location.metadata?.regionType !== "Logical" && location.type !== "EdgeZone")
        .flatMap((location) => (typeof location.name === "string" ? [normalLocation(location.name)] : [])),
    );
    const session: AzureSession = {
      scope: { provider: "azure", partition: cloud.partition, account },
      regions: [...physical].filter((region) => wanted?.has(region) ?? true).sort(),
      excluded: wanted === null ? [] : [...physical].filter((region) => !wanted.has(region)).sort(),
      notEnabled: live.known ? [...(wanted ?? [])].filter((region) => !physical.has(region)).sort() : [],
      regionDifferences: live.known ? differences(physical, cloud.partition) : [],
      arm,
      credential,
      cloud,
      blob,
      wanted,
    };
    // Its data stays and can still be read, so it is entered all the same.
    const disabled = accountGap(
      account,
      "not-enabled",
      "the subscription's state is Disabled; what it still holds is read",
    );
    return state === "Disabled" ? [disabled, session] : [session];
  }

  function accountGap(account: string, reason: Gap["reason"], detail: string): Gap {
    return {
      kind: "gap",
      scope: { provider: "azure", partition: cloud.partition, account },
      type: "accounts",
      region: null,
      operation: entering,
      reason,
      detail,
      resource: null,
    };
  }

  const listing = source.subscriptions === "all" ? "Subscriptions_List" : "Subscriptions_Get";
  const entering = meant === null ? listing : descendantsOperation;
  let seen = 0;
  for await (const entered of caller.each(subscriptions(), enter)) {
    seen++;
    yield* entered;
  }
  for (const account of [...unseen].sort()) {
    const detail = "it lies below the management group, but the credential does not see it; it needs the role Reader";
    yield accountGap(account, "denied", detail);
    seen++;
  }
  // An empty list is how Resource Manager says that the credential may see nothing; it must not read as an empty estate.
  if (seen === 0 && source.subscriptions === "all") {
    yield accountGap(source.tenant ?? "-", "denied", "the credential sees no subscription; it needs the role Reader");
  }
}

function differences(live: ReadonlySet<string>, partition: string): AzureSession["regionDifferences"] {
  const rows = azureRegions.filter((region) => region.partition === partition && region.kind === "region");
  const table = new Set(rows.map((region) => region.id));
  const absent = rows.filter((region) => region.status === "active" && !live.has(region.id));
  return [
    ...[...live]
      .filter((region) => !table.has(region))
      .map((region) => ({ region, difference: "not-in-table" as const })),
    ...absent.map((region) => ({ region: region.id, difference: "not-live" as const })),
  ].sort((one, other) => (one.region < other.region ? -1 : 1));
}
