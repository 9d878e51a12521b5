import type { Text } from "./text.ts";

/** Whose resources: one account (AWS 12 digits, Azure subscription id, Alibaba uid) of one partition of one provider. */
export interface Scope {
  readonly provider: string;
  /** `aws`, `aws-cn`, `AzureCloud`, `AzureChinaCloud`, `alibaba` … as the provider's region table spells it. */
  readonly partition: string;
  readonly account: string;
}

/** Account of what a template does not say whose it is. */
export const unnamedAccount = "planned";

/** An account in a sentence, behind the word for it. */
export function accountTerm(account: string): Text {
  return account === unnamedAccount
    ? { en: "(not stated in the template)", zh: "（模板未说明）" }
    : { en: account, zh: account };
}
