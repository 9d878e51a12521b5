import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { aws } from "../../providers/aws/index.ts";

test("neither loading the provider nor asking for its types loads an SDK; collecting does", () => {
  const program = (then: string) => `
    import { registerHooks } from "node:module";
    const seen = new Set();
    registerHooks({ resolve(specifier, context, next) { seen.add(specifier); return next(specifier, context); } });
    const { aws } = await import(${JSON.stringify(new URL("../../providers/aws/index.ts", import.meta.url).href)});
    ${then}
    console.log([...seen].some((name) => name.startsWith("@aws-sdk/")));`;
  const run = (then: string) =>
    execFileSync(process.execPath, ["--input-type=module", "-e", program(then)], { encoding: "utf8" }).trim();
  expect(run("")).toBe("false");
  expect(run("await aws.types();")).toBe("false");
  const collecting = "for await (const _ of (await aws.types())[0].collect({ client: () => ({}) }, 'us-east-1', {}));";
  expect(run(`try { ${collecting} } catch {}`)).toBe("true");
});

test("every file in types/ is a registered type of its name, and none stands twice", async () => {
  const folder = new URL("../../providers/aws/types/", import.meta.url);
  const files = readdirSync(folder).filter((name) => name !== "index.ts");
  const names = (await aws.types()).map(({ type }) => `${type.split("/").slice(1).join("-")}.ts`);
  expect(names.sort()).toEqual(files.sort());
});

test("a source without a partition speaks of aws", () => {
  expect(aws.partitionOf({ provider: "aws" })).toBe("aws");
  expect(aws.partitionOf({ provider: "aws", partition: "aws-cn" })).toBe("aws-cn");
});
