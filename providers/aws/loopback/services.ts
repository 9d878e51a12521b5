import { ec2 } from "./ec2.ts";
import { s3 } from "./s3.ts";
import { sts } from "./sts.ts";
import type { LoopbackService } from "./wire.ts";

/** Every service that the loopback cloud speaks: one file each, one line here. */
export const services: readonly LoopbackService[] = [ec2, s3, sts];
