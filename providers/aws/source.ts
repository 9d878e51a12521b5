import { z } from "zod";

/** Partitions a source entry can name. Credentials of one are unknown to the other. */
const partitions = ["aws", "aws-cn"] as const;

const AccountId = z.string().regex(/^\d{12}$/, "an AWS account id has 12 digits (quote it in YAML)");

/** An entry under `sources:` with `provider: aws`. */
export const AwsSource = z
  .strictObject({
    provider: z.literal("aws"),
    partition: z.enum(partitions).default("aws"),
    /** A named profile; left out, the SDK's own credential chain. */
    profile: z.string().min(1).optional(),
    /** `current` is the account of the credentials themselves, `organization` every account of the organisation it manages. */
    accounts: z
      .union([z.enum(["current", "organization"]), z.array(AccountId).min(1)], {
        error: "accounts is `current`, `organization` or a list of 12-digit account ids",
      })
      .default("current"),
    /** Name of the role to enter in each of several accounts; the account of the credentials is entered without it. */
    role: z
      .string()
      .regex(/^[\w+=,.@/-]{1,512}$/, "role is a role's name, not its ARN")
      .optional(),
    regions: z.union([z.literal("all"), z.array(z.string().min(1)).min(1)]).default("all"),
    /** One endpoint for every service; outranks AWS_ENDPOINT_URL and its per-service forms. */
    endpoint: z.url({ protocol: /^https?$/, error: "endpoint must be an http:// or https:// URL" }).optional(),
  })
  .refine((source) => source.accounts === "current" || source.role !== undefined, {
    path: ["role"],
    error: "accounts other than `current` need `role`, the role to enter in each of them",
  });
export type AwsSource = z.infer<typeof AwsSource>;

/** How messages name a source: by what tells it from its neighbours in the configuration. */
export function sourceName(source: AwsSource): string {
  const profile = source.profile === undefined ? "" : `, profile ${source.profile}`;
  return `source aws (partition ${source.partition}${profile})`;
}
