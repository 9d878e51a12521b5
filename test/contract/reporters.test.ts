import { existsSync, readdirSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { reporters } from "../../reports/index.ts";
import { documentSource } from "../../reports/json/document-source.ts";
import { languages, type Reporter } from "../../src/model/index.ts";
import { largeReport } from "../support/large-report.ts";
import { fixtureDocument, hostileNames } from "../support/report-fixture.ts";

/** What every reporter promises. A new format is held to it by being registered. */
const registered = await Promise.all(
  Object.entries(reporters).map(async ([format, load]) => [format, await load()] as const),
);

const reports = new URL("../../reports/", import.meta.url);

/** Formats whose readers set a limit hold the worst of a large run and not all of it. */
const mostCharacters: Readonly<Record<string, number>> = { markdown: 65_536 };

function render(reporter: Reporter, lang: (typeof languages)[number] = "en"): string {
  return [...reporter.render(documentSource(fixtureDocument()), { lang })].join("");
}

describe("the registry of reporters", () => {
  it("names exactly the folders that hold a reporter", () => {
    const folders = readdirSync(reports, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/index.ts`, reports)))
      .map((entry) => entry.name);
    expect(Object.keys(reporters).sort()).toEqual(folders.sort());
  });

  it("gives each file a name of its own", () => {
    const extensions = registered.map(([, reporter]) => reporter.extension);
    expect(new Set(extensions).size).toBe(extensions.length);
  });
});

describe.each(registered)("the %s reporter", (format, reporter) => {
  it("answers to the name it is registered under", () => {
    expect(reporter.id).toBe(format);
    expect(reporter.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
  });

  it.each(languages)("writes the same text twice in %s", (lang) => {
    expect(render(reporter, lang)).toBe(render(reporter, lang));
  });

  it("does not depend on the order in which objects were built", () => {
    const document = fixtureDocument();
    const turned = {
      ...document,
      resources: document.resources.map((one) => reversed(one)),
      edges: document.edges.map((one) => reversed(one)),
      findings: document.findings.map((one) => reversed(one)),
    };
    expect([...reporter.render(documentSource(turned), { lang: "en" })].join("")).toBe(render(reporter));
  });

  it("shows every finding of the fixture", () => {
    const text = render(reporter);
    for (const { id } of fixtureDocument().findings) expect(text).toContain(id);
  });

  it("lets no name hide, reorder or start a new line", () => {
    // What RFC 4180 and Excel ask for: a byte order mark and CRLF.
    const text =
      format === "csv"
        ? render(reporter)
            .replace(/^\uFEFF/, "")
            .replaceAll("\r\n", "\n")
        : render(reporter);
    expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|\p{Cs}/u);
    for (const name of Object.values(hostileNames)) expect(hostile(name) && text.includes(name)).toBe(false);
  });

  it("carries the disclaimer", () => {
    expect(render(reporter)).toContain(fixtureDocument().tool.disclaimer.en);
  });

  it("starts to write before it has read all findings", () => {
    const large = largeReport(50_000);
    for (const _chunk of reporter.render(large.source, { lang: "en" })) break;
    expect(large.pulled()).toBeLessThan(6_000);
  });

  it("keeps memory flat over 200,000 findings and a folded million", { timeout: 120_000 }, () => {
    const collect = garbageCollector();
    const { source } = largeReport(200_000);
    collect();
    const before = process.memoryUsage().heapUsed;
    let peak = 0;
    let length = 0;
    let next = 0;
    for (const chunk of reporter.render(source, { lang: "en" })) {
      length += chunk.length;
      if (length < next) continue;
      next = length + 20_000_000;
      collect();
      peak = Math.max(peak, process.memoryUsage().heapUsed - before);
    }
    const most = mostCharacters[format];
    if (most === undefined) expect(length).toBeGreaterThan(1_000_000);
    else expect(length).toBeLessThanOrEqual(most);
    expect(peak / 1_048_576).toBeLessThan(60);
  });
});

/** Markup is harmful in HTML only; what cannot be seen is harmful everywhere. */
function hostile(name: string): boolean {
  return name !== hostileNames.markup && name !== hostileNames.formula;
}

function reversed<T extends object>(value: T): T {
  const turned = Object.fromEntries(Object.entries(value).reverse());
  return Object.assign(Object.create(Object.getPrototypeOf(value)), turned);
}

function garbageCollector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc");
}
