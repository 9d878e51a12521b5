import type { TemplateProvider } from "../../../src/model/index.ts";
import { regions } from "../regions.ts";
import { cloudFormationParts, cloudFormationShapes } from "./cloudformation/index.ts";
import { namesOf } from "./names.ts";
import { holdsNoData } from "./no-data.ts";
import { partitionOf } from "./partition.ts";
import { plainParts, plainShapes } from "./plain-stores.ts";
import { terraformParts, terraformShapes } from "./terraform/index.ts";

/** Amazon Web Services as templates speak of it. Loads no SDK. */
export const awsTemplates: TemplateProvider = {
  id: "aws",
  title: { en: "Amazon Web Services", zh: "亚马逊云科技" },
  regions,
  caseInsensitiveIds: false,
  catalogue: {
    shapes: [...terraformShapes, ...cloudFormationShapes, ...plainShapes],
    parts: [...terraformParts, ...cloudFormationParts, ...plainParts],
    claims: (kind) => kind.startsWith("aws_") || kind.startsWith("AWS::"),
    holdsNoData,
    namesOf,
    partitionOf,
  },
};
