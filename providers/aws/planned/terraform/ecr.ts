import type { PlannedLink, PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { regionFlow, statement } from "../flows.ts";
import { blocks, type Here, textAt } from "../here.ts";
import { policyReach, undecidedPolicy } from "../reach.ts";
import { part, shape } from "../shape.ts";
import { byName, ownArn } from "../targets.ts";

export const pulling = ["ecr:batchgetimage", "ecr:getdownloadurlforlayer"];

export const ecrShapes: readonly PlannedShape[] = [
  shape({
    kind: "aws_ecr_repository",
    type: "aws/ecr/repository",
    role: "store",
    name: "name",
    arn: ["ecr", "repository/{}"],
    links: (here) =>
      registryOf(here).map((id) => statement(here, "part-of", { id }, "name", textAt(here, "name") ?? "")),
    attributes: (here) => {
      const encryption = textAt(here, "encryption_configuration.encryption_type");
      return encryption === undefined ? {} : { encrypted: true, encryption };
    },
  }),
  shape({
    // A setting of the account's registry in the region, which holds whatever its repositories hold.
    kind: "aws_ecr_replication_configuration",
    type: "aws/ecr/registry",
    role: "store",
    aliases: registryOf,
    links: (here) =>
      blocks(here, "replication_configuration.rule").flatMap((rule) =>
        blocks(rule, "destination").flatMap((to) => registryReplica(to, "region", "registry_id")),
      ),
    decides: ["replication_configuration", "replication_configuration.rule"],
  }),
];

export const ecrParts: readonly PlannedPart[] = [
  part({
    kind: "aws_ecr_repository_policy",
    type: "aws/ecr/repository",
    of: ["repository", byName("ecr", "repository/")],
    links: (here) => policyReach(here, "policy", pulling),
    unknowns: (here) => undecidedPolicy(here, "policy"),
  }),
];

/** The registry of an account and region; what its repositories of the change are classed as, it holds. */
export function registryOf(here: Here): readonly string[] {
  return [ownArn(here, "ecr", "registry")].filter((id) => id !== undefined);
}

/** To the same registry of another region, or to another one. */
export function registryReplica(to: Here, regionPath: string, registryPath: string): readonly PlannedLink[] {
  const registry = textAt(to, registryPath);
  const isOther = registry !== undefined && to.account !== undefined && registry !== to.account;
  return regionFlow(to, "replicates-to", regionPath, (_, region) => ({
    ...(region === undefined ? {} : { place: { region } }),
    ...(isOther ? { party: registry } : {}),
  })).filter(({ target }) => isOther || !to.region.known || target.place?.region !== to.region.value);
}
