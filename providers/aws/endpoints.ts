/**
 * The endpoint the environment sets for a service: AWS_ENDPOINT_URL_<SERVICE> before AWS_ENDPOINT_URL, as the SDK reads
 * them. Read here as well, since S3 needs buckets in the path at an endpoint of one's own.
 */
export function endpointOf(
  environment: Readonly<Record<string, string | undefined>>,
  serviceId: string,
): string | undefined {
  if (/^true$/i.test(environment["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"] ?? "")) return undefined;
  const suffix = serviceId.replace(/\s+/g, "_").toUpperCase();
  const candidates = [environment[`AWS_ENDPOINT_URL_${suffix}`], environment["AWS_ENDPOINT_URL"]];
  return candidates.find((url) => url !== undefined && url !== "");
}
