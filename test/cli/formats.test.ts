import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { documentSource } from "../../reports/json/document-source.ts";
import { jsonReporter } from "../../reports/json/index.ts";
import { emptyFolder, jingnei } from "../support/command.ts";
import { fixtureDocument } from "../support/report-fixture.ts";

/** A folder with a report.json to render again. */
function reportFolder(document = fixtureDocument()): string {
  const folder = emptyFolder();
  writeFileSync(
    join(folder, "report.json"),
    [...jsonReporter.render(documentSource(document), { lang: "en" })].join(""),
  );
  return folder;
}

const files = {
  json: "report.json",
  html: "report.html",
  sarif: "report.sarif",
  junit: "report.junit.xml",
  csv: "report.csv",
  ocsf: "report.ocsf.json",
  markdown: "report.md",
} as const;

describe("jingnei report --format", () => {
  it("writes every format of the contract under its name", async () => {
    const output = emptyFolder();
    const formats = Object.keys(files).join(",");
    const { code, stderr } = await jingnei(["report", reportFolder(), "--format", formats, "--output", output]);
    expect(stderr).toContain("Wrote ");
    expect(code).toBe(1);
    expect(readdirSync(output).sort()).toEqual(Object.values(files).sort());
  });

  it.each(Object.keys(files))("writes %s alone to stdout", async (format) => {
    const folder = reportFolder();
    const { stdout } = await jingnei(["report", folder, "--format", format, "--output", "-", "--quiet"]);
    const output = emptyFolder();
    await jingnei(["report", folder, "--format", format, "--output", output, "--quiet"]);
    const [file = ""] = readdirSync(output);
    expect(stdout).toBe(readFileSync(join(output, file), "utf8"));
    expect(stdout.length).toBeGreaterThan(1_000);
  });

  it("says the same in Chinese with --lang zh", async () => {
    const { stdout } = await jingnei([
      "report",
      reportFolder(),
      "--format",
      "markdown",
      "--output",
      "-",
      "--lang",
      "zh",
      "--quiet",
    ]);
    expect(stdout).toContain("最需处置的检查发现");
  });

  it("marks in SARIF what a baseline did not hold", async () => {
    const { findings, ...rest } = fixtureDocument();
    const earlier = reportFolder({ ...rest, findings: findings.slice(1) });
    const baseline = join(earlier, "report.json");
    const args = ["report", reportFolder(), "--format", "sarif", "--output", "-", "--quiet", "--baseline", baseline];
    const { stdout } = await jingnei(args);
    // Suppressed ones stand in it too, marked as such.
    const states = JSON.parse(stdout).runs[0].results.map((one: { baselineState: string }) => one.baselineState);
    expect(states).toEqual(["new", ...Array(8).fill("unchanged")]);
  });
});
