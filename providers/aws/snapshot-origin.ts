import type { Link } from "../../src/model/index.ts";

/**
 * The list does not say what a copied snapshot was copied from; AWS writes it into the description, in these forms
 * (seen in the console and in EBS and AMI documentation, read 2026-11-22):
 *   [Copied snap-… from ap-east-1] own words
 *   Created by CreateImage(i-…) for ami-…
 *   Copied for DestinationAmi ami-… from SourceAmi ami-… for SourceSnapshot snap-…. Task created on …
 * A description can be edited by nobody but its author at creation, so it is evidence, not proof.
 */
const copiedByConsole = /^\[Copied (snap-[0-9a-f]{8,17}) from ([a-z]{2,5}(?:-[a-z]{2,10}){1,3}-\d{1,2})\]/;
const copiedForImage =
  /^Copied for DestinationAmi (ami-[0-9a-f]{8,17}) from SourceAmi (ami-[0-9a-f]{8,17}) for SourceSnapshot (snap-[0-9a-f]{8,17})\b/;

const createdForImage = /^Created by CreateImage\((i-[0-9a-f]{8,17})\) for ami-[0-9a-f]{8,17}\b/;

/** The placeholder that EC2 gives copied and imported snapshots instead of a volume. */
export const noVolume = "vol-ffffffff";

/** Links to what a description says the snapshot was copied from; none where it says nothing. */
export function originOf(description: string | undefined): readonly Link[] {
  if (description === undefined) return [];
  const console = copiedByConsole.exec(description);
  if (console?.[1] !== undefined && console[2] !== undefined) {
    return [link({ id: console[1], place: { region: console[2] } }, console[0])];
  }
  const image = copiedForImage.exec(description);
  if (image?.[3] !== undefined) return [link({ id: image[3] }, image[0])];
  // The volume may be gone by now; the machine it belonged to often is not.
  const machine = createdForImage.exec(description);
  return machine?.[1] === undefined ? [] : [link({ id: machine[1] }, machine[0])];
}

function link(target: Link["target"], value: string): Link {
  return {
    kind: "copied-to",
    direction: "from",
    target,
    evidence: { source: "ec2:DescribeSnapshots", field: "Description", value },
  };
}
