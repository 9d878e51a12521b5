import type { Subscription } from "@aws-sdk/client-sns";
import type { Link, LinkTarget, Scope } from "../../../src/model/index.ts";
import { arnTarget, functionOfArn, hostOf, hostTarget } from "../targets.ts";

/** A subscription and the call that told of it. */
export interface ToldSubscription extends Subscription {
  readonly source: string;
}

/** Nothing is delivered before the other end has agreed, and no more once it was taken away. */
export function isConfirmed({ SubscriptionArn }: Subscription): boolean {
  return SubscriptionArn?.startsWith("arn:") === true;
}

/** Where a topic's messages go: one link for each other end, however many subscriptions lead there. */
export function subscriptionLinks(subscriptions: readonly ToldSubscription[], scope: Scope): readonly Link[] {
  const links = new Map<string, Link>();
  for (const subscription of subscriptions.filter(isConfirmed)) {
    const end = otherEnd(subscription, scope);
    if (end === undefined) continue;
    const key = end.target.id ?? end.target.party ?? "";
    links.set(key, {
      kind: "streams-to",
      direction: "to",
      target: end.target,
      evidence: { source: subscription.source, field: `Subscriptions[].${end.field}`, value: end.value },
    });
  }
  return [...links].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);
}

interface OtherEnd {
  readonly target: LinkTarget;
  readonly field: "Endpoint" | "Protocol";
  readonly value: string;
}

/** Of a web address only the host is kept; a mailbox, a phone or a device is somebody's own and only its kind is told. */
function otherEnd({ Protocol, Endpoint = "" }: Subscription, scope: Scope): OtherEnd | undefined {
  if (Protocol === "http" || Protocol === "https") {
    const host = hostOf(Endpoint);
    if (host !== undefined) return { target: hostTarget(host), field: "Endpoint", value: host };
  }
  if (["sqs", "lambda", "firehose"].includes(Protocol ?? "") && Endpoint.startsWith("arn:")) {
    return { target: arnTarget(functionOfArn(Endpoint), scope), field: "Endpoint", value: Endpoint };
  }
  const kind = Protocol === "email-json" ? "email" : Protocol;
  return kind ? { target: { party: kind }, field: "Protocol", value: kind } : undefined;
}
