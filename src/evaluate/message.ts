import {
  accountTerm,
  type EdgeInQuestion,
  edgeKindTerms,
  highestClass,
  type Language,
  languages,
  type Text,
  verdictTerms,
} from "../model/index.ts";
import { takesRoutes } from "./approvals.ts";
import {
  approvalValues,
  capitalised,
  classesIn,
  missingIn,
  numberIn,
  otherEndIn,
  type ParameterWords,
  type PlaceWords,
  type Values,
} from "./describe.ts";
import type { Draft } from "./draft.ts";
import { edgeClauses, sentences } from "./phrases.ts";
import { fill, plain } from "./plain-text.ts";

/** The same in every language. */
export function inEveryLanguage(say: (language: Language) => string): Text {
  const [en, zh] = languages.map(say);
  return { en: en ?? "", zh: zh ?? "" };
}

/** What a message takes from the edge itself; everything else its draft settles. */
const slots = ["resource", "account", "provider", "place", "to"] as const;

/** Stands in a text where a value goes: no name or policy holds a control character. */
const mark = "\u0001";

/**
 * The message of a draft, as something to be filled in for each edge.
 * @param sample any of the edges that the draft was made for: they share kind and classes.
 */
export function messageTemplate(
  draft: Draft,
  sample: EdgeInQuestion,
  parameters: ParameterWords,
  placeIn: PlaceWords,
): (question: EdgeInQuestion) => Text {
  const [en, zh] = languages.map((language) => {
    const sentence = outcomeSentence(draft, language, (side) => ownSentence(side, sample, parameters, language));
    const parts = sentence
      .split(mark)
      .map((part, index) => (index % 2 === 0 ? part : slots.find((slot) => slot === part)));
    return (question: EdgeInQuestion): string => {
      let text = "";
      for (const [index, part] of parts.entries()) {
        text += index % 2 === 0 ? part : slotIn(part, question, language, placeIn);
      }
      return text;
    };
  });
  return (question) => ({ en: en?.(question) ?? "", zh: zh?.(question) ?? "" });
}

function slotIn(slot: string | undefined, question: EdgeInQuestion, language: Language, placeIn: PlaceWords): string {
  const { resource, edge } = question;
  switch (slot) {
    case "resource":
      return plain(resource.name);
    case "account":
      return plain(accountTerm(resource.account)[language]);
    case "provider":
      return resource.provider;
    case "place":
      return placeIn(edge.place, language);
    default:
      return otherEndIn(question, language, placeIn);
  }
}

export function remediationOf(draft: Draft, parameters: ParameterWords): Text {
  return inEveryLanguage((language) => {
    const { ifDesignated, ifNotDesignated } = draft;
    const kept = keepingOf(draft, language);
    if (kept !== undefined) return kept;
    const own = fill(draft.policy.policy.remediation[language], parameters[language]);
    if (ifDesignated === undefined || ifNotDesignated === undefined) return own;
    if (ifDesignated.policy === ifNotDesignated.policy) return own;
    const designated = fill(ifDesignated.policy.policy.remediation[language], parameters[language]);
    return fill(sentences.remediationElse[language], { plain: own, designated });
  });
}

/** What a recorded route covers need not stop: it has to stay as recorded. */
function keepingOf({ route, verdict }: Draft, language: Language): string | undefined {
  if (route.kind === "none") return undefined;
  const values = approvalValues(route.approval, language);
  if (verdict === "accepted") return fill(sentences.keepWithin[language], values);
  return verdict === "permitted" ? fill(sentences.keepGround[language], values) : undefined;
}

/** What an account's finding says of all resources folded into it. */
export function accountMessageOf(draft: Draft, account: string, count: number, parameters: ParameterWords): Text {
  return inEveryLanguage((language) => {
    const { accountMessage, title } = draft.policy.policy;
    const template = draft.undecided ? undefined : accountMessage?.[language];
    return fill(
      template ?? sentences.undecidedAccount[language],
      {
        account: plain(accountTerm(account)[language]),
        count: numberIn(count, "en"),
        title: title[language],
        missing: missingIn(draft.missing, language),
      },
      parameters[language],
    );
  });
}

/** What a draft says; for an undeclared operator what holds without a designation, and what one would make of it. */
export function outcomeSentence(draft: Draft, language: Language, say: (side: Draft) => string): string {
  const { ifDesignated, ifNotDesignated } = draft;
  const side = ifNotDesignated ?? ifDesignated;
  if (side === undefined) return say(draft);
  const parts = [fill(sentences.undeclared[language], { plain: say(side) })];
  if (ifNotDesignated === undefined) parts.push(sentences.ifNotDesignated[language]);
  else if (ifDesignated === undefined) parts.push(sentences.ifDesignatedNothing[language]);
  else {
    const title = ifDesignated.policy.policy.title[language];
    const verdict = verdictTerms[ifDesignated.verdict][language];
    parts.push(fill(sentences.ifDesignated[language], { title, verdict }));
  }
  return parts.join(language === "en" ? " " : "");
}

function ownSentence(draft: Draft, question: EdgeInQuestion, parameters: ParameterWords, language: Language): string {
  const values = valuesOf(draft, question, language);
  if (draft.undecided) return fill(sentences.undecided[language], values);
  const parts = [fill(draft.policy.policy.message[language], values, parameters[language])];
  if (draft.weakClass) parts.push(sentences.weakClass[language]);
  parts.push(...routeSentences(draft, values, language));
  return parts.join(language === "en" ? " " : "");
}

function routeSentences(draft: Draft, values: Values, language: Language): readonly string[] {
  const { route, routeCounts, verdict } = draft;
  const say = (name: keyof typeof sentences): readonly string[] => [fill(sentences[name][language], values)];
  switch (route.kind) {
    case "none":
      return verdict === "not-met" && takesRoutes(draft.policy.policy) ? say("none") : [];
    case "exceeded":
      return say(route.by === "people" ? "exceededPeople" : "exceededClasses");
    case "accepted":
    case "permitted":
    case "arguable":
      if (routeCounts === false) return say("routeDoesNotCount");
      if (routeCounts === undefined || (route.kind === "arguable" && route.missing.length > 0))
        return say("routeNeedsMore");
      return say(route.kind);
    default:
      return say(route.kind);
  }
}

/** What a sentence names: settled words, and marks where each edge has its own. */
function valuesOf(draft: Draft, { edge, data }: EdgeInQuestion, language: Language): Values {
  const approval = draft.route.kind === "none" ? undefined : draft.route.approval;
  const held = draft.about.length > 0 ? draft.about : [highestClass(data.classes.map((entry) => entry.class))];
  const own: Values = {
    ...Object.fromEntries(slots.map((slot) => [slot, `${mark}${slot}${mark}`])),
    kind: edgeKindTerms[edge.kind][language],
    class: classesIn(held, language),
    title: draft.policy.policy.title[language],
    missing: missingIn(draft.missing, language),
    ...(approval === undefined ? {} : approvalValues(approval, language)),
  };
  return { ...own, flow: capitalised(fill(edgeClauses[edge.kind][language], own)) };
}
