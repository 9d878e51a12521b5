import type { PlannedLink, PlannedPart, PlannedShape } from "../../../../src/model/index.ts";
import { arnInDocument, undecidedDocument } from "../documents.ts";
import { flowIfStated, keyElsewhere, statement } from "../flows.ts";
import { type Here, isSet, textAt } from "../here.ts";
import { policyReach, undecidedPolicy } from "../reach.ts";
import { part, shape } from "../shape.ts";
import { arnTarget, ownArn } from "../targets.ts";

const type = "aws/sqs/queue";
const deadLetters = "deadLetterTargetArn";

export const receiving = ["sqs:receivemessage"];

export const queueShapes: readonly PlannedShape[] = [
  shape({
    kind: "aws_sqs_queue",
    type,
    role: "store",
    name: "name",
    arn: ["sqs", "{}"],
    links: (here) => [
      ...redrive(here),
      ...policyReach(here, "policy", receiving),
      ...keyElsewhere(here, "kms_master_key_id"),
    ],
    attributes: (here) => {
      const managed = here.settings.flag("sqs_managed_sse_enabled");
      if (isSet(here, "kms_master_key_id")) return { encrypted: true };
      return managed.known && managed.value !== undefined ? { encrypted: managed.value } : {};
    },
    unknowns: (here) => [...undecidedPolicy(here, "policy"), ...undecidedDocument(here, "redrive_policy", deadLetters)],
  }),
];

const of = ["queue_url", byUrl] as const;

export const queueParts: readonly PlannedPart[] = [
  part({
    kind: "aws_sqs_queue_policy",
    type,
    of,
    links: (here) => policyReach(here, "policy", receiving),
    unknowns: (here) => undecidedPolicy(here, "policy"),
  }),
  part({
    kind: "aws_sqs_queue_redrive_policy",
    type,
    of,
    links: redrive,
    unknowns: (here) => undecidedDocument(here, "redrive_policy", deadLetters),
  }),
];

/** Messages that nobody could handle go to another queue. */
function redrive(here: Here): readonly PlannedLink[] {
  const path = "redrive_policy";
  const arn = arnInDocument(here, path, deadLetters);
  if (arn !== undefined) return [statement(here, "streams-to", arnTarget(here, arn), `${path}.${deadLetters}`, arn)];
  return textAt(here, path) === undefined ? flowIfStated(here, "streams-to", "to", path, () => ({})) : [];
}

/** `https://sqs.cn-north-1.amazonaws.com.cn/111122223333/orders` */
export function byUrl(here: Here, value: string | undefined) {
  const [, region, account, name] = /^https:\/\/sqs\.([a-z0-9-]+)\.[^/]+\/(\d{12})\/([^/]+)$/.exec(value ?? "") ?? [];
  if (name === undefined || region === undefined) return {};
  const id = ownArn({ ...here, account }, "sqs", name, region);
  return { ...(id === undefined ? {} : { id }), place: { region } };
}
