import { execFileSync, spawn } from "node:child_process";
import { createServer } from "node:net";

/** Whether this machine has moto and boto3; where it has not, the reason. */
export function motoMissing(): string | undefined {
  try {
    execFileSync("python3", ["-c", "import moto.server, boto3"], { stdio: "ignore", timeout: 30_000 });
    return undefined;
  } catch {
    return "python3 with moto[server] and boto3 is not installed";
  }
}

export interface Moto {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts `python3 -m moto.server`: somebody else's idea of AWS. */
export async function startMoto(): Promise<Moto> {
  const port = await freePort();
  const child = spawn("python3", ["-m", "moto.server", "-H", "127.0.0.1", "-p", String(port)], {
    env: { ...process.env, MOTO_EC2_LOAD_DEFAULT_AMIS: "false" },
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + 45_000;
  while (!(await answers(url))) {
    if (Date.now() > deadline || child.exitCode !== null) throw new Error("moto did not start");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    url,
    close: async () => {
      child.kill();
      await ended;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/moto-api/`)).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Lists ids of a region with boto3, a client that shares no code with ours. */
export function listWithBoto(url: string, region: string): readonly string[] {
  const output = execFileSync("python3", ["-c", program, url, region], {
    encoding: "utf8",
    env: {
      ...process.env,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_EC2_METADATA_DISABLED: "true",
    },
  });
  return output.split("\n").filter((line) => line !== "");
}

const program = `
import sys, boto3
url, region = sys.argv[1:3]
ec2 = boto3.client("ec2", region_name=region, endpoint_url=url)
partition = boto3.client("sts", region_name=region, endpoint_url=url).get_caller_identity()["Arn"].split(":")[1]
account = boto3.client("sts", region_name=region, endpoint_url=url).get_caller_identity()["Account"]
arn = lambda kind, id: print(f"arn:{partition}:ec2:{region}:{account}:{kind}/{id}")
for reservation in ec2.describe_instances()["Reservations"]:
    for instance in reservation["Instances"]: arn("instance", instance["InstanceId"])
for volume in ec2.describe_volumes()["Volumes"]: arn("volume", volume["VolumeId"])
for snapshot in ec2.describe_snapshots(OwnerIds=["self"])["Snapshots"]: arn("snapshot", snapshot["SnapshotId"])
for image in ec2.describe_images(Owners=["self"])["Images"]: arn("image", image["ImageId"])
s3 = boto3.client("s3", region_name=region, endpoint_url=url)
for bucket in s3.list_buckets()["Buckets"]:
    where = s3.get_bucket_location(Bucket=bucket["Name"])["LocationConstraint"] or "us-east-1"
    if where == region: print(f"arn:{partition}:s3:::{bucket['Name']}")
`;
