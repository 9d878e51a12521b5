import type { Approval, DataClass } from "../model/index.ts";
import { lastDayOf } from "./approvals.ts";
import { daysFrom } from "./days.ts";

/** What is known of one entry of the register on a day. */
export function factsOfRoute(approval: Approval, asOf: string, used: boolean): Readonly<Record<string, unknown>> {
  const { mechanism, ground, classes, issued, reference, pipia } = approval;
  const last = lastDayOf(approval);
  const covers = (held: DataClass): boolean => classes.includes(held);
  const facts: Record<string, unknown> = {
    mechanism,
    personal: covers("personal") || covers("sensitive-personal"),
    sensitive: covers("sensitive-personal"),
    important: covers("important"),
    issued,
    started: issued <= asOf,
    ended: last !== undefined && last < asOf,
    age: BigInt(daysFrom(issued, asOf)),
    hasReference: reference !== undefined && reference.trim() !== "",
    hasPipia: pipia !== undefined,
    used,
  };
  if (ground !== undefined) facts["ground"] = ground;
  if (last !== undefined) {
    facts["daysLeft"] = BigInt(daysFrom(asOf, last));
    facts["termDays"] = BigInt(daysFrom(issued, last) + 1);
  }
  if (pipia !== undefined) {
    facts["pipiaLead"] = BigInt(daysFrom(pipia.date, issued));
    facts["pipiaAge"] = BigInt(daysFrom(pipia.date, asOf));
  }
  return facts;
}
