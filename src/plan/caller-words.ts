/** Words of a provider block of Terraform that say nothing of who calls: blocks that differ in these alone call as the same user. */
export const wordsBesideCaller: ReadonlySet<string> = new Set(["alias", "region", "default_tags", "ignore_tags"]);
