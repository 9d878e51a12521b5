import type { Random } from "../../support/seeded-random.ts";
import type { Script } from "./content.ts";
import { mobile } from "./identifiers.ts";
import { chineseName } from "./people.ts";
import type { Recipe } from "./recipe.ts";

/** Papers that bear a mark of state secrecy in its form of GB/T 9704: grade, star, term. */
export function secretRecipes(
  prose: (random: Random, script: Script, count: number) => string[],
  marks: readonly string[],
): readonly Recipe[] {
  return [
    {
      id: "marked paper",
      class: "state-secret",
      scripts: ["simplified"],
      make: (random) => ({
        title: `${random.pick(marks)} 关于专项工作的通知`,
        paragraphs: prose(random, "simplified", 12),
        sheets: [],
      }),
    },
    {
      id: "mark within",
      class: "state-secret",
      scripts: ["simplified"],
      make: (random) => ({
        title: "会议纪要",
        paragraphs: [
          ...prose(random, "simplified", 6),
          `密级：${random.pick(marks)}`,
          `联系人：${chineseName(random)}，电话：${mobile(random)}`,
          ...prose(random, "simplified", 6),
        ],
        sheets: [],
      }),
    },
    {
      id: "mark in traditional characters",
      class: "state-secret",
      scripts: ["traditional"],
      make: (random) => ({
        title: `${random.pick(["絕密★長期", "機密★20年", "秘密★10年"])} 工作通報`,
        paragraphs: prose(random, "traditional", 12),
        sheets: [],
      }),
    },
  ];
}
