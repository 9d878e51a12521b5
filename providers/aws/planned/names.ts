/**
 * Names by which templates mean what a scan found under an ARN: the ARN without the account, which goes without saying, and the
 * bare id of what EC2 and EFS made (`vol-…`, `fs-…`).
 */
export function namesOf(arn: string): readonly string[] {
  const [, partition, service, region, account, rest] = /^arn:([^:]*):([^:]*):([^:]*):(\d+):(.+)$/.exec(arn) ?? [];
  if (account === undefined || rest === undefined) return [];
  const bare = /^[a-z-]+\/([a-z]+-[0-9a-f]{8,})$/.exec(rest)?.[1];
  return [`arn:${partition}:${service}:${region}::${rest}`, ...(bare === undefined ? [] : [bare])];
}
