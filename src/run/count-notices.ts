import type { Operator } from "../model/index.ts";

/** Distinct people seen in samples: never more than there are, as far as one identifier stands for one person. */
export interface PeopleSeen {
  readonly seen: number;
  /** Of those, in stores outside the mainland. */
  readonly outside: number;
}

/**
 * What the samples say of the counts that the thresholds of the law rest on (people handled in total; people whose data went outside
 * since 1 January). A sample proves a count too low, and never that it is right.
 */
export function countNotices({ seen, outside }: PeopleSeen, { handled, exported }: Operator): readonly string[] {
  const notices: string[] = [];
  if (handled === undefined && seen > 0) {
    notices.push(`the samples show at least ${seen} people; operator.handled does not say of how many data is handled`);
  } else if (handled !== undefined && seen > handled) {
    notices.push(`the samples show at least ${seen} people, more than the ${handled} of operator.handled`);
  }
  const declared = (exported?.personal ?? 0) + (exported?.sensitivePersonal ?? 0);
  const isDeclared = exported?.personal !== undefined || exported?.sensitivePersonal !== undefined;
  if (outside > 0 && !isDeclared) {
    notices.push(
      `stores outside the mainland show at least ${outside} people; operator.exported says nothing of how many`,
    );
  } else if (outside > declared && isDeclared) {
    notices.push(
      `stores outside the mainland show at least ${outside} people, more than the ${declared} of operator.exported`,
    );
  }
  return notices;
}
