import type { RpcProduct } from "./rpc.ts";

/** Elastic Block Storage: what is done with ECS disks beyond ECS itself. */
export const ebs: RpcProduct = {
  name: "ebs",
  version: "2021-07-30",
  host: (region) => `ebs.${region}.aliyuncs.com`,
  published: "ebs",
};
