import { detailOf, listOf, said, tagPairs } from "./operations.ts";
import { restService } from "./protocols.ts";

/** `domains`: as DescribeDomains gives them; `inbound` and `outbound`: connections to domains elsewhere. */
export const opensearch = restService({
  id: "es",
  about: ["arn"],
  routes: {
    "GET /2021-01-01/domain": "ListDomainNames",
    "POST /2021-01-01/opensearch/domain-info": "DescribeDomains",
    "GET /2021-01-01/tags": "ListTags",
    "POST /2021-01-01/opensearch/cc/inboundConnection/search": "DescribeInboundConnections",
    "POST /2021-01-01/opensearch/cc/outboundConnection/search": "DescribeOutboundConnections",
  },
  operations: {
    ListDomainNames: listOf("domains", {
      in: "DomainNames",
      say: (item) => ({ DomainName: item["DomainName"], EngineType: "OpenSearch" }),
    }),
    DescribeDomains: listOf("domains", {
      in: "DomainStatusList",
      only: (item, { DomainNames: names }) => Array.isArray(names) && names.includes(item["DomainName"]),
      say: said,
    }),
    DescribeInboundConnections: listOf("inbound", {
      in: "Connections",
      token: ["NextToken", "NextToken"],
      limit: "MaxResults",
      most: 100,
    }),
    DescribeOutboundConnections: listOf("outbound", {
      in: "Connections",
      token: ["NextToken", "NextToken"],
      limit: "MaxResults",
      most: 100,
    }),
    ListTags: detailOf("domains", { by: "arn", key: "ARN", answer: (item) => ({ TagList: tagPairs(item) }) }),
  },
});
