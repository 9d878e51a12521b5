import type { Content } from "../make/content.ts";
import { type Encoding, encode } from "./encode.ts";
import { delimited, proseOf } from "./text-tables.ts";

/** A message: subject in encoded words, body in base64 of its character set, tables attached. From and to are of the organisation. */
export function mail(content: Content, charset: "utf-8" | "gbk"): Buffer {
  const words = (text: string): string => `=?${charset}?B?${bytes(text, charset).toString("base64")}?=`;
  const wrapped = (data: Buffer): string => (data.toString("base64").match(/.{1,76}/g) ?? []).join("\r\n");
  const boundary = "=_part_0a1b2c3d";
  const { title, paragraphs, sheets } = content;
  const body = proseOf({ title, paragraphs, sheets: [] }).join("\r\n\r\n");
  const attachments = sheets.map(
    (sheet) =>
      `--${boundary}\r\nContent-Type: text/csv; charset=${charset}; name="${sheet.name}.csv"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="${sheet.name}.csv"\r\n\r\n${wrapped(bytes(delimited({ ...content, sheets: [sheet] }, ","), charset))}\r\n`,
  );
  return Buffer.from(
    `Return-Path: <reports>\r\nDate: Mon, 02 Jun 2025 09:30:00 +0800\r\nSubject: ${words(title)}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n` +
      `--${boundary}\r\nContent-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n${wrapped(bytes(body, charset))}\r\n${attachments.join("")}--${boundary}--\r\n`,
  );
}

function bytes(text: string, charset: Encoding): Buffer {
  return encode(text, charset);
}
