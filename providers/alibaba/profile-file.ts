import { readFile } from "node:fs/promises";
import { z } from "zod";
import { JingneiError } from "../../src/model/index.ts";
import type { Credentials, RoleToAssume } from "./credential.ts";

interface Named {
  readonly name: string;
  readonly file: string;
}

export type Profile =
  | (Named & { readonly kind: "keys"; readonly credentials: Credentials; readonly assume?: RoleToAssume })
  | (Named & { readonly kind: "instance-role"; readonly roleName: string | undefined });

const Entry = z.object({
  name: z.string(),
  mode: z.string().default("AK"),
  access_key_id: z.string().default(""),
  access_key_secret: z.string().default(""),
  sts_token: z.string().default(""),
  ram_role_arn: z.string().default(""),
  ram_session_name: z.string().default(""),
  ram_role_name: z.string().default(""),
});

const File = z.object({ current: z.string().default(""), profiles: z.array(Entry).default([]) });

/**
 * A profile of the aliyun command line (modes AK, StsToken, RamRoleArn, EcsRamRole): the one wanted, else the one marked
 * current. `undefined` where there is no file, or no profile in it and none was asked for.
 * @throws JingneiError `credential` when the file cannot be read as such, or the profile is incomplete or of another mode.
 */
export async function readProfile(file: string, wanted: string | undefined): Promise<Profile | undefined> {
  const content = await readIfPresent(file);
  if (content === undefined) return undefined;
  const name = wanted ?? (content.current === "" ? "default" : content.current);
  const entry = content.profiles.find((candidate) => candidate.name === name);
  return entry === undefined ? undefined : toProfile(entry, file);
}

async function readIfPresent(file: string): Promise<z.infer<typeof File> | undefined> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw unusable(file, "it cannot be opened");
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // The parser's own message quotes the file, secrets and all.
    throw unusable(file, "it is not JSON");
  }
  const parsed = File.safeParse(json);
  if (!parsed.success) throw unusable(file, "it is not a configuration of the aliyun command line");
  return parsed.data;
}

function unusable(file: string, why: string): JingneiError {
  return new JingneiError(
    "credential",
    `Alibaba Cloud: the profile file ${file} cannot be used: ${why}`,
    "Repair it with `aliyun configure`, or set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET.",
  );
}

function toProfile(entry: z.infer<typeof Entry>, file: string): Profile {
  const named = { name: entry.name, file };
  const keys = { accessKeyId: entry.access_key_id, accessKeySecret: entry.access_key_secret };
  const incomplete = keys.accessKeyId === "" || keys.accessKeySecret === "";
  switch (entry.mode) {
    case "AK":
      if (incomplete) throw lacks(named, "access_key_id or access_key_secret");
      return { ...named, kind: "keys", credentials: keys };
    case "StsToken":
      if (incomplete || entry.sts_token === "") throw lacks(named, "access_key_id, access_key_secret or sts_token");
      return { ...named, kind: "keys", credentials: { ...keys, securityToken: entry.sts_token } };
    case "RamRoleArn":
      if (incomplete || entry.ram_role_arn === "") {
        throw lacks(named, "access_key_id, access_key_secret or ram_role_arn");
      }
      return {
        ...named,
        kind: "keys",
        credentials: entry.sts_token === "" ? keys : { ...keys, securityToken: entry.sts_token },
        assume: { arn: entry.ram_role_arn, sessionName: entry.ram_session_name || "jingnei" },
      };
    case "EcsRamRole":
      return { ...named, kind: "instance-role", roleName: entry.ram_role_name || undefined };
    default:
      throw new JingneiError(
        "credential",
        `Alibaba Cloud: profile "${entry.name}" of ${file} has mode ${entry.mode}, which is not supported`,
        "Use a profile of mode AK, StsToken, RamRoleArn or EcsRamRole, or put temporary keys into the environment.",
      );
  }
}

function lacks(named: Named, what: string): JingneiError {
  return new JingneiError(
    "credential",
    `Alibaba Cloud: profile "${named.name}" of ${named.file} lacks ${what}`,
    `Complete it with \`aliyun configure --profile ${named.name}\`.`,
  );
}
