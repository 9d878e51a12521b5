import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { htmlReporter } from "../../reports/html/index.ts";
import { documentSource } from "../../reports/json/document-source.ts";
import { type Browser, type BrowserOptions, startBrowser } from "../support/browser.ts";
import { inspectedDocument } from "../support/inspected-report.ts";
import { fixtureDocument, hostileNames } from "../support/report-fixture.ts";

let folder: string;
const file = (lang: "en" | "zh"): string => join(folder, `report-${lang}.html`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jingnei-page-"));
  for (const lang of ["en", "zh"] as const) {
    const chunks = htmlReporter.render(documentSource(inspectedDocument()), { lang });
    await writeFile(file(lang), [...chunks].join(""));
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Opens the page, and demands afterwards that it asked for nothing and complained of nothing. */
async function withPage(
  options: BrowserOptions & { readonly lang?: "en" | "zh" },
  look: (page: Page, browser: Browser) => Promise<void>,
): Promise<void> {
  const browser = await startBrowser(options);
  try {
    const page = await browser.open(file(options.lang ?? "en"));
    await look(page, browser);
    expect(browser.requests).toEqual([]);
    expect(browser.errors).toEqual([]);
  } finally {
    await browser.close();
  }
}

const Contrast = z.object({ checked: z.number(), failures: z.array(z.string()) });

/** Runs one of the scripts beside this file in the page. */
async function probe(page: Page, name: "contrast" | "glyphs" | "intruder"): Promise<unknown> {
  return page.evaluate(await readFile(new URL(`./probes/${name}.js`, import.meta.url), "utf8"));
}

/** Opens every fold, and lays out what stands below the edge of the window too. */
function unfold(page: Page): Promise<unknown> {
  return page.evaluate(`
    for (const element of document.querySelectorAll("details")) element.open = true;
    for (const element of document.querySelectorAll(".owner")) element.style.contentVisibility = "visible";
  `);
}

/** What a reader sees of an element that holds both languages. */
async function visibleText(page: Page, selector: string): Promise<string> {
  const parts = await page.locator(`${selector} > :visible`).allTextContents();
  return parts.join(" ").trim();
}

const shown = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).evaluateAll((elements) => elements.filter((element) => element.checkVisibility()).length);

describe("the report in a browser", () => {
  it("opens without a request to anywhere and without an error", async () => {
    await withPage({}, async (page) => {
      expect(await page.title()).toBe("Data residency report");
      expect(await visibleText(page, "h1")).toBe("Data residency report");
      expect(await page.locator(".finding").count()).toBe(fixtureDocument().findings.length);
    });
  });

  it("blocks what its policy does not name", async () => {
    const browser = await startBrowser();
    try {
      const page = await browser.open(file("en"));
      const ran = await probe(page, "intruder");
      expect(ran).toBe(false);
      expect(browser.requests).toEqual([]);
      expect(browser.errors.join()).toContain("Content Security Policy");
    } finally {
      await browser.close();
    }
  });

  it("shows one language at a time and switches between them", async () => {
    await withPage({}, async (page) => {
      expect(await page.locator("html").getAttribute("lang")).toBe("en");
      expect(await shown(page, 'body [lang="zh-CN"]')).toBe(0);
      await page.getByText("中文", { exact: true }).click();
      expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
      expect(await page.title()).toBe("数据存储地检查报告");
      expect(await shown(page, 'body [lang="en"]')).toBe(0);
      expect(await visibleText(page, "h1")).toBe("数据存储地检查报告");
      await page.getByText("English", { exact: true }).click();
      expect(await visibleText(page, "h1")).toBe("Data residency report");
    });
  });

  it("starts in Chinese when it was rendered so", async () => {
    await withPage({ lang: "zh" }, async (page) => {
      expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
      expect(await visibleText(page, ".result")).toContain("依据已观察到的事实");
    });
  });

  it("draws Chinese glyphs, not boxes", async () => {
    await withPage({ lang: "zh" }, async (page) => {
      const drawn = z.array(z.string()).parse(await probe(page, "glyphs"));
      expect(new Set(drawn).size).toBe(3);
    });
  });

  it("filters by text, priority and verdict, and says that it does", async () => {
    await withPage({}, async (page) => {
      const total = fixtureDocument().findings.length;
      expect(await shown(page, ".finding")).toBe(total);
      await page.locator("#filter-text").fill("replica frankfurt");
      await expect.poll(() => shown(page, ".finding")).toBe(0);
      expect(await page.locator("#filter-none").isVisible()).toBe(true);
      await page.locator("#filter-text").fill("crm-customers-replica-hk stored");
      await expect.poll(() => shown(page, ".finding")).toBe(1);
      expect(await visibleText(page, "#filtered")).toContain("Filtered view. Findings shown: 1");
      await page.getByRole("button", { name: "Show all" }).click();
      expect(await shown(page, ".finding")).toBe(total);
      await page.getByLabel(/^Requirement not met/).uncheck();
      await page.getByLabel(/^High/).uncheck();
      const rest = fixtureDocument().findings.filter((one) => one.verdict !== "not-met" && one.severity !== "high");
      await expect.poll(() => shown(page, ".finding")).toBe(rest.length);
    });
  });

  it("finds Chinese words while it shows English", async () => {
    await withPage({}, async (page) => {
      await page.locator("#filter-text").fill("人力资源管理");
      await expect.poll(() => shown(page, ".finding")).toBe(1);
    });
  });

  it("leads to a related finding, also when the filter hides it", async () => {
    await withPage({}, async (page) => {
      await page.locator("#f-a1f0c2d4e5b60718 details.proof summary").click();
      await page.locator("#filter-text").fill("sensitive stored-in CSL-39-STORE replica-hk is stored in Hong Kong");
      await page.evaluate('location.hash = "#f-1829b2e1d3c5f6a7"');
      await expect.poll(() => page.locator("#f-1829b2e1d3c5f6a7").isVisible()).toBe(true);
    });
  });

  it("shows hostile names as text", async () => {
    await withPage({}, async (page) => {
      const text = (await page.locator("#findings").textContent()) ?? "";
      expect(text).toContain(hostileNames.markup);
      expect(text).toContain("invoice[U+202E]gpj.exe");
      expect(await page.locator("img").count()).toBe(0);
    });
  });

  it("shows what sampling found, hostile names as text, and warns of a mark of secrecy", async () => {
    await withPage({}, async (page) => {
      const rows = await page.locator("#content tbody tr").allInnerTexts();
      expect(rows).toHaveLength(inspectedDocument().inspections?.length ?? 0);
      expect(rows[0]).toContain("sampling stopped");
      expect(rows.join()).toContain(hostileNames.markup);
      expect(await visibleText(page, "#content .notice")).toContain("tell the office in charge of secrecy");
    });
  });

  it("is read without script: both languages by the switch, everything there, no dead control", async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      expect(await page.locator("#filter").isVisible()).toBe(false);
      await page.getByText("中文", { exact: true }).click();
      expect(await visibleText(page, "h1")).toBe("数据存储地检查报告");
    });
  });

  it.each([360, 768, 1280])("does not scroll sideways at %i pixels, in either language", async (width) => {
    for (const lang of ["en", "zh"] as const) {
      await withPage({ width, height: 780, lang }, async (page) => {
        await unfold(page);
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
      });
    }
  });

  it.each(["light", "dark"] as const)("has contrast of AA on every text in %s", async (colorScheme) => {
    for (const lang of ["en", "zh"] as const) {
      await withPage({ colorScheme, lang }, async (page) => {
        await unfold(page);
        const { checked, failures } = Contrast.parse(await probe(page, "contrast"));
        expect(failures).toEqual([]);
        expect(checked).toBeGreaterThan(300);
      });
    }
  });

  it("follows the system's theme and lets the reader choose another", async () => {
    await withPage({ colorScheme: "dark" }, async (page) => {
      const background = (): Promise<unknown> => page.evaluate("getComputedStyle(document.body).backgroundColor");
      const dark = await background();
      await page.getByText("Light", { exact: true }).click();
      expect(await background()).not.toBe(dark);
      await page.getByText("Dark", { exact: true }).click();
      expect(await background()).toBe(dark);
    });
  });

  it("has its headings in order, a name for every control and a head for every column", async () => {
    await withPage({}, async (page) => {
      const levels = await page
        .locator("h1,h2,h3,h4,h5")
        .evaluateAll((all) => all.map((element) => Number(element.tagName[1])));
      expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
      expect(await page.locator("main, header.masthead, nav, footer").count()).toBe(4);
      expect(
        await page.evaluate('[...document.querySelectorAll("input")].every((input) => input.labels.length === 1)'),
      ).toBe(true);
      const tables = await page.locator("table").evaluateAll((all) =>
        all.map((table) => ({
          heads: table.querySelectorAll("thead th[scope]").length,
          rows: table.querySelectorAll("tbody tr").length,
        })),
      );
      for (const { heads, rows } of tables) {
        expect(heads).toBeGreaterThan(0);
        expect(rows).toBeGreaterThan(0);
      }
      const ids = await page.locator("[id]").evaluateAll((all) => all.map((element) => element.id));
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  it("prints everything, unfolded, on white and without controls", async () => {
    await withPage({ colorScheme: "dark" }, async (page) => {
      await page.emulateMedia({ media: "print" });
      await page.evaluate('dispatchEvent(new Event("beforeprint"))');
      expect(await page.locator("details:not([open])").count()).toBe(0);
      expect(await shown(page, ".switches, .filter, .contents")).toBe(0);
      expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
      const pdf = await page.pdf({ format: "A4", printBackground: true });
      expect(pdf.subarray(0, 5).toString("latin1")).toBe("%PDF-");
      expect(pdf.length).toBeGreaterThan(50_000);
      await page.evaluate('dispatchEvent(new Event("afterprint"))');
      expect(await page.locator("details[open]").count()).toBe(0);
    });
  });

  it("prints unfolded without script too", async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      expect(await shown(page, "details.proof ul.evidence")).toBe(0);
      await page.emulateMedia({ media: "print" });
      expect(await shown(page, "details.proof ul.evidence")).toBe(fixtureDocument().findings.length);
    });
  });
});
