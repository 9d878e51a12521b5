import {
  type Approval,
  type DataClass,
  didYouMean,
  grounds,
  jurisdictions,
  type Mechanism,
  nearest,
  quote,
  type ValuePath,
} from "../model/index.ts";
import { countryCodes } from "./countries.ts";
import type { Mistake } from "./mistake.ts";
import { mistakeAt } from "./schema-mistakes.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** These have no last day of their own: somebody says when they are looked at again. */
const reviewedMechanisms: readonly Mechanism[] = ["standard-contract", "gba-contract", "exemption"];

/** Routes of PIPL 38 for personal information alone. */
const personalMechanisms: readonly Mechanism[] = ["standard-contract", "certification", "gba-contract"];

/** The Greater Bay Area contracts cover Hong Kong and Macao only. */
const gbaDestinations: readonly string[] = ["hong-kong", "macao", "HK", "MO"];

const destinationJurisdictions = jurisdictions.filter((jurisdiction) => jurisdiction !== "unknown");

/** What a valid shape can still get wrong about approvals. */
export function approvalMistakes(
  approvals: readonly Approval[],
  document: YamlDocument,
  providerIds: readonly string[],
): readonly Mistake[] {
  const seen = new Map<string, number>();
  return approvals.flatMap((approval, index) => {
    const path: ValuePath = ["approvals", index];
    const say = (key: string, message: string) => mistakeAt(document, [...path, key], "value", message);
    const mistakes = [...ownMistakes(approval, say)];
    const earlier = seen.get(approval.id);
    if (earlier !== undefined)
      mistakes.push(say("id", `approvals[${earlier}] has the id ${quote(approval.id)} already`));
    seen.set(approval.id, earlier ?? index);
    for (const [place, held] of approval.classes.entries()) {
      const message = classMistake(held, approval.mechanism);
      if (message !== undefined) mistakes.push(mistakeAt(document, [...path, "classes", place], "value", message));
    }
    for (const [place, destination] of approval.destinations.entries()) {
      const message = destinationMistake(destination, approval.mechanism, providerIds);
      if (message !== undefined) {
        mistakes.push(mistakeAt(document, [...path, "destinations", place], "value", message));
      }
    }
    return mistakes;
  });
}

function* ownMistakes(approval: Approval, say: (key: string, message: string) => Mistake): Iterable<Mistake> {
  const { mechanism, ground, issued, expires, reviewBy } = approval;
  if (reviewedMechanisms.includes(mechanism)) {
    if (reviewBy === undefined) {
      yield say("reviewBy", `is required with mechanism ${mechanism}: the day by which somebody looks at it again`);
    }
  } else if (expires === undefined) {
    yield say("expires", `is required with mechanism ${mechanism}: the last day on which it is valid`);
  }
  if (mechanism === "exemption" && ground === undefined) {
    yield say("ground", `is required with mechanism exemption: ${grounds.join(", ")}`);
  }
  if (mechanism !== "exemption" && ground !== undefined) {
    yield say("ground", `belongs to mechanism exemption, not to ${mechanism}`);
  }
  if (expires !== undefined && expires < issued) yield say("expires", `${expires} lies before issued, ${issued}`);
  if (reviewBy !== undefined && reviewBy < issued) yield say("reviewBy", `${reviewBy} lies before issued, ${issued}`);
}

/** What no recorded route covers (core data, state secrets), and what is no route for important data (PIPL 38, CBDF 2 and 7). */
function classMistake(held: DataClass, mechanism: Mechanism): string | undefined {
  if (held === "core" || held === "state-secret") return `${held} data is covered by no recorded approval`;
  if (held === "unclassified") return "unclassified data cannot be approved: classify it first";
  return held === "important" && personalMechanisms.includes(mechanism)
    ? `${mechanism} is a route for personal information; important data takes a security assessment`
    : undefined;
}

function destinationMistake(
  destination: string,
  mechanism: Mechanism,
  providerIds: readonly string[],
): string | undefined {
  if (mechanism === "gba-contract") {
    return gbaDestinations.includes(destination)
      ? undefined
      : `${quote(destination)} is not covered by mechanism gba-contract, which reaches hong-kong and macao only`;
  }
  const colon = destination.indexOf(":");
  if (colon >= 0) {
    const provider = destination.slice(0, colon);
    if (!providerIds.includes(provider))
      return `${quote(provider)} is no provider.${didYouMean(provider, providerIds)}`;
    return colon === destination.length - 1 ? `a region must follow ${quote(destination)}` : undefined;
  }
  if (destination === "unknown") return '"unknown" cannot be approved: name the place the data goes to';
  if (destinationJurisdictions.some((known) => known === destination) || countryCodes.includes(destination))
    return undefined;
  const upper = destination.toUpperCase();
  const meant = countryCodes.includes(upper) ? upper : nearest(destination, destinationJurisdictions);
  const suggestion = meant === undefined ? "" : ` Did you mean ${meant}?`;
  const choices = `a jurisdiction (${destinationJurisdictions.join(", ")}), an ISO country such as SG, or provider:region-glob`;
  return `${quote(destination)} is no destination.${suggestion} Write ${choices}`;
}
