import { demoEstate } from "../../providers/alibaba/demo.ts";
import { chinaAccount } from "../../providers/aws/demo/china.ts";
import { globalAccount, globalRegions } from "../../providers/aws/demo/global.ts";
import { chinaEstate, globalEstate } from "../../providers/azure/demo-estate.ts";
import type { SpineEstate } from "./spine-scan.ts";

/** The sample company of `jingnei demo`, to be served with options of one's own. */
export const sampleCompany: SpineEstate = {
  aws: { accounts: [chinaAccount, globalAccount] },
  alibaba: demoEstate(),
  azureChina: chinaEstate(),
  azureWorld: globalEstate(),
  sources: () => ({
    aws: [{ partition: "aws-cn" }, { regions: [...globalRegions] }],
    alibaba: [{ regions: ["cn-hangzhou", "cn-shanghai", "cn-hongkong", "ap-southeast-1"] }],
    azureChina: [{ cloud: "china" }],
    azureWorld: [{}],
  }),
};
