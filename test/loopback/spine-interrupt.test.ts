import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type AwsAccount, serveAws } from "../../providers/aws/loopback.ts";
import type { Fault } from "../../src/model/index.ts";
import type { ScanRequest } from "../../src/run/index.ts";
import { testKeys } from "../support/aws-scan.ts";
import { type Ended, emptyFolder } from "../support/command.ts";
import { type SpineFolder, spineFolder, withoutRun } from "../support/spine-command.ts";
import {
  type SpineOptions,
  type SpineScan,
  scanClouds,
  scanSpine,
  serveSpine,
  spineTypes,
} from "../support/spine-scan.ts";

/** A hanging call is given up after 20 s: a process that ends sooner was not waiting for one. */
const promptMs = 12_000;

/** Each test starts the command line twice, on machines that may have other things to do. */
vi.setConfig({ testTimeout: 90_000 });

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const cloud of open.splice(0)) await cloud.close();
});

let whole: SpineScan;
beforeAll(async () => {
  whole = await scanSpine();
});

interface SlowFolder {
  readonly folder: SpineFolder;
  /** Whether every cloud has met its operation with silence: what comes after is answered. */
  hangs(): boolean;
}

/** A folder whose clouds meet each of these operations with silence, once. Azure is served by two. */
async function slowFolder(operations: Readonly<Record<keyof SpineOptions, string>>): Promise<SlowFolder> {
  const hang = (operation: string): { faults: readonly Fault[] } => ({
    faults: [{ operation, answer: "hang", times: 1 }],
  });
  const { aws, alibaba, azure } = operations;
  const clouds = await serveSpine({ aws: hang(aws), alibaba: hang(alibaba), azure: hang(azure) });
  open.push(clouds);
  return {
    folder: spineFolder(clouds, spineTypes),
    hangs: () =>
      clouds.times("aws", aws) > 0 && clouds.times("alibaba", alibaba) > 0 && clouds.times("azure", azure) > 1,
  };
}

interface Stopped extends Ended {
  /** From the signal to the end of the process. */
  readonly ms: number;
}

/** Scans and sends the signal as soon as log and clouds say that it is time. */
async function stopped(folder: SpineFolder, signal: NodeJS.Signals, when: (log: string) => boolean): Promise<Stopped> {
  let sent: number | undefined;
  let look = (): void => undefined;
  // The log may have said its last word before the clouds have met their last call.
  const timer = setInterval(() => look(), 20);
  const ended = await folder.scan(["--log-level", "debug"], {
    watch(log, kill) {
      look = () => {
        if (sent !== undefined || !when(log)) return;
        sent = performance.now();
        kill(signal);
      };
    },
  });
  clearInterval(timer);
  if (sent === undefined) throw new Error(`the time for ${signal} never came:\n${ended.stderr}`);
  return { ...ended, ms: performance.now() - sent };
}

const lists = { aws: "DescribeInstances", alibaba: "DescribeDisks", azure: "Snapshots_List" };
/** Each cloud has finished a task. */
const amid = (log: string): boolean => ["aws/", "alibaba/", "azure/"].every((type) => log.includes(`debug: ${type}`));

describe("Ctrl-C", () => {
  test("amid collecting ends with what is there, and --resume goes on to the answer of an undisturbed scan", async () => {
    const { folder, hangs } = await slowFolder(lists);
    const { code, ms, stderr } = await stopped(folder, "SIGINT", (log) => hangs() && amid(log));
    expect(code).toBe(130);
    expect(ms).toBeLessThan(promptMs);
    expect(existsSync(join(folder.path, "jingnei-report/report.html"))).toBe(true);
    const part = folder.document();
    expect(part.run.interrupted).toBe(true);
    expect(part.coverage.complete).toBe(false);
    expect(stderr).toContain(`--resume ${part.run.id}`);
    const known = new Set(whole.document.resources.map(({ id }) => id));
    expect(part.resources.length).toBeGreaterThan(0);
    expect(part.resources.length).toBeLessThan(known.size);
    for (const { id } of part.resources) expect(known).toContain(id);
    // What was cut short is named, and nothing else: no call failed.
    expect(new Set(part.coverage.gaps.map((gap) => gap.operation))).toEqual(new Set(["interrupted"]));
    expect(part.coverage.answered).toBeLessThan(part.coverage.asked);

    const resumed = await folder.scan(["--resume"]);
    expect(resumed.code).toBe(whole.exitCode);
    const { run } = folder.document();
    expect(run.id).toBe(part.run.id);
    expect(run.interrupted).toBeUndefined();
    expect(withoutRun(folder.json())).toBe(withoutRun(whole.json));
  });

  test("while the clouds are being entered ends at once too, and --resume does it all", async () => {
    const entering = { aws: "GetCallerIdentity", alibaba: "AssumeRole", azure: "Subscriptions_ListLocations" };
    const { folder, hangs } = await slowFolder(entering);
    const { code, ms } = await stopped(folder, "SIGINT", (log) => hangs() && log.includes("info: account "));
    expect(code).toBe(130);
    expect(ms).toBeLessThan(promptMs);
    expect(folder.document()).toMatchObject({ run: { interrupted: true }, coverage: { complete: false } });

    expect((await folder.scan(["--resume"])).code).toBe(whole.exitCode);
    expect(withoutRun(folder.json())).toBe(withoutRun(whole.json));
  });

  test("amid a list of many pages keeps of them nothing twice, and nothing that is no longer there", async () => {
    const volumes = Array.from({ length: 2_000 }, (_, index) => ({ id: `vol-${String(index).padStart(17, "0")}` }));
    const account: AwsAccount = {
      id: "444455556666",
      partition: "aws",
      regions: [{ id: "ap-east-1" }],
      buckets: [{ name: "few", region: "ap-east-1" }],
      ec2: { "ap-east-1": { volumes } },
    };
    const cloud = await serveAws({ accounts: [account] }, { pageSize: 2 });
    open.push(cloud);
    const pages = () => cloud.calls.filter(({ operation }) => operation === "DescribeVolumes").length;
    const folder = spineFolder({ sources: [{ provider: "aws", endpoint: cloud.url }], environment: testKeys }, [
      "aws/ec2/*",
      "aws/s3/*",
    ]);
    const { code, ms } = await stopped(folder, "SIGINT", () => pages() > 20);
    expect(code).toBe(130);
    expect(ms).toBeLessThan(promptMs);
    const part = folder.document();
    expect(part.run.interrupted).toBe(true);
    expect(part.resources.length).toBeLessThan(2_001);
    const [gone] = volumes.splice(0, 1);
    expect(part.resources.map(({ name }) => name)).toContain(gone?.id);

    await folder.scan(["--resume", part.run.id]);
    const { resources, coverage } = folder.document();
    expect(resources).toHaveLength(2_000);
    expect(resources.map(({ name }) => name)).not.toContain(gone?.id);
    expect(coverage.complete).toBe(true);
  });
});

/** Answers that stay away, to be found again after resuming: before there are tasks, of a whole list, of one resource. */
const gaps: SpineOptions = {
  aws: {
    pageSize: 2,
    faults: [
      { operation: "DescribeRegions", answer: "denied" },
      { operation: "DescribeVolumes", answer: "throttled" },
      { operation: "GetBucketAcl", answer: "denied" },
    ],
  },
  alibaba: {
    pageSize: 2,
    faults: [
      { operation: "AssumeRole", answer: "denied" },
      { operation: "GetBucketLogging", answer: "malformed" },
    ],
  },
  azure: { pageSize: 1, faults: [{ operation: "Subscriptions_ListLocations", answer: "denied" }] },
};

test("wherever a run with gaps is interrupted, and once more after that, it comes to the same end", async () => {
  const undisturbed = await scanSpine(gaps);
  expect(undisturbed.document.coverage.gaps.length).toBeGreaterThan(6);
  const clouds = await serveSpine(gaps);
  open.push(clouds);
  for (const events of [1, 7, 25, 60]) {
    const storePath = join(emptyFolder(), "run.sqlite");
    const first = await scanClouds(clouds, { storePath, ...stopAfter(events) });
    const second = await scanClouds(clouds, { storePath, resume: true, ...stopAfter(events) });
    const last = await scanClouds(clouds, { storePath, resume: true });
    for (const { document } of [first, second]) {
      expect(document.run.interrupted, `after ${events} events`).toBe(true);
      expect(document.coverage.complete).toBe(false);
    }
    expect(last.document.run.interrupted).toBeUndefined();
    expect(withoutRun(last.json), `after ${events} events`).toBe(withoutRun(undisturbed.json));
  }
});

function stopAfter(events: number): Pick<ScanRequest, "signal" | "listener"> {
  const controller = new AbortController();
  let heard = 0;
  return {
    signal: controller.signal,
    listener: () => {
      if (++heard === events) controller.abort();
    },
  };
}

test("a process that was killed can be resumed as well", async () => {
  const { folder, hangs } = await slowFolder(lists);
  expect((await stopped(folder, "SIGKILL", (log) => hangs() && amid(log))).code).toBeNull();
  expect(existsSync(join(folder.path, "jingnei-report/report.json"))).toBe(false);

  expect((await folder.scan(["--resume"])).code).toBe(whole.exitCode);
  expect(withoutRun(folder.json())).toBe(withoutRun(whole.json));
});
