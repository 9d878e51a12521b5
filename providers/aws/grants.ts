import type { Known, Link } from "../../src/model/index.ts";

interface Grant {
  readonly Group?: string | undefined;
  readonly UserId?: string | undefined;
  readonly OrganizationArn?: string | undefined;
  readonly OrganizationalUnitArn?: string | undefined;
}

interface Whence {
  /** The account that grants: a grant to itself opens nothing. */
  readonly own: string;
  readonly source: string;
  readonly field: string;
}

/** Grants on a snapshot or image as links: to everyone (`*`), to an account, to an organisation by its ARN. */
export function grants(permissions: Known<readonly Grant[] | null>, whence: Whence): readonly Link[] {
  if (!permissions.known || permissions.value === null) return [];
  const links = new Map<string, Link>();
  for (const grant of permissions.value) {
    const party = partyOf(grant);
    if (party === undefined || party.name === whence.own) continue;
    links.set(party.name, {
      kind: "shared-with",
      direction: "to",
      target: { party: party.name },
      // Without the position: the API gives no order for these.
      evidence: { source: whence.source, field: `${whence.field}[].${party.field}`, value: party.value },
    });
  }
  return [...links.values()].sort((a, b) => ((a.target.party ?? "") < (b.target.party ?? "") ? -1 : 1));
}

function partyOf(grant: Grant): { readonly name: string; readonly field: string; readonly value: string } | undefined {
  if (grant.Group === "all") return { name: "*", field: "Group", value: "all" };
  for (const field of ["UserId", "OrganizationArn", "OrganizationalUnitArn"] as const) {
    const value = grant[field];
    if (value !== undefined && value !== "") return { name: value, field, value };
  }
  return undefined;
}
