/**
 * Names by which templates mean what a scan found under `acs:<service>:<region>:<uid>:<relative>`: its own name behind the service
 * (`oss://crm`, of a Logstore `log://crm:app`), and by itself an id that the cloud made (`d-bp1…`).
 */
export function namesOf(id: string): readonly string[] {
  const [, service, relative] = /^acs:([^:]+):[^:]*:[^:]*:(.+)$/.exec(id) ?? [];
  if (service === undefined || relative === undefined) return [];
  const names = relative.split("/").filter((_, index, { length }) => index % 2 === 1 || length === 1);
  const made = /^[a-z-]+\/([a-z]+-[0-9a-z-]*\d[0-9a-z-]*)$/.exec(relative)?.[1];
  return [`${service}://${names.join(":")}`, ...(made === undefined ? [] : [made])];
}
