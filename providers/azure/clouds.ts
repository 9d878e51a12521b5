/** What differs between Microsoft's public cloud and the one that 21Vianet operates. */
export interface AzureCloudFacts {
  readonly partition: "AzureCloud" | "AzureChinaCloud";
  /** Resource Manager. */
  readonly endpoint: string;
  readonly authority: string;
  /**
   * Token scope of Resource Manager. The SDK clients keep the public scope even with `cloudSetting: AZURE_CHINA_CLOUD`
   * (@azure/arm-resources 8.0.0, arm-storage 21.0.0), so it is always given.
   */
  readonly scope: string;
  /** Host suffix of blob endpoints. */
  readonly blobSuffix: string;
  /** Host suffix of SQL servers. */
  readonly sqlSuffix: string;
}

// Source: hashicorp/go-azure-sdk `sdk/environments` (2023-02-16) and the clients' own cloud settings helper.
export const clouds: Readonly<Record<"public" | "china", AzureCloudFacts>> = {
  public: {
    partition: "AzureCloud",
    endpoint: "https://management.azure.com",
    authority: "https://login.microsoftonline.com",
    scope: "https://management.azure.com/.default",
    blobSuffix: "blob.core.windows.net",
    sqlSuffix: "database.windows.net",
  },
  china: {
    partition: "AzureChinaCloud",
    endpoint: "https://management.chinacloudapi.cn",
    authority: "https://login.chinacloudapi.cn",
    scope: "https://management.chinacloudapi.cn/.default",
    blobSuffix: "blob.core.chinacloudapi.cn",
    sqlSuffix: "database.chinacloudapi.cn",
  },
};
