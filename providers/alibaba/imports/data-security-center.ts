import { z } from "zod";
import type { ContentEvidence, DataClass, ImportSubject, ResultImport } from "../../../src/model/index.ts";
import { evidenceOfKind } from "../../evidence-of-kind.ts";
import { itemsIn } from "../../import-items.ts";

/** An asset of Data Security Center (DescribeInstances of Sddp 2019-01-03; read 2026-11-22). */
const Asset = z.looseObject({
  ProductCode: z.string(),
  Name: z.string(),
  Sensitive: z.boolean().optional(),
  RuleName: z.string().optional(),
  ModelTags: z.array(z.looseObject({ Name: z.string() })).optional(),
});
type Asset = z.infer<typeof Asset>;

const products: Readonly<Record<string, string>> = {
  OSS: "alibaba/oss/bucket",
  RDS: "alibaba/rds/instance",
  POLARDB: "alibaba/polardb/cluster",
  SLS: "alibaba/sls/project",
};

/** Tags of its own models; its levels (S1 to S4) mean what each user made of them, and say no class. */
const classes: readonly (readonly [word: RegExp, held: DataClass])[] = [
  [/个人敏感|敏感个人|sensitive personal|personal sensitive/i, "sensitive-personal"],
  [/个人信息|personal information/i, "personal"],
  [/重要数据|important data/i, "important"],
];

/** Results of Alibaba Cloud Data Security Center: the answers of DescribeInstances. */
export const dataSecurityCenterImport: ResultImport = {
  format: "dsc",
  *read(document) {
    for (const asset of itemsIn(document, { list: "Items", item: Asset }, mistake)) {
      const subject = subjectOf(asset);
      if (subject === undefined) continue;
      const tags = (asset.ModelTags ?? []).map(({ Name }) => Name);
      const words = [...tags, ...(asset.RuleName === undefined ? [] : [asset.RuleName])];
      const stated = tags.flatMap((tag) => classes.find(([word]) => word.test(tag))?.[1] ?? []);
      const rule = asset.RuleName === undefined ? undefined : evidenceOfKind(asset.RuleName);
      const evidence = new Map<ContentEvidence, number>(rule === undefined ? [] : [[rule, 1]]);
      if (stated.length === 0 && evidence.size === 0) {
        // Something sensitive was found, of a kind that the answer does not name.
        if (asset.Sensitive !== true) continue;
        yield { subject, evidence, classes: ["personal"], words: ["Sensitive"], certain: false };
        continue;
      }
      yield { subject, evidence, classes: [...new Set(stated)], words: words.sort(), certain: true };
    }
  },
};

const mistake = {
  message: "this is no answer of Data Security Center (Items[].ProductCode and Name are missing)",
  remedy: "Save the answers of DescribeInstances (Sddp), each to a line.",
};

function subjectOf({ ProductCode, Name }: Asset): ImportSubject | undefined {
  const type = products[ProductCode.toUpperCase()];
  if (type === undefined) return undefined;
  // Databases are named below their instance: rm-bp1….orders
  const [name = ""] = ProductCode.toUpperCase() === "OSS" ? [Name] : Name.split(".");
  return name === "" ? undefined : { type, name };
}
