import { hash } from "node:crypto";
import type { Edge } from "../model/index.ts";
import type { SubjectInQuestion } from "./subjects.ts";

/** 80 bits: among a million findings two share an id with a probability below one in a million million. */
const length = 20;

/** The finding's id: policy, resource, edge kind and other end; nothing that changes between two scans. */
export function edgeFingerprint(policy: string, resource: string, edge: Edge, foldsCase: boolean): string {
  const spell = (text: string): string => (foldsCase ? text.toLowerCase() : text);
  const end = edge.to === null ? ["party", edge.party, edge.place.region] : ["to", spell(edge.to)];
  return digest([policy, spell(resource), edge.kind, ...end]);
}

export function accountFingerprint(
  policy: string,
  { provider, partition, account }: { readonly provider: string; readonly partition: string; readonly account: string },
  variant: string,
): string {
  return digest([policy, "account", provider, partition, account, variant]);
}

export function subjectFingerprint(
  policy: string,
  { kind, id, provider, partition }: Pick<SubjectInQuestion, "kind" | "id" | "provider" | "partition">,
): string {
  return digest([policy, "subject", kind, ...(kind === "account" ? [provider, partition] : []), id]);
}

function digest(parts: readonly (string | null)[]): string {
  return hash("sha256", JSON.stringify(parts), "hex").slice(0, length);
}
