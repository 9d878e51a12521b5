import { writeFileSync } from "node:fs";

// Preloaded into the measured process: its own peak, as the kernel counts it, when it ends.
process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(
    process.env["BENCH_PEAK"] ?? "",
    JSON.stringify({ peakKib: maxRSS, cpuMs: (userCPUTime + systemCPUTime) / 1000 }),
  );
});
