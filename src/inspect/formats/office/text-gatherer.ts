import type { TextPiece } from "../../piece.ts";
import { freeLayout } from "../line-layout.ts";

/** Gathers paragraphs to pieces of text, titles apart. */
export interface TextGatherer {
  add(paragraph: string, isTitle: boolean): void;
  take(isEnd: boolean): Iterable<TextPiece>;
}

const enough = 256 * 1024;

export function textGatherer(format: string): TextGatherer {
  const layout = freeLayout(format);
  let body = "";
  let titles = "";
  return {
    add(paragraph, isTitle) {
      const line = paragraph.trim();
      if (line === "") return;
      if (isTitle) titles += `${line}\n`;
      else body += `${line}\n`;
    },
    *take(isEnd) {
      if (titles !== "" && (isEnd || titles.length >= enough)) {
        yield { kind: "text", bytes: Buffer.from(titles), layout, zone: "title" };
        titles = "";
      }
      if (body !== "" && (isEnd || body.length >= enough)) {
        yield { kind: "text", bytes: Buffer.from(body), layout };
        body = "";
      }
    },
  };
}
