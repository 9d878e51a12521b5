import type { TemplateFormat } from "./template.ts";

/** Formats in the order in which they are tried. Each loads when a file needs it. */
export const formats: readonly (() => Promise<TemplateFormat>)[] = [
  async () => (await import("./terraform/plan-format.ts")).terraformPlan,
  async () => (await import("./terraform/state-format.ts")).terraformState,
  async () => (await import("./cloudformation/index.ts")).cloudFormationFormat,
  async () => (await import("./ros/index.ts")).rosFormat,
  async () => (await import("./arm/format.ts")).armFormat,
  async () => (await import("./hcl/format.ts")).hclFormat,
  async () => (await import("./pulumi/format.ts")).pulumiFormat,
];
