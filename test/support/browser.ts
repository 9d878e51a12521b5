import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import chromium from "@sparticuz/chromium";
import { type BrowserContext, chromium as driver, type Page } from "playwright-core";

/** A browser with an empty profile, a Chinese font, and everything that it wanted from elsewhere. */
export interface Browser {
  readonly context: BrowserContext;
  /** Addresses that were asked for and are no file; every one of them was refused. */
  readonly requests: readonly string[];
  /** What the pages wrote to the console as an error, and what they threw. */
  readonly errors: readonly string[];
  open(file: string): Promise<Page>;
  close(): Promise<void>;
}

export interface BrowserOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
  readonly javaScriptEnabled?: boolean;
}

export async function startBrowser(options: BrowserOptions = {}): Promise<Browser> {
  const folder = await mkdtemp(join(tmpdir(), "jingnei-browser-"));
  const fonts = await chineseFonts(folder);
  const context = await driver.launchPersistentContext(join(folder, "profile"), {
    executablePath: await chromium.executablePath(),
    headless: true,
    args: [...chromium.args, "--no-sandbox", "--disable-background-networking", "--disable-component-update"],
    env: { ...process.env, FONTCONFIG_FILE: fonts },
    viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
    colorScheme: options.colorScheme ?? "light",
    javaScriptEnabled: options.javaScriptEnabled ?? true,
  });
  const requests: string[] = [];
  const errors: string[] = [];
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (url.startsWith("file:")) return route.continue();
    requests.push(url);
    return route.abort();
  });
  return {
    context,
    requests,
    errors,
    async open(file) {
      const page = await context.newPage();
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      page.on("pageerror", (error) => errors.push(error.message));
      await page.goto(`file://${file}`);
      return page;
    },
    async close() {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The bundled Chromium has no Chinese glyphs: Noto Sans SC (OFL) comes from npm, for the tests only. */
async function chineseFonts(folder: string): Promise<string> {
  const root = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans-sc/package.json"));
  const file = join(folder, "fonts.conf");
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${join(root, "400Regular")}</dir><dir>${join(root, "600SemiBold")}</dir><cachedir>${join(folder, "fontcache")}</cachedir>
</fontconfig>\n`,
  );
  return file;
}
