/** Whose resources: one account (AWS 12 digits, Azure subscription id, Alibaba uid) of one partition of one provider. */
export interface Scope {
  readonly provider: string;
  /** `aws`, `aws-cn`, `AzureCloud`, `AzureChinaCloud`, `alibaba` … as the provider's region table spells it. */
  readonly partition: string;
  readonly account: string;
}
