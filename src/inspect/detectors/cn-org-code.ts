import { passesOrganisationCode } from "../checksums/organisation-code.ts";
import type { Detector } from "../detector.ts";
import { isOneCharacter } from "../values/digits.ts";

/** Organisation code of GB 11714-1997, with or without the hyphen before its check character. */
export const cnOrgCode: Detector = {
  id: "cn-org-code",
  chance: 1 / 11,
  needs: "context",
  context: [
    "组织机构代码",
    "組織機構代碼",
    "机构代码",
    "组织代码",
    "org code",
    "org_code",
    "organization code",
    "organisation code",
    "zzjgdm",
  ],
  person: false,
  weigh(cell) {
    if (!/^[0-9A-Z]{8}-?[0-9X]$/.test(cell)) return "no";
    const code = cell.replace("-", "");
    return passesOrganisationCode(code) && !isOneCharacter(code, 0, 8) ? "valid" : "shape";
  },
  canonical: (cell) => cell.replace("-", ""),
};
