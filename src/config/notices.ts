import { type Config, didYouMean, quote, showPath, type ValuePath } from "../model/index.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** Words that some rule asks for; others change nothing. */
export interface KnownWords {
  readonly sectors: readonly string[];
  readonly attestations: readonly string[];
}

/**
 * What is valid and does not do what its writer may think, on a day: an approval or a suppression that has ended, counts of another
 * year, a word that no rule asks for. Each with file, line, column and path.
 * @param known left out where rules are disabled: a word for one of those is no mistake
 */
export function configNotices(
  file: string,
  config: Config,
  document: YamlDocument,
  day: string,
  known: KnownWords | undefined,
): readonly string[] {
  const notices: string[] = [];
  const say = (path: ValuePath, message: string): void => {
    const { line, column } = document.locate(path, "value");
    notices.push(`${file}:${line}:${column}: ${showPath(path)}: ${message}`);
  };
  for (const [index, { id, expires, reviewBy, issued }] of config.approvals.entries()) {
    const path = ["approvals", index];
    if (expires !== undefined && expires < day) {
      say([...path, "expires"], `the approval ${quote(id)} expired on ${expires} and covers nothing any more`);
    } else if (reviewBy !== undefined && reviewBy < day) {
      say(
        [...path, "reviewBy"],
        `the approval ${quote(id)} was to be reviewed by ${reviewBy} and covers nothing since`,
      );
    }
    if (issued > day) say([...path, "issued"], `the approval ${quote(id)} covers nothing before ${issued}`);
  }
  for (const [index, { expires }] of config.suppressions.entries()) {
    if (expires < day) {
      say(["suppressions", index, "expires"], `expired on ${expires}: what it kept quiet is open again`);
    }
  }
  for (const [index, { id, date }] of config.attestations.entries()) {
    if (date > day) say(["attestations", index, "date"], `lies after ${day}, so nothing is attested yet`);
    if (known?.attestations.includes(id) === false) {
      say(["attestations", index, "id"], `no policy asks for ${quote(id)}.${didYouMean(id, known.attestations)}`);
    }
  }
  const { exported, sectors } = config.operator;
  if (exported !== undefined && exported.asOf.slice(0, 4) !== day.slice(0, 4)) {
    const message = `the counts are of ${exported.asOf.slice(0, 4)}; those of ${day.slice(0, 4)} start at 1 January and are unknown`;
    say(["operator", "exported", "asOf"], message);
  }
  for (const [index, sector] of sectors.entries()) {
    if (known?.sectors.includes(sector) !== false) continue;
    say(
      ["operator", "sectors", index],
      `no policy speaks of the sector ${quote(sector)}.${didYouMean(sector, known.sectors)}`,
    );
  }
  return notices;
}
