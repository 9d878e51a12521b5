import type { ECRClient, ReplicationRule, Repository } from "@aws-sdk/client-ecr";
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
import { whenNeeded } from "../needed.ts";
import { keyElsewhere } from "../neighbours.ts";
import { itemsOf } from "../pages.ts";
import { placedByAsking } from "../placement.ts";
import { policyReach } from "../policy-reach.ts";
import { parsePolicy, type ResourcePolicy } from "../resource-policy.ts";
import type { AwsSession } from "../session.ts";
import { tagsOf } from "../tags.ts";

/** A private repository of container images. Replication is a rule of the whole registry and names repositories by prefix. */
export const ecrRepository: ResourceType<AwsSession> = {
  type: "aws/ecr/repository",
  title: { en: "ECR repository", zh: "ECR 镜像仓库" },
  role: "store",
  service: "ecr",
  reach: "per-region",
  operations: [
    { operation: "DescribeRepositories", permission: "ecr:DescribeRepositories" },
    { operation: "DescribeRegistry", permission: "ecr:DescribeRegistry" },
    { operation: "GetRepositoryPolicy", permission: "ecr:GetRepositoryPolicy", per: "resource" },
    { operation: "ListTagsForResource", permission: "ecr:ListTagsForResource", per: "resource" },
  ],
  links: ["replicates-to", "reachable-from", "key-held-in"],
  unseen: {
    en: "What the images hold, the public gallery, and images that were pulled and kept elsewhere.",
    zh: "镜像内容、公有镜像库以及被拉取后存放在他处的镜像不可见。",
  },
  async *collect(session, region, caller) {
    const here = required(region ?? undefined, "a region");
    const { DescribeRepositoriesCommand, ECRClient: Client } = await import("@aws-sdk/client-ecr");
    const client = session.client(Client, here);
    const repositories = itemsOf(caller, "DescribeRepositories", async (token, abortSignal) => {
      const request = new DescribeRepositoriesCommand({ maxResults: 1000, nextToken: token });
      const answer = await client.send(request, { abortSignal });
      return { items: required(answer.repositories, "repositories"), next: answer.nextToken };
    });
    const rules = whenNeeded(() => replicationRules(client, caller));
    yield* caller.each(repositories, async (repository) => {
      const arn = required(repository.repositoryArn, "repositories[].repositoryArn");
      const [tags, policy] = await Promise.all([
        readTags(client, caller, arn),
        readPolicy(client, caller, repository, arn),
      ]);
      return recordOf(session, here, repository, { arn, tags, policy, rules: await rules.get() });
    });
    await rules.settle();
  },
};

function replicationRules(client: ECRClient, caller: Caller): AsyncIterable<ReplicationRule> {
  return itemsOf(caller, "DescribeRegistry", async (_token, abortSignal) => {
    const { DescribeRegistryCommand } = await import("@aws-sdk/client-ecr");
    const answer = await client.send(new DescribeRegistryCommand({}), { abortSignal });
    required(answer.registryId, "registryId");
    return { items: answer.replicationConfiguration?.rules ?? [], next: undefined };
  });
}

async function readTags(client: ECRClient, caller: Caller, arn: string): Promise<Known<Tags>> {
  const { ListTagsForResourceCommand } = await import("@aws-sdk/client-ecr");
  const tags = await caller.ask("ListTagsForResource", arn, async (abortSignal) => {
    const answer = await client.send(new ListTagsForResourceCommand({ resourceArn: arn }), { abortSignal });
    return tagsOf(required(answer.tags, "tags"));
  });
  return tags.known ? known(tags.value ?? {}) : tags;
}

/** Who may pull; `null` where the repository has no policy. */
async function readPolicy(
  client: ECRClient,
  caller: Caller,
  { repositoryName, registryId }: Repository,
  arn: string,
): Promise<Known<ResourcePolicy | null>> {
  const { GetRepositoryPolicyCommand } = await import("@aws-sdk/client-ecr");
  return caller.ask(
    "GetRepositoryPolicy",
    arn,
    async (abortSignal) => {
      const request = new GetRepositoryPolicyCommand({ registryId, repositoryName });
      const answer = await client.send(request, { abortSignal });
      return parsePolicy(required(answer.policyText, "policyText"));
    },
    ["RepositoryPolicyNotFoundException"],
  );
}

interface Details {
  readonly arn: string;
  readonly tags: Known<Tags>;
  readonly policy: Known<ResourcePolicy | null>;
  readonly rules: readonly ReplicationRule[];
}

function recordOf(
  session: AwsSession,
  region: string,
  repository: Repository,
  { arn, tags, policy, rules }: Details,
): ResourceRecord {
  const name = required(repository.repositoryName, "repositories[].repositoryName");
  return {
    kind: "record",
    id: arn,
    type: ecrRepository.type,
    role: ecrRepository.role,
    scope: session.scope,
    name,
    ...placedByAsking("ecr:DescribeRepositories", region),
    tags,
    aliases: [],
    links: [
      ...replicas(session, region, name, rules),
      ...policyReach(policy, {
        own: session.scope.account,
        actions: ["ecr:batchgetimage", "ecr:getdownloadurlforlayer"],
        source: "ecr:GetRepositoryPolicy",
        field: "policyText",
      }),
      ...keyElsewhere(session.scope, region, repository.encryptionConfiguration?.kmsKey, {
        source: "ecr:DescribeRepositories",
        field: "repositories[].encryptionConfiguration.kmsKey",
      }),
    ],
    attributes: {
      ...(repository.encryptionConfiguration?.encryptionType === undefined
        ? {}
        : { encrypted: true, encryption: repository.encryptionConfiguration.encryptionType }),
    },
  };
}

/** ECR gives a replica the name of its source. A rule without filters takes every repository. */
function replicas(
  session: AwsSession,
  region: string,
  name: string,
  rules: readonly ReplicationRule[],
): readonly Link[] {
  const links = new Map<string, Link>();
  for (const [index, { destinations, repositoryFilters: filters = [] }] of rules.entries()) {
    if (filters.length > 0 && !filters.some(({ filter }) => name.startsWith(required(filter, "filter")))) continue;
    for (const destination of destinations ?? []) {
      const there = required(destination.region, "destinations[].region");
      const registry = destination.registryId ?? session.scope.account;
      if (there === region && registry === session.scope.account) continue;
      const id = `arn:${session.scope.partition}:ecr:${there}:${registry}:repository/${name}`;
      if (links.has(id)) continue;
      links.set(id, {
        kind: "replicates-to",
        direction: "to",
        target: { id, place: { region: there }, ...(registry === session.scope.account ? {} : { party: registry }) },
        evidence: {
          source: "ecr:DescribeRegistry",
          field: `replicationConfiguration.rules[${index}].destinations[].region`,
          value: there,
        },
      });
    }
  }
  return [...links.values()];
}
