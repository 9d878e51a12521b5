import type { ResourceType } from "../../../src/model/index.ts";
import { ec2FlowLog } from "./ec2-flow-log.ts";
import { ec2Image } from "./ec2-image.ts";
import { ec2Instance } from "./ec2-instance.ts";
import { ec2Snapshot } from "./ec2-snapshot.ts";
import { ec2Volume } from "./ec2-volume.ts";
import { s3Bucket } from "./s3-bucket.ts";

/** Every resource type of this provider: one file each in this folder, one line each here. */
export const types: readonly ResourceType[] = [s3Bucket, ec2Instance, ec2Volume, ec2Snapshot, ec2Image, ec2FlowLog];
