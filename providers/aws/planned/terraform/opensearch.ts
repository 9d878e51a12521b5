import type { PlannedLink, PlannedPart, PlannedShape, PlannedStatements } from "../../../../src/model/index.ts";
import { enabledBlocks, flow, statement } from "../flows.ts";
import { blocks, type Here, textAt } from "../here.ts";
import { policyReach, undecidedPolicy } from "../reach.ts";
import { part, shape } from "../shape.ts";
import { byLogGroup, byName, ownArn } from "../targets.ts";

const type = "aws/opensearch/domain";

/** Searching is done with either method. */
export const searching = ["es:eshttpget", "es:eshttppost"];

export const opensearchShapes: readonly PlannedShape[] = [
  domain("aws_opensearch_domain", "engine_version"),
  domain("aws_elasticsearch_domain", "elasticsearch_version"),
];

function domain(kind: string, version: string): PlannedShape {
  return shape({
    kind,
    type,
    role: "store",
    name: "domain_name",
    arn: ["es", "domain/{}"],
    links: (here) => [...policyReach(here, "access_policies", searching), ...logs(here)],
    attributes: (here) => {
      const anonymous = here.settings.flag("advanced_security_options.anonymous_auth_enabled");
      return {
        vpc: blocks(here, "vpc_options").length > 0,
        ...(anonymous.known && anonymous.value === true ? { anonymousAccess: true } : {}),
      };
    },
    flags: { encrypted: "encrypt_at_rest.enabled", fineGrainedAccess: "advanced_security_options.enabled" },
    texts: { engineVersion: version },
    decides: ["log_publishing_options"],
    unknowns: (here) => undecidedPolicy(here, "access_policies"),
    weigh: weighDomain,
  });
}

/** In a network of one's own, or where the domain itself asks who is there, a policy for everyone opens it to nobody more. */
export function weighDomain({ links, attributes }: PlannedStatements): PlannedStatements {
  const asksWho = attributes["fineGrainedAccess"] === true && attributes["anonymousAccess"] !== true;
  const isClosed = asksWho || attributes["vpc"] === true;
  return {
    links: isClosed ? links.filter(({ kind, target }) => kind !== "reachable-from" || target.party !== "*") : links,
    attributes,
  };
}

export const opensearchParts: readonly PlannedPart[] = [
  ...["aws_opensearch_domain_policy", "aws_elasticsearch_domain_policy"].map((kind) =>
    part({
      kind,
      type,
      of: ["domain_name", byName("es", "domain/")],
      links: (here) => policyReach(here, "access_policies", searching),
      unknowns: (here) => undecidedPolicy(here, "access_policies"),
    }),
  ),
  part({
    // The local domain searches or follows the remote one, which is so reachable from it.
    kind: "aws_opensearch_outbound_connection",
    type,
    of: ["local_domain_info.domain_name", byName("es", "domain/")],
    links: (here) => {
      const [name, region] = ["domain_name", "region"].map((path) => textAt(here, `remote_domain_info.${path}`));
      const owner = textAt(here, "remote_domain_info.owner_id");
      const [address] = here.settings.refs("remote_domain_info.domain_name");
      const id = name === undefined ? undefined : ownArn({ ...here, account: owner }, "es", `domain/${name}`, region);
      const target = {
        ...(address === undefined ? {} : { address }),
        ...(id === undefined ? {} : { id }),
        ...(region === undefined ? {} : { place: { region } }),
      };
      const value = `${name ?? "a domain"} in ${region ?? "?"}`;
      return [statement(here, "reachable-from", target, "remote_domain_info", value, "from")];
    },
  }),
];

/** Slow logs hold what was searched and indexed. */
function logs(here: Here): readonly PlannedLink[] {
  return enabledBlocks(here, "log_publishing_options", "enabled", "true").flatMap((option) =>
    flow(option, "logs-to", "to", "cloudwatch_log_group_arn", byLogGroup),
  );
}
