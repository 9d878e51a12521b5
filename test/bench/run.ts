import { calls } from "./calls.ts";
import { judge } from "./judge.ts";
import { kernel } from "./kernel.ts";
import { memory } from "./memory.ts";
import { plan } from "./plan.ts";
import { startup } from "./startup.ts";

const parts: Readonly<Record<string, () => Promise<void>>> = { startup, plan, calls, judge, kernel, memory };
const asked = process.argv.slice(2);
for (const [name, part] of Object.entries(parts)) {
  if (asked.length === 0 || asked.includes(name)) await part();
}
