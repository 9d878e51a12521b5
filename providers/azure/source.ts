import { z } from "zod";

/** An entry under `sources:` that speaks of Azure. A secret is never in it: `token` names an environment variable. */
export const AzureSource = z
  .strictObject({
    provider: z.literal("azure"),
    cloud: z.enum(["public", "china"]).default("public"),
    subscriptions: z
      .union([z.literal("all"), z.array(z.guid("a subscription id is a GUID, not a name")).min(1)])
      .default("all"),
    /** Id of a management group: of all subscriptions, those below it. */
    managementGroup: z
      .string()
      .regex(/^[\w.()-]{1,90}$/, "managementGroup is a management group's id, not its display name")
      .optional(),
    /** Tenant to sign in to; else the credential's own. */
    tenant: z.string().min(1).optional(),
    regions: z.union([z.literal("all"), z.array(z.string().min(1)).min(1)]).default("all"),
    /** Resource Manager endpoint; https, since the SDK sends no token over http. */
    endpoint: z.url({ protocol: /^https$/, error: "endpoint must be an https:// URL" }).optional(),
    token: z.strictObject({ env: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "a variable's name") }).optional(),
  })
  .refine((source) => source.managementGroup === undefined || source.subscriptions === "all", {
    path: ["managementGroup"],
    error: "give managementGroup or a list of subscriptions, not both",
  });
export type AzureSource = z.infer<typeof AzureSource>;
