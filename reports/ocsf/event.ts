import type { Language, ReportSource, Severity } from "../../src/model/index.ts";

/** Version of the schema that the events keep. */
const ocsfVersion = "1.8.0";

const categoryUid = 2;
const classUid = 2003;

/** `Create` for what was first seen in this run, `Update` for what an earlier one had seen. */
export const activities = { create: { id: 1, name: "Create" }, update: { id: 2, name: "Update" } } as const;
export type Activity = (typeof activities)[keyof typeof activities];

const severities: Readonly<Record<Severity, { readonly id: number; readonly name: string }>> = {
  critical: { id: 5, name: "Critical" },
  high: { id: 4, name: "High" },
  medium: { id: 3, name: "Medium" },
  low: { id: 2, name: "Low" },
  info: { id: 1, name: "Informational" },
};

export interface Head {
  readonly uid: string;
  readonly code: string;
  readonly activity: Activity;
  readonly severity: Severity;
  readonly profiles: readonly string[];
  readonly lang: Language;
}

/** Fields that say what kind of event it is, when it was and who wrote it. Times are milliseconds since 1970. */
export function headOf({ run, tool }: ReportSource, { uid, code, activity, severity, profiles, lang }: Head) {
  return {
    activity_id: activity.id,
    activity_name: activity.name,
    category_uid: categoryUid,
    category_name: "Findings",
    class_uid: classUid,
    class_name: "Compliance Finding",
    type_uid: classUid * 100 + activity.id,
    type_name: `Compliance Finding: ${activity.name}`,
    time: milliseconds(run.finishedAt),
    start_time: milliseconds(run.startedAt),
    end_time: milliseconds(run.finishedAt),
    severity_id: severities[severity].id,
    severity: severities[severity].name,
    metadata: {
      version: ocsfVersion,
      uid: `${run.id}/${uid}`,
      correlation_uid: run.id,
      event_code: code,
      product: { name: tool.name, vendor_name: tool.name, version: tool.version, lang },
      ...(profiles.length > 0 ? { profiles } : {}),
    },
  };
}

/** @throws RangeError where a run holds no time: an event without one cannot be filed */
function milliseconds(time: string): number {
  const value = Date.parse(time);
  if (Number.isNaN(value)) throw new RangeError(`${time} is no time`);
  return value;
}
