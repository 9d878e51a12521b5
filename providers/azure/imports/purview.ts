import { z } from "zod";
import type { ContentEvidence, ImportSubject, ResultImport } from "../../../src/model/index.ts";
import { evidenceOfKind } from "../../evidence-of-kind.ts";
import { itemsIn } from "../../import-items.ts";

/** An asset of the Data Map with its classifications (Discovery - Query, 2023-09-01; read 2026-11-22). */
const Asset = z.looseObject({
  qualifiedName: z.string(),
  classification: z.array(z.string()).nullish(),
});

/** Results of Microsoft Purview: the answer of a Data Map search, page by page. */
export const purviewImport: ResultImport = {
  format: "purview",
  *read(document) {
    for (const { qualifiedName, classification } of itemsIn(document, { list: "value", item: Asset }, mistake)) {
      const subject = subjectOf(qualifiedName);
      if (subject === undefined || classification == null || classification.length === 0) continue;
      const evidence = new Map<ContentEvidence, number>();
      for (const kind of classification) {
        const one = evidenceOfKind(kind);
        if (one !== undefined) evidence.set(one, (evidence.get(one) ?? 0) + 1);
      }
      yield { subject, evidence, classes: [], words: [...new Set(classification)].sort(), certain: true };
    }
  },
};

const mistake = {
  message: "this is no answer of a Purview search (value[].qualifiedName is missing)",
  remedy: "Save the answer of the Data Map's search/query, each page to a line.",
};

/** Hosts of the public cloud, and of Azure operated by 21Vianet. */
const hosts: readonly (readonly [end: RegExp, type: string])[] = [
  [/^([^.]+)\.(?:blob|dfs|file|queue|table)\.core\.(?:windows\.net|chinacloudapi\.cn)$/, "azure/storage/account"],
  [/^([^.]+)\.documents\.azure\.(?:com|cn)$/, "azure/cosmos/account"],
];
const sqlHost = /^([^.]+)\.database\.(?:windows\.net|chinacloudapi\.cn)$/;

/** `https://account.blob.core.windows.net/…`, `mssql://server.database.windows.net/database/…`. */
function subjectOf(qualifiedName: string): ImportSubject | undefined {
  const url = URL.parse(qualifiedName);
  if (url === null) return undefined;
  const server = sqlHost.exec(url.hostname)?.[1];
  const database = url.pathname.split("/")[1];
  if (server !== undefined && database !== undefined && database !== "") {
    return { type: "azure/sql/database", idEnd: `/servers/${server}/databases/${database}` };
  }
  for (const [end, type] of hosts) {
    const name = end.exec(url.hostname)?.[1];
    if (name !== undefined) return { type, name };
  }
  return undefined;
}
