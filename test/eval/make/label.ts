/** What a column or a text truly holds, by the names of the contract (spelt out here: the generator knows nothing of the product). */
export const labels = [
  "cn-resident-id",
  "cn-residence-permit",
  "cn-foreign-pr",
  "cn-mobile",
  "bank-card",
  "cn-uscc",
  "cn-org-code",
  "cn-passport",
  "cn-hm-permit",
  "cn-tw-permit",
  "hkid",
  "tw-id",
  "cn-plate",
  "cn-landline",
  "email",
  "imei",
  "imsi",
  "iccid",
  "ip-address",
  "mac-address",
  "coordinate",
  "wechat-id",
  "cn-address",
  "cn-name",
  "birth-date",
  "vin",
  "medical-term",
  "financial-term",
  "secrecy-mark",
  "genome",
  "geodata",
] as const;
export type Label = (typeof labels)[number];

/**
 * Of these nobody can tell a column without a name: eight digits are a permit or a part number, a date is a birth or an order, a letter
 * and eight digits a passport or a model, a pair of decimals a place or two prices. They are asked for with headers only.
 */
export const needHeader: ReadonlySet<Label> = new Set([
  "cn-passport",
  "cn-hm-permit",
  "cn-tw-permit",
  "birth-date",
  "coordinate",
  "geodata",
]);
