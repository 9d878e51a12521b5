import type { Provider } from "../src/model/index.ts";

/** A provider's module loads when it is asked for, its SDKs only when it connects. */
export const providers: Readonly<Record<string, () => Promise<Provider>>> = {
  alibaba: async () => (await import("./alibaba/index.ts")).alibaba,
  aws: async () => (await import("./aws/index.ts")).aws,
  azure: async () => (await import("./azure/index.ts")).azure,
};
