import { byPageNumber, type RpcProductRows } from "../rpc-row.ts";

export const resourceDirectoryRows: RpcProductRows = {
  version: "2022-04-19",
  actions: {
    GetResourceDirectory: {
      global: true,
      answer({ held }) {
        const directory = held["resourceDirectory"]?.at(0);
        if (directory === undefined) return { refused: { status: 404, code: "ResourceDirectoryNotInUse" } };
        return { ResourceDirectory: directory };
      },
    },
    ListAccounts: { list: "resourceDirectoryAccounts", at: "Accounts.Account", paging: byPageNumber, global: true },
  },
};
