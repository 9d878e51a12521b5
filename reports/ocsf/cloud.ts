import type { ReportResource, ReportSource, StreamedFinding } from "../../src/model/index.ts";

/** Where a finding or a gap belongs, as far as it is known. */
export interface Home {
  readonly provider: string;
  readonly partition: string;
  readonly account: string;
  readonly region: string | null;
}

/** The account of the resource, or of the account that the finding is about. */
export function homeOf(
  source: ReportSource,
  finding: StreamedFinding,
  resource: ReportResource | undefined,
): Home | undefined {
  if (resource !== undefined) {
    const { provider, partition, account, place } = resource;
    return { provider, partition, account, region: place.region };
  }
  const { subject } = finding;
  if (subject?.kind !== "account") return undefined;
  const row = source.summary.inventory.find(({ account }) => account === subject.id);
  return row === undefined ? undefined : { ...row, region: null };
}

/** The `cloud` object of the profile of that name, which asks for a provider at least. */
export function cloudOf({ provider, partition, account, region }: Home): Readonly<Record<string, unknown>> {
  return {
    provider,
    cloud_partition: partition,
    account: { uid: account },
    ...(region === null ? {} : { region }),
  };
}
