import { type ListShape, listOf, type Operation, said, tagPairs } from "./operations.ts";
import { jsonService } from "./protocols.ts";

function pages(collection: string, shape: Partial<ListShape> = {}): Operation {
  const token = ["NextToken", "NextToken"] as const;
  return listOf(collection, { in: collection, token, limit: "MaxResults", ...shape });
}

/** FSx. */
export const fsx = jsonService({
  id: "fsx",
  version: "1.1",
  operations: {
    DescribeFileSystems: pages("FileSystems", { say: (item) => ({ ...said(item), Tags: tagPairs(item) }) }),
    DescribeBackups: pages("Backups", { say: (item) => ({ ...said(item), Tags: tagPairs(item) }) }),
    DescribeDataRepositoryAssociations: pages("Associations", { most: 25 }),
  },
});
