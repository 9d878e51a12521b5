import type { CompiledPolicy } from "../../policies/index.ts";
import type { AnyFacts, Approval, Attestation, StoresInQuestion, Subject, SubjectsInQuestion } from "../model/index.ts";
import { daysFrom } from "./days.ts";
import { addStores, factsOfHoldings, type Holdings, noHoldings } from "./holdings.ts";
import { factsOfRoute } from "./route-facts.ts";

/** One thing that rules with a subject are asked about. */
export interface SubjectInQuestion {
  readonly kind: Subject;
  /** As the finding shows it: `operator`, an account, `provider:partition`, the id of an approval. */
  readonly id: string;
  readonly provider: string;
  readonly partition: string;
  readonly account: string;
  readonly approval?: Approval;
  /** Accounts and stores it comprises; none for a route. */
  readonly holdings?: Holdings;
  /** Its facts, and on what attestation the rule asks for. */
  facts(policy: CompiledPolicy): AnyFacts;
  /** The newest attestation that the rule asks for. */
  attestation(policy: CompiledPolicy): Attestation | undefined;
}

/** The operator, its accounts, its platforms and its recorded routes, in this order. Reads `stores` once. */
export function subjectsOf(
  { stores, attestations, reviewedProviders }: SubjectsInQuestion,
  approvals: readonly Approval[],
  asOf: string,
  isUsed: (approval: Approval) => boolean,
): readonly SubjectInQuestion[] {
  const estate = noHoldings();
  const accounts = new Map<string, Group>();
  const platforms = new Map<string, Group>();
  for (const row of stores) {
    addStores(estate, row);
    addStores(groupOf(accounts, row, row.account), row);
    addStores(groupOf(platforms, row, ""), row);
  }
  const isReviewed = ({ provider, partition }: Group): boolean =>
    reviewedProviders.includes(provider) || reviewedProviders.includes(`${provider}:${partition}`);
  const estateFacts = { accounts: BigInt(estate.accounts.size), ...factsOfHoldings(estate) };
  const newest = (policy: CompiledPolicy): Attestation | undefined => newestOf(attestations, policy, asOf);
  const subject = (kind: Subject, id: string, group: Group, own: AnyFacts): SubjectInQuestion => ({
    kind,
    id,
    provider: group.provider,
    partition: group.partition,
    account: group.account,
    holdings: group,
    facts: (policy) => ({ ...own, estate: estateFacts, attestation: factsOfAttestation(newest(policy), asOf) }),
    attestation: newest,
  });
  return [
    subject("operator", "operator", { ...estate, provider: "", partition: "", account: "" }, {}),
    ...[...accounts.values()].map((group) => {
      const { provider, partition, account } = group;
      const own = { provider, partition, id: account, reviewed: isReviewed(group), ...factsOfHoldings(group) };
      return subject("account", account, group, { account: own });
    }),
    ...[...platforms.values()].map((group) => {
      const { provider, partition } = group;
      const count = BigInt(group.accounts.size);
      const own = { provider, partition, accounts: count, reviewed: isReviewed(group), ...factsOfHoldings(group) };
      return subject("platform", `${provider}:${partition}`, group, { platform: own });
    }),
    ...approvals.map((approval): SubjectInQuestion => {
      const own = { approval: factsOfRoute(approval, asOf, isUsed(approval)) };
      return {
        kind: "route",
        id: approval.id,
        provider: "",
        partition: "",
        account: "",
        approval,
        facts: () => own,
        attestation: () => undefined,
      };
    }),
  ];
}

type Group = Holdings & { readonly provider: string; readonly partition: string; readonly account: string };

function groupOf(groups: Map<string, Group>, { provider, partition }: StoresInQuestion, account: string): Group {
  const key = [provider, partition, account].join("\n");
  const group = groups.get(key) ?? { ...noHoldings(), provider, partition, account };
  groups.set(key, group);
  return group;
}

/** Of the id that the rule asks for, and dated on or before the day: what is announced is not done. */
function newestOf(
  attestations: readonly Attestation[],
  { policy }: CompiledPolicy,
  asOf: string,
): Attestation | undefined {
  return attestations
    .filter(({ id, date }) => id === policy.attestation && date <= asOf)
    .sort((a, b) => (a.date < b.date ? 1 : -1))[0];
}

function factsOfAttestation(attestation: Attestation | undefined, asOf: string): Readonly<Record<string, unknown>> {
  if (attestation === undefined) return { recorded: false };
  return {
    recorded: true,
    days: BigInt(daysFrom(attestation.date, asOf)),
    yearsAgo: BigInt(Number(asOf.slice(0, 4)) - Number(attestation.date.slice(0, 4))),
  };
}
