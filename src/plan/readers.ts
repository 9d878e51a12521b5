import type { PlannedPart, PlannedShape, TemplateProvider } from "../model/index.ts";

/** A provider's catalogue, ready to be asked. */
export interface Reader {
  readonly provider: TemplateProvider;
  readonly shapes: ReadonlyMap<string, PlannedShape>;
  readonly parts: ReadonlyMap<string, PlannedPart>;
}

export function readerOf(provider: TemplateProvider): Reader {
  const { shapes, parts } = provider.catalogue;
  return {
    provider,
    shapes: new Map(shapes.map((shape) => [shape.kind, shape])),
    parts: new Map(parts.map((part) => [part.kind, part])),
  };
}
