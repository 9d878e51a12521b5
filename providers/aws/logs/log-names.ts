/**
 * Names that AWS services give to the log groups they write themselves: databases, the control plane of EKS, DNS queries,
 * the web firewall (which takes no other name), directories, trails made in the console, and what services deliver as vended
 * logs. Read in the CloudWatch Logs, RDS, EKS, Route 53, WAF and CloudTrail user guides, 2026-11-22.
 */
const networkNames: readonly RegExp[] = [
  /^\/aws\/(?:rds|docdb|neptune|redshift|route53|directoryservice|cloudtrail)\//,
  /^\/aws\/eks\/[^/]+\/cluster$/,
  /^aws-waf-logs-/,
  /^aws-cloudtrail-logs-/,
  /^CloudTrail\//,
  /^\/aws\/vendedlogs\/(?!(?:states|pipes|bedrock)\/)/,
];

/** Figures that AWS's own agents write as log lines: metrics, and no logs that a duty speaks of. */
const metricNames: readonly RegExp[] = [
  /^RDSOSMetrics$/,
  /^\/aws\/lambda-insights$/,
  /^\/aws\/(?:ecs\/)?containerinsights\/.+\/(?:performance|prometheus)$/,
];

/** What a group's name alone tells of its logs: their kind, that they are none, or that they are of a kind not found out. */
export function logKindByName(
  name: string,
): { readonly logKind: "network" } | { readonly holdsLogs: true } | Readonly<Record<string, never>> {
  if (networkNames.some((pattern) => pattern.test(name))) return { logKind: "network" };
  return metricNames.some((pattern) => pattern.test(name)) ? {} : { holdsLogs: true };
}
