import { join } from "node:path";
import type { EntryOperation, Grants, Language, Text } from "../model/index.ts";

interface Facts {
  readonly lang: Language;
  readonly provider: string;
  /** Where the files went; `undefined` = stdout. */
  readonly folder: string | undefined;
  /** Permissions granted. */
  readonly count: number;
  /** Resource types they are for. */
  readonly types: number;
  /** Calls of connecting that only some source entries make. */
  readonly leftOut: readonly EntryOperation[];
  /** Those of them that read content. */
  readonly content: readonly string[];
  /** Permissions of calls that are answered without them. */
  readonly unneeded: readonly string[];
}

/** What to do with the documents, for a person; a numbered line per step. */
export function permissionWords(grants: Grants, facts: Facts): readonly string[] {
  const { lang, leftOut, unneeded } = facts;
  const names = Object.keys(grants.documents);
  const steps = grants.advice.flatMap((text) => perDocument(text[lang], names, facts));
  const check = { en: "Check what is granted: jingnei preflight", zh: "检查授权结果：jingnei preflight" };
  return [
    summary(facts, names)[lang],
    ...[...steps, check[lang]].map((step, index) => `${index + 1}. ${step}`),
    ...[...Map.groupBy(leftOut, (call) => call.with ?? "")].map(([key, calls]) => leftOutText(key, calls)[lang]),
    ...unneeded.map((permission) => unneededText(permission)[lang]),
  ];
}

/** A step that speaks of a file stands once for each of them. */
function perDocument(step: string, names: readonly string[], facts: Facts): readonly string[] {
  if (!step.includes("{file}")) return [step];
  return names.map((name) => step.replaceAll("{name}", name).replaceAll("{file}", fileOf(name, facts)));
}

/** Documents of several providers may lie in one folder. */
export function documentFile(provider: string, name: string): string {
  return `${provider}-${name}.json`;
}

function fileOf(name: string, { provider, folder = "." }: Pick<Facts, "provider" | "folder">): string {
  return join(folder, documentFile(provider, name));
}

function summary(facts: Facts, names: readonly string[]): Text {
  const { count, types, folder, content } = facts;
  const files = names.map((name) => fileOf(name, facts)).join(", ");
  const en = `${count} permissions for ${types} resource ${types === 1 ? "type" : "types"}; ${content.length === 0 ? "all of them read settings, none reads content or changes anything" : `${content.join(", ")} read samples of content, the others settings; none changes anything`}.`;
  const zh = `共 ${count} 项权限，用于 ${types} 种资源类型；${content.length === 0 ? "均为读取配置，不读取数据内容，也不做任何修改" : `${content.join("、")} 用于抽样读取内容，其余为读取配置，均不做任何修改`}。`;
  if (folder !== undefined) return { en: `${en}\nWrote ${files}.`, zh: `${zh}\n已写入 ${files}。` };
  if (names.length === 1) {
    return {
      en: `${en}\nThe commands below take it from ${files}: add > ${files} to this command.`,
      zh: `${zh}\n以下命令从 ${files} 读取该文档：请在本命令后加 > ${files}。`,
    };
  }
  return {
    en: `${en}\nToo large for one document: stdout has an object that holds ${names.length} by name.\nThe commands below take them from files: add --output . to this command.`,
    zh: `${zh}\n超出单个文档的长度上限：stdout 为一个对象，按名称列出 ${names.length} 个文档。\n以下命令从文件读取：请在本命令后加 --output .。`,
  };
}

function leftOutText(key: string, calls: readonly EntryOperation[]): Text {
  const setting = key.includes("=") ? key : `${key}=…`;
  const permissions = calls.map(({ permission }) => permission);
  return {
    en: `Left out: ${permissions.join(", ")}, for sources with \`${key.replace("=", ": ")}\` only (--with ${setting} adds it).`,
    zh: `未包含 ${permissions.join("、")}：仅带有 \`${key.replace("=", ": ")}\` 的来源需要（可用 --with ${setting} 加入）。`,
  };
}

function unneededText(permission: string): Text {
  return {
    en: `Left out: ${permission}, whose call is answered without it.`,
    zh: `未包含 ${permission}：相应调用无需此权限即可得到所需信息。`,
  };
}
