import { z } from "zod";

/** Answers of Microsoft.DataProtection 2024-04-01, as far as they are read, through the generic client. */

export const BackupVault = z.object({
  storageSettings: z.array(z.object({ datastoreType: z.string().nullish(), type: z.string().nullish() })).nullish(),
  featureSettings: z
    .object({ crossRegionRestoreSettings: z.object({ state: z.string().nullish() }).nullish() })
    .nullish(),
  replicatedRegions: z.array(z.string()).nullish(),
  securitySettings: z
    .object({
      softDeleteSettings: z.object({ state: z.string().nullish() }).nullish(),
      immutabilitySettings: z.object({ state: z.string().nullish() }).nullish(),
      encryptionSettings: z
        .object({ keyVaultProperties: z.object({ keyUri: z.string().nullish() }).nullish() })
        .nullish(),
    })
    .nullish(),
});
export type BackupVault = z.infer<typeof BackupVault>;

export const BackupInstance = z.object({
  dataSourceInfo: z.object({ resourceID: z.string().nullish() }),
  policyInfo: z.object({ policyId: z.string().nullish() }).nullish(),
});

const Store = z.object({ dataStoreType: z.string() });

export const BackupPolicy = z.object({
  policyRules: z.array(
    z.object({
      dataStore: Store.nullish(),
      lifecycles: z
        .array(
          z.object({
            sourceDataStore: Store.nullish(),
            targetDataStoreCopySettings: z.array(z.object({ dataStore: Store.nullish() })).nullish(),
          }),
        )
        .nullish(),
    }),
  ),
});

/** Whether a policy takes data into the vault. An operational backup stays beside its source as a snapshot. */
export function fillsVault({ policyRules }: z.infer<typeof BackupPolicy>): boolean {
  return policyRules.some(({ dataStore, lifecycles }) =>
    [
      dataStore,
      ...(lifecycles ?? []).flatMap(({ sourceDataStore, targetDataStoreCopySettings }) => [
        sourceDataStore,
        ...(targetDataStoreCopySettings ?? []).map((copy) => copy.dataStore),
      ]),
    ].some((store) => store !== undefined && store !== null && !/^OperationalStore$/i.test(store.dataStoreType)),
  );
}
