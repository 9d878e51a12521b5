import { listOf, said, tagPairs } from "./operations.ts";
import { restService } from "./protocols.ts";

/** EFS. */
export const elasticfilesystem = restService({
  id: "elasticfilesystem",
  routes: {
    "GET /2015-02-01/file-systems": "DescribeFileSystems",
    "GET /2015-02-01/file-systems/replication-configurations": "DescribeReplicationConfigurations",
  },
  operations: {
    DescribeFileSystems: listOf("FileSystems", {
      in: "FileSystems",
      token: ["Marker", "NextMarker"],
      limit: "MaxItems",
      most: 100,
      say: (item) => ({ ...said(item), Tags: tagPairs(item) }),
    }),
    DescribeReplicationConfigurations: listOf("Replications", {
      in: "Replications",
      token: ["NextToken", "NextToken"],
      limit: "MaxResults",
      most: 100,
    }),
  },
});
