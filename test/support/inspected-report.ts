import type { Document, StoreInspection } from "../../src/model/index.ts";
import { fixtureDocument, hostileNames } from "./report-fixture.ts";

/** What sampling showed of a store; what is left out is a store of which one object of four was looked at and showed nothing. */
export function inspection(fields: Partial<StoreInspection> & Pick<StoreInspection, "resource">): StoreInspection {
  const { objects = 4, inspected = 1, classes = { unclassified: inspected } } = fields;
  const hits = inspected - (classes.unclassified ?? 0);
  return {
    objects,
    bytes: 4_096,
    inspected,
    inspectedBytes: 1_024,
    unreadable: 0,
    classes,
    people: {},
    statement: {
      en: `${inspected} of ${objects} inspected; ${hits === 0 ? "none" : hits} found to hold personal or important data; with 95 % confidence at most 100 % of the rest holds such data`,
      zh: `共 ${objects} 个对象，已检查 ${inspected} 个；${hits === 0 ? "未发现" : `其中 ${hits} 个发现`}个人信息或者重要数据；在 95% 的置信水平下，其余对象中至多 100% 存有此类数据`,
    },
    stopped: false,
    ...fields,
  };
}

/** The fixture's run with stores that were looked into, by resource as a run has them: every outcome, and a hostile name. */
export function inspectedDocument(): Document {
  return {
    ...fixtureDocument(),
    inspections: [
      inspection({ resource: "acs:oss:cn-hangzhou:1234567890123456:app-logs-prod", inspected: 0, classes: {} }),
      inspection({
        resource: "acs:oss:cn-hangzhou:1234567890123456:public-download",
        ...{ objects: 0, inspected: 0, classes: {} },
        statement: { en: "there was nothing to inspect", zh: "没有可检查的对象" },
      }),
      inspection({
        resource: "arn:aws-cn:s3:::crm-customers",
        objects: 12_345,
        inspected: 152,
        unreadable: 1,
        classes: { "sensitive-personal": 3, personal: 40, unclassified: 109 },
        people: { "cn-mobile": 380, "cn-resident-id": 1_234, email: 20 },
        statement: {
          en: "152 of 12345 inspected; 43 found to hold personal or important data; with 95 % confidence at most 35 % of the rest holds such data; 1 could not be read in full",
          zh: "共 12345 个对象，已检查 152 个；其中 43 个发现个人信息或者重要数据；在 95% 的置信水平下，其余对象中至多 35% 存有此类数据；1 个未能完整读取",
        },
      }),
      inspection({ resource: "arn:aws:s3:::clickstream-eu", classes: { personal: 1 }, people: { "ip-address": 12 } }),
      inspection({ resource: "arn:aws:s3:::crm-customers-replica-hk", classes: { "state-secret": 1 }, stopped: true }),
      inspection({ resource: "arn:aws:s3:::no-longer-there" }),
      inspection({ resource: `arn:aws:s3:::${hostileNames.markup}` }),
      inspection({
        resource: `arn:aws:s3:::${hostileNames.reversed}`,
        classes: { personal: 1 },
        people: { email: 90 },
      }),
    ],
  };
}
