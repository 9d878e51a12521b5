import type { ParameterMetadata, SSMClient } from "@aws-sdk/client-ssm";
import {
  type Caller,
  type Known,
  known,
  type Link,
  type ResourceRecord,
  type ResourceType,
  type Tags,
} from "../../../src/model/index.ts";
import { required } from "../answer.ts";
import { arnOf } from "../arn.ts";
import { detailItems } from "../listed-detail.ts";
import { keyElsewhere } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import { parsePolicy, readersOf } from "../resource-policy.ts";
import type { AwsSession } from "../session.ts";
import { tagsOf } from "../tags.ts";

const reading = ["ssm:getparameter", "ssm:getparameters", "ssm:getparametersbypath", "ssm:getparameterhistory"];

/** A parameter. Its value is never asked for. Only those of the advanced tier can be shared with other accounts. */
export const ssmParameter: ResourceType<AwsSession> = {
  type: "aws/ssm/parameter",
  title: { en: "Systems Manager parameter", zh: "Systems Manager 参数" },
  role: "store",
  service: "ssm",
  reach: "per-region",
  operations: [
    { operation: "DescribeParameters", permission: "ssm:DescribeParameters" },
    { operation: "ListTagsForResource", permission: "ssm:ListTagsForResource", per: "resource" },
    { operation: "GetResourcePolicies", permission: "ssm:GetResourcePolicies", per: "resource" },
  ],
  links: ["reachable-from", "key-held-in"],
  unseen: {
    en: "The value, earlier versions, parameters that other accounts share with this one, and where programs that read a parameter send it.",
    zh: "参数值、历史版本、其他账户共享给本账户的参数以及读取参数的程序将其发往何处不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DescribeParametersCommand, SSMClient: Client } = await import("@aws-sdk/client-ssm");
    const client = session.client(Client, here);
    const parameters = itemsOf(caller, "DescribeParameters", async (token, abortSignal) => {
      const request = new DescribeParametersCommand({ MaxResults: 50, NextToken: token });
      const answer = await client.send(request, { abortSignal });
      return { items: required(answer.Parameters, "Parameters"), next: answer.NextToken };
    });
    yield* caller.each(parameters, async (parameter) => {
      const name = required(parameter.Name, "Parameters[].Name");
      const arn = parameter.ARN ?? arnOf(session.scope, "ssm", here, `parameter/${name.replace(/^\//, "")}`);
      const [tags, links] = await Promise.all([
        readTags(client, caller, name, arn),
        parameter.Tier === "Advanced" ? readers(client, caller, arn, session.scope.account) : [],
      ]);
      return recordOf(session, here, parameter, { name, arn, tags, links });
    });
  },
};

async function readTags(client: SSMClient, caller: Caller, name: string, arn: string): Promise<Known<Tags>> {
  const { ListTagsForResourceCommand } = await import("@aws-sdk/client-ssm");
  const tags = await caller.ask("ListTagsForResource", arn, async (abortSignal) => {
    const request = new ListTagsForResourceCommand({ ResourceType: "Parameter", ResourceId: name });
    return tagsOf(required((await client.send(request, { abortSignal })).TagList, "TagList"));
  });
  return tags.known ? known(tags.value ?? {}) : tags;
}

async function readers(client: SSMClient, caller: Caller, arn: string, own: string): Promise<readonly Link[]> {
  const { GetResourcePoliciesCommand } = await import("@aws-sdk/client-ssm");
  const policies = detailItems(caller, "GetResourcePolicies", arn, async (token, abortSignal) => {
    const request = new GetResourcePoliciesCommand({ ResourceArn: arn, MaxResults: 50, NextToken: token });
    const answer = await client.send(request, { abortSignal });
    const texts = required(answer.Policies, "Policies").map(({ Policy }) => required(Policy, "Policies[].Policy"));
    return { items: texts.map((text) => parsePolicy(text)), next: answer.NextToken };
  });
  const links = new Map<string, Link>();
  for await (const policy of policies) {
    for (const { party, value } of readersOf(policy, own, reading)) {
      const evidence = { source: "ssm:GetResourcePolicies", field: "Policies[].Policy", value };
      links.set(party, { kind: "reachable-from", direction: "to", target: { party }, evidence });
    }
  }
  return [...links.values()];
}

interface Details {
  readonly name: string;
  readonly arn: string;
  readonly tags: Known<Tags>;
  readonly links: readonly Link[];
}

function recordOf(
  session: AwsSession,
  region: string,
  parameter: ParameterMetadata,
  { name, arn, tags, links }: Details,
): ResourceRecord {
  return {
    kind: "record",
    id: arn,
    type: ssmParameter.type,
    role: ssmParameter.role,
    scope: session.scope,
    name,
    ...placedByAsking("ssm:DescribeParameters", region),
    tags,
    aliases: [],
    links: [
      ...links,
      ...keyElsewhere(session.scope, region, parameter.KeyId, {
        source: "ssm:DescribeParameters",
        field: "Parameters[].KeyId",
      }),
    ],
    attributes: {
      ...(parameter.Type === undefined ? {} : { parameterType: parameter.Type }),
      ...(parameter.Tier === undefined ? {} : { tier: parameter.Tier }),
      // Of the other kinds the API does not say.
      ...(parameter.Type === "SecureString" ? { encrypted: true } : {}),
    },
  };
}
