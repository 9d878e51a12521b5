import type { DomainStatus } from "@aws-sdk/client-opensearch";
import { type Caller, type Known, known, type Link, type Scope } from "../../../src/model/index.ts";
import { letsEveryoneRead, parsePolicy, type ResourcePolicy, readersOf } from "../resource-policy.ts";
import { arnTarget, logGroupOfArn } from "../targets.ts";

/** Actions by which a domain gives out what it holds: searching is done with either method. */
const reading = ["es:eshttpget", "es:eshttppost"];
const source = "opensearch:DescribeDomains";

/** Who a domain lets in by its own policy, and where its logs go. */
export async function domainLinks(
  domain: DomainStatus,
  arn: string,
  own: Scope,
  caller: Caller,
): Promise<readonly Link[]> {
  const policy = await readPolicy(domain, arn, caller);
  return [...(policy.known && policy.value !== null ? readers(domain, policy.value, own) : []), ...logs(domain, own)];
}

/** The policy came with the list. One that cannot be read is a gap of this domain, not the end of the list. */
async function readPolicy(
  { AccessPolicies: text }: DomainStatus,
  arn: string,
  caller: Caller,
): Promise<Known<ResourcePolicy | null>> {
  if (text === undefined || text === "") return known(null);
  return caller.ask("DescribeDomains", arn, async () => parsePolicy(text, "access policy"));
}

/**
 * An endpoint outside a VPC whose policy lets everyone search is open to everyone, unless the domain itself asks who is there:
 * then the policy is commonly left open.
 */
function readers(domain: DomainStatus, policy: ResourcePolicy, own: Scope): readonly Link[] {
  const { AdvancedSecurityOptions: security } = domain;
  const asksWho = security?.Enabled === true && security.AnonymousAuthEnabled !== true;
  const isOpen = domain.VPCOptions?.VPCId === undefined && !asksWho && letsEveryoneRead(policy, reading);
  const reach = (party: string, value: string): Link => ({
    kind: "reachable-from",
    direction: "to",
    target: { party },
    evidence: { source, field: "DomainStatusList[].AccessPolicies.Statement[].Principal", value },
  });
  return [
    ...(isOpen ? [reach("*", "*")] : []),
    ...readersOf(policy, own.account, reading).map(({ party, value }) => reach(party, value)),
  ];
}

/** Slow logs hold what was searched and indexed. */
function logs({ LogPublishingOptions: options }: DomainStatus, own: Scope): readonly Link[] {
  const groups = new Map<string, Link>();
  for (const [kind, option] of Object.entries(options ?? {})) {
    const arn = option?.CloudWatchLogsLogGroupArn;
    if (option?.Enabled !== true || arn === undefined || arn === "") continue;
    const id = logGroupOfArn(arn);
    const field = `DomainStatusList[].LogPublishingOptions.${kind}.CloudWatchLogsLogGroupArn`;
    if (groups.has(id)) continue;
    const target = arnTarget(id, own);
    groups.set(id, { kind: "logs-to", direction: "to", target, evidence: { source, field, value: arn } });
  }
  return [...groups.values()];
}
