import { createClassifier } from "../classify/index.ts";
import { createGazetteer } from "../geography/index.ts";
import type { Classification, PlannedCatalogue, Provider } from "../model/index.ts";
import type { RecordReading } from "../store/sink.ts";

interface Habits extends Pick<Provider, "id" | "regions" | "caseInsensitiveIds"> {
  readonly catalogue?: Pick<PlannedCatalogue, "keyOf">;
}

/** How this run reads records: each provider's own region table and id habits, one classifier. */
export function createReading(providers: readonly Habits[], classification: Classification): RecordReading {
  const byId = new Map(
    providers.map((provider) => [
      provider.id,
      {
        gazetteer: createGazetteer(provider.regions),
        classify: createClassifier(classification, { caseInsensitive: provider.caseInsensitiveIds }),
        keyOf: provider.catalogue?.keyOf ?? (provider.caseInsensitiveIds ? lowerCase : asItIs),
      },
    ]),
  );
  function habitsOf(id: string) {
    const habits = byId.get(id);
    if (habits === undefined) throw new Error(`a record of provider ${id}, which this run does not scan`);
    return habits;
  }
  return {
    placeOf: (provider, ref) => habitsOf(provider).gazetteer.resolve(ref),
    factsOf: (record, place) => habitsOf(record.scope.provider).classify(record, place),
    keyOf: (provider, id) => habitsOf(provider).keyOf(id),
  };
}

function lowerCase(id: string): string {
  return id.toLowerCase();
}

function asItIs(id: string): string {
  return id;
}
