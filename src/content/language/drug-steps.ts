/** One step of what is said of a medicine, and the circumstances that decide what it means. */
import type { MedicationStatus } from "../../engine/finding";
import type { Act } from "./acts";
import type { Clause } from "./bind";
import type { Place } from "./places";

export interface State {
  status?: MedicationStatus;
  note?: string;
  /** Said not to have failed: a "failure" in the same breath is the one denied. */
  kept?: boolean;
  /** "Has used": over, unless more is said of it. */
  perfect?: boolean;
  /** "Was helpful": it worked then. */
  then?: boolean;
  /** "Helped": told in the past tense. */
  effect?: boolean;
  /** Used too little while it was used. */
  low?: boolean;
  /** Only talked of, by words that stand before the name: an order among them is part of the talk. */
  talked?: boolean;
}

export interface Step extends Clause {
  place: Place;
  /** The act stands before the name. */
  ahead: boolean;
  /** An "if" stands before the name. */
  conditional: boolean;
  act: Act;
}

export const AGO = /\b(?:ago|last|was|were|has|had|since|previously)\b/;
export const WISHED =
  /\b(?:would like|'d like|wants?|wanting|wish\w*|hop\w+|considering|thinking (?:of|about)|afraid|tempted|keen|(?:ask\w*|wonder\w*|inquir\w*)\s+(?:about|if|whether))\s+(?:(?:to|she|he|they|it|can|could|should|is|ok)\s+){0,4}$/;
export const REASON =
  /\b(?:because|since|due to|owing to|but|although|though|however|as (?:he|she|they|the patient|pt))\b[^.;]*$/;
export const OF_ITS_USE =
  /\b(?:us(?:es?|ed|ing)|appl\w+|takes?|taking|took|doses?|adheren\w*|complian\w*|forg[eo]t\w*|miss\w*|skip\w*)\b/;
export const RELAPSE =
  /\b(?:flar\w+|return\w*|recur\w*|relaps\w*|comes? back|came back|worse\w*|rebound\w*|breaks? out)\b/;

/** No time yet in which it could have helped. */
export const JUST_BEGUN =
  /\b(?:start\w*|began|begun)\b(?![^;]*\b(?:stop|quit|d\/c|discontinu))[^.;]{0,30}\b(?:yesterday|(?:last|this|one|1|a) week|(?:few|couple of|\d|two|three|four|five) days?)\b/;
/** "Partial improvement so far, continue another three weeks": not judged yet. */
export const SO_FAR =
  /^[^.;]{0,40}\b(?:so far|thus far|to date|as yet)\b[^.;]{0,30}\b(?:continu\w+|carry on|keep going|persevere|give it)\b/;
export const NO_MORE = /^[^.;]{0,40}?\bany ?(?:more|longer)\b/;
export const USED_ONCE =
  /^[^.;,]{0,30}?(?:\bsince\b|\b(?:in|for) (?:(?:over|about|almost|nearly|more than|the (?:past|last)|several|many|a|an|\d+|one|two|three|four|five|six)\s+){0,3}(?:years?|months?|weeks?|yrs?|mos?|wks?)\b)/;

/** More than "helps some". */
export const WELL = /\bwell\b|^(?:excellent|great|good|complete)\b|^flare free$|^cleared$/;

/** Lasts: neither a later "continue" nor a later "stop" undoes it. */
export const lasts = ({ status }: State) => status === "failed" || status === "allergy";
export const sentenceOf = ({ text, sentence }: Clause) => text.slice(sentence.start, sentence.end);

/** "If Elidel fails", "unless it burns": nothing has happened yet. */
export function isSupposed({ text, marks, act, sentence }: Step): boolean {
  const lead = text.slice(sentence.start, act.start);
  if (/^\W*should\s[^,;]*$/.test(lead)) return true;
  const from = marks.findLast(
    (mark) => (mark.kinds.includes("if") || mark.word === "unless") && mark.end <= act.start,
  );
  if (!from || /\b(?:even|as)\s*$/.test(text.slice(sentence.start, from.start))) return false;
  return !/[,;]/.test(text.slice(from.end, act.start));
}

const HAD = /(?:prescribed|given|rx'd|received|receives)$/;
const THAT_YEAR =
  /^[^;,]{0,50}?\b(?:in|during|circa) (?:early |late |mid[ -]?)?(?:19|20)\d\d\b|^[^;,.]{0,30}?\b(?:at age \d+|when (?:she|he) was (?:\d+|a (?:child|baby|toddler|teenager)))\b/;

/** "Was prescribed Elidel in 2017": told of that year, and not of now. */
export const isOfThatYear = ({ text, act, sentence }: Step): boolean =>
  HAD.test(act.word) && THAT_YEAR.test(text.slice(act.end, sentence.end));

/** "Follow with Elidel once clear" */
export const isAwaited = ({ text, marks, act }: Step): boolean =>
  marks.some(
    ({ kinds, word, end }) =>
      (kinds.includes("whenever") || word === "until") &&
      !/^(?:every|each|any|after|upon)/.test(word) &&
      end <= act.start &&
      /^\s*(?:\w+\s+){0,2}$/.test(text.slice(end, act.start)),
  );

/** "Underwent an eight-week course of" */
export const isHad = ({ text, act, sentence }: Step): boolean =>
  /\b(?:underwent|received|completed|finished|following|after|had|has had|despite)\s+(?:(?!(?:if|when|once)\b)[\w-]+\s+){0,4}$/.test(
    text.slice(Math.max(sentence.start, act.start - 50), act.start),
  );
