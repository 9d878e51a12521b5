import { byNextToken, byPageNumber, type RpcProductRows } from "../rpc-row.ts";

export const nasRows: RpcProductRows = {
  version: "2017-06-26",
  actions: {
    DescribeFileSystems: { list: "fileSystems", at: "FileSystems.FileSystem", paging: byPageNumber },
    DescribeDataFlows: {
      list: "nasDataFlows",
      at: "DataFlowInfo.DataFlow",
      paging: byNextToken,
      filters: ["FileSystemId"],
      resource: "FileSystemId",
    },
  },
};
