import type { ClassFact, Classification, Place, ResourceRecord } from "../model/index.ts";
import { classesByName } from "./class-by-name.ts";
import { classesByTag } from "./class-by-tag.ts";
import { kindsByTag } from "./kind-by-tag.ts";
import { mainlandCopyOf } from "./mainland-copy.ts";
import { mlpsByTag } from "./mlps-by-tag.ts";
import { originOf } from "./origin.ts";
import type { SelectorOptions } from "./selector.ts";

export type Classifier = (record: ResourceRecord, place: Place) => readonly ClassFact[];

/** What a record says about its own data, each statement with its evidence. Pure; the same record gives the same facts. */
export function createClassifier(
  classification: Classification,
  options: SelectorOptions = { caseInsensitive: false },
): Classifier {
  return (record, place) => {
    const tags = record.tags.known ? record.tags.value : {};
    const level = mlpsByTag(tags);
    const tagged = [...classesByTag(tags, classification.tags), ...kindsByTag(tags)];
    // What somebody declared is not second-guessed by a name.
    const classes = tagged.some((fact) => fact.about === "class") ? [] : classesByName(record);
    return [
      ...tagged,
      ...classes,
      ...(level === undefined ? [] : [level]),
      ...originOf(record, place, classification, options),
      ...mainlandCopyOf(record, place, classification, options),
    ];
  };
}
