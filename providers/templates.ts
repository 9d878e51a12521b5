import type { TemplateProvider } from "../src/model/index.ts";

/** Providers as far as templates need them. Each loads when a change is read; none loads an SDK. */
export const templateProviders: Readonly<Record<string, () => Promise<TemplateProvider>>> = {
  alibaba: async () => (await import("./alibaba/planned/index.ts")).alibabaTemplates,
  aws: async () => (await import("./aws/planned/index.ts")).awsTemplates,
  azure: async () => (await import("./azure/planned/index.ts")).azureTemplates,
  huawei: async () => (await import("./huawei/planned/index.ts")).huaweiTemplates,
  tencent: async () => (await import("./tencent/planned/index.ts")).tencentTemplates,
};
