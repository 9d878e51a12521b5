import { didYouMean, JingneiError, type Provider } from "../model/index.ts";
import type { ProviderRegistry } from "../run/index.ts";

/** @throws JingneiError `usage` that names the nearest provider. */
export async function namedProvider(providers: ProviderRegistry, id: string): Promise<Provider> {
  const load = Object.hasOwn(providers, id) ? providers[id] : undefined;
  if (load !== undefined) return await load();
  const known = Object.keys(providers);
  throw new JingneiError(
    "usage",
    `there is no provider "${id}".${didYouMean(id, known)}`,
    `Name one of ${known.join(", ")}.`,
  );
}
