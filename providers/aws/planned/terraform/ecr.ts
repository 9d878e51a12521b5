import type { PlannedLink, PlannedShape } from "../../../../src/model/index.ts";
import { flow, statement } from "../flows.ts";
import { blocks, type Here, textAt } from "../here.ts";
import { shape } from "../shape.ts";
import { ownArn } from "../targets.ts";

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
        blocks(rule, "destination").flatMap((to) => replica(to)),
      ),
    decides: ["replication_configuration", "replication_configuration.rule"],
  }),
];

/** The registry of an account and region; what its repositories of the change are classed as, it holds. */
export function registryOf(here: Here): readonly string[] {
  return [ownArn(here, "ecr", "registry")].filter((id) => id !== undefined);
}

function replica(to: Here): readonly PlannedLink[] {
  const registry = textAt(to, "registry_id");
  const party =
    registry === undefined || to.account === undefined || registry === to.account ? {} : { party: registry };
  return flow(to, "replicates-to", "to", "region", (_, region) => ({
    ...(region === undefined ? {} : { place: { region } }),
    ...party,
  })).filter(
    ({ target }) => target.party !== undefined || !to.region.known || target.place?.region !== to.region.value,
  );
}
