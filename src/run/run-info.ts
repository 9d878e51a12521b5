import type { Config, RunInfo } from "../model/index.ts";

export interface RunTimes {
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly interrupted: boolean;
}

/** What a report says of the run itself: when, by what law, for whom. */
export function runInfo(
  { id, mode, asOf, config }: Pick<RunInfo, "id" | "mode" | "asOf"> & { readonly config: Config },
  { startedAt, finishedAt, interrupted }: RunTimes,
): RunInfo {
  const { status, sectors, handled, exported } = config.operator;
  return {
    id,
    mode,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    ...(interrupted ? { interrupted } : {}),
    asOf,
    operator: {
      status: [...status],
      sectors,
      ...(handled === undefined ? {} : { handled }),
      ...(exported === undefined ? {} : { exported: compact(exported) }),
    },
  };
}

function compact(exported: NonNullable<Config["operator"]["exported"]>): NonNullable<RunInfo["operator"]["exported"]> {
  const { asOf, personal, sensitivePersonal } = exported;
  return {
    asOf,
    ...(personal === undefined ? {} : { personal }),
    ...(sensitivePersonal === undefined ? {} : { sensitivePersonal }),
  };
}
