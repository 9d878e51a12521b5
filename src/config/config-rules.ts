import { type Config, didYouMean, quote } from "../model/index.ts";
import { approvalMistakes } from "./approval-rules.ts";
import type { Mistake } from "./mistake.ts";
import { mistakeAt } from "./schema-mistakes.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** What a valid shape can still get wrong. */
export function ruleMistakes(
  config: Config,
  document: YamlDocument,
  providerIds: readonly string[],
): readonly Mistake[] {
  return [
    ...statusMistakes(config, document),
    ...approvalMistakes(config.approvals, document, providerIds),
    ...reviewedProviderMistakes(config, document, providerIds),
  ];
}

function statusMistakes(config: Config, document: YamlDocument): readonly Mistake[] {
  const { status } = config.operator;
  const say = (message: string) => [mistakeAt(document, ["operator", "status"], "value", message)];
  if (status.includes("undeclared") && status.some((word) => word !== "undeclared")) {
    return say("undeclared stands alone: a status is declared or it is not");
  }
  return status.includes("ciio") && status.includes("non-ciio") ? say("ciio and non-ciio exclude each other") : [];
}

function reviewedProviderMistakes(
  config: Config,
  document: YamlDocument,
  providerIds: readonly string[],
): readonly Mistake[] {
  return config.reviewedProviders.flatMap((entry, index) => {
    const provider = entry.split(":", 1)[0] ?? entry;
    if (providerIds.includes(provider)) return [];
    const message = `${quote(provider)} is no provider.${didYouMean(provider, providerIds)} Write provider or provider:partition`;
    return [mistakeAt(document, ["reviewedProviders", index], "value", message)];
  });
}
