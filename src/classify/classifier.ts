import type { ClassFact, Classification, Place, ResourceRecord } from "../model/index.ts";
import { classesByName } from "./class-by-name.ts";
import { classesByTag } from "./class-by-tag.ts";
import { mainlandCopyOf } from "./mainland-copy.ts";
import { originOf } from "./origin.ts";
import type { SelectorOptions } from "./selector.ts";

export type Classifier = (record: ResourceRecord, place: Place) => readonly ClassFact[];

/** What a record says about its own data, each statement with its evidence. Pure; the same record gives the same facts. */
export function createClassifier(
  classification: Classification,
  options: SelectorOptions = { caseInsensitive: false },
): Classifier {
  return (record, place) => {
    const tagged = record.tags.known ? classesByTag(record.tags.value, classification.tags) : [];
    // What somebody declared is not second-guessed by a name.
    const classes = tagged.length > 0 ? tagged : classesByName(record);
    return [
      ...classes,
      ...originOf(record, place, classification, options),
      ...mainlandCopyOf(record, place, classification, options),
    ];
  };
}
