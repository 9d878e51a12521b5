import { listOf, Refusal } from "./operations.ts";
import { jsonService } from "./protocols.ts";

const list = listOf("accounts", {
  in: "Accounts",
  token: ["NextToken", "NextToken"],
  limit: "MaxResults",
  most: 20,
});

/** `accounts`: the members, held where the partition's Organizations answers. Without them the account is in no organisation. */
export const organizations = jsonService({
  id: "organizations",
  version: "1.1",
  operations: {
    ListAccounts(question) {
      if (question.held["accounts"] !== undefined) return list(question);
      throw new Refusal("AWSOrganizationsNotInUseException", "Your account is not a member of an organization.");
    },
  },
});
