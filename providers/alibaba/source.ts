import { z } from "zod";

const Uid = z
  .string()
  .regex(/^\d{5,20}$/, "an Alibaba Cloud account is its numeric uid, in quotes: 16 digits lose precision as a number");

const RoleName = z.string().regex(/^[\w.@-]{1,64}$/, "a RAM role name, not its ARN");

/** One Alibaba Cloud entry under `sources:`. */
export const AlibabaSource = z.strictObject({
  provider: z.literal("alibaba"),
  /**
   * The account of the credentials, every account of its resource directory (as its management account or a delegated
   * administrator), or these uids.
   */
  accounts: z.union([z.enum(["current", "resource-directory"]), z.array(Uid).min(1)]).default("current"),
  /**
   * RAM role to assume in each of these accounts: `acs:ram::<uid>:role/<role>`. A list assumes it in the current account too; a
   * resource directory does not, since the role that it makes in its members is not in its management account.
   */
  role: RoleName.optional(),
  /**
   * The site the account was opened on, which is where its resource directory is known; else the China site. No enum, which `init`
   * would ask everybody about.
   */
  site: z.union([z.literal("china"), z.literal("international")]).optional(),
  /** Profile of `~/.aliyun/config.json`; else the environment, then the profile marked current there. */
  profile: z.string().min(1).optional(),
  regions: z.union([z.literal("all"), z.array(z.string().min(1)).min(1)]).default("all"),
  /** One http(s) endpoint for every product, such as a gateway; README.md says how each is addressed there. */
  endpoint: z
    .url({ protocol: /^https?$/ })
    .refine(hasNoSecrets, "an endpoint holds no user name, password or query")
    .optional(),
});
export type AlibabaSource = z.infer<typeof AlibabaSource>;

function hasNoSecrets(text: string): boolean {
  const url = URL.parse(text);
  return url === null || (url.username === "" && url.password === "" && url.search === "" && url.hash === "");
}
