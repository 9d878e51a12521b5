import { detailOf, listOf } from "./operations.ts";
import { restService } from "./protocols.ts";

/** `functions`: as ListFunctions gives them, environment included; `mappings`: event source mappings. */
export const lambda = restService({
  id: "lambda",
  about: ["Resource"],
  throttled: { status: 429, code: "TooManyRequestsException" },
  routes: {
    "GET /2015-03-31/functions": "ListFunctions",
    "GET /2015-03-31/event-source-mappings": "ListEventSourceMappings",
    "GET /2017-03-31/tags/{Resource}": "ListTags",
  },
  operations: {
    ListFunctions: listOf("functions", {
      in: "Functions",
      token: ["Marker", "NextMarker"],
      limit: "MaxItems",
      most: 50,
    }),
    ListEventSourceMappings: listOf("mappings", {
      in: "EventSourceMappings",
      token: ["Marker", "NextMarker"],
      limit: "MaxItems",
      most: 100,
    }),
    ListTags: detailOf("functions", {
      by: "Resource",
      key: "FunctionArn",
      answer: (item) => ({ Tags: item["$tags"] ?? {} }),
    }),
  },
});
