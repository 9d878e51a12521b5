import { randomBytes } from "node:crypto";
import type { AlibabaEstate, EstateKeys } from "./estate.ts";

export interface KeyHolder {
  readonly keys: EstateKeys;
  readonly account: string;
}

/** Keys that the cloud knows: those of the estate, and those it hands out for roles. */
export interface Keyring {
  find(accessKeyId: string): KeyHolder | undefined;
  issue(account: string): EstateKeys & { readonly securityToken: string };
}

export function createKeyring(estate: AlibabaEstate): Keyring {
  const holders = new Map<string, KeyHolder>([
    [estate.keys.accessKeyId, { keys: estate.keys, account: estate.account }],
  ]);
  return {
    find: (accessKeyId) => holders.get(accessKeyId),
    issue(account) {
      const keys = {
        accessKeyId: `STS.${randomBytes(12).toString("hex")}`,
        accessKeySecret: randomBytes(22).toString("base64url"),
        securityToken: `CAIS${randomBytes(48).toString("base64")}`,
      };
      holders.set(keys.accessKeyId, { keys, account });
      return keys;
    },
  };
}
