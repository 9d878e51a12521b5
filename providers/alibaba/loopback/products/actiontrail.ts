import type { RpcProductRows } from "../rpc-row.ts";

export const actiontrailRows: RpcProductRows = {
  version: "2020-07-06",
  actions: { DescribeTrails: { list: "trails", at: "TrailList", paging: "whole" } },
};
