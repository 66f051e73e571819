/** What the sentences after say of a medicine just named. */
import type { MedicationStatus } from "../../engine/finding";
import type { Act } from "./acts";
import { type Clause, type Drug, FOREIGN, hasOwnObject, IT } from "./bind";
import { wordsIn } from "./marks";
import type { Place } from "./places";
import type { Span } from "./sentences";

export interface DrugSentence extends Span {
  place: Place;
  drugs: Drug[];
  /** Names of diseases and the like, whose words are no triggers. */
  others: readonly Span[];
}

export interface DrugJudgement {
  status: MedicationStatus;
  note?: string;
  /** The sentence says so, as against the part of the chart it stands in. */
  said: boolean;
}

export interface Analysis extends Clause {
  bound: Map<Drug, Act[]>;
  /** The sentence, with the next where that only says how the skin is. */
  whole: Span;
}

/** "Ciclosporin 3 mg/kg, week 6. BP fine. Continue.": an order that can mean only what the entry began with. */
const CONTINUE =
  /^\W*(?:cont(?:inue|'d)?|carry on|keep going|to continue|continuing)\b\W*(?:(?:as is|same(?: dose)?|current(?: dose)?|unchanged|for now|to \d+ ?(?:wks?|weeks|months|mo))\W*)?(?:,[^,;]*)?$/;
const MOST_BETWEEN = 4;

export function lastsOn(
  text: string,
  sentences: readonly DrugSentence[],
  index: number,
  own: DrugJudgement,
): boolean {
  const sentence = sentences[index];
  const [drug, another] = sentence?.drugs ?? [];
  if (!sentence || !drug || another || own.said || own.status !== "other") return false;
  if (!/^\W*(?:[a-z ]{1,24},\s*)?$/.test(text.slice(sentence.start, drug.start))) return false;
  for (const { start, end, drugs } of sentences.slice(index + 1, index + 1 + MOST_BETWEEN)) {
    if (drugs.length > 0 || /\n\s*\n/.test(text.slice(drug.end, start))) return false;
    if (CONTINUE.test(text.slice(start, end))) return true;
  }
  return false;
}

/** "Stings for ten minutes. Advised to persevere.": put up with, and no ending. */
const BORNE =
  /^\W*(?:\w+ ){0,3}?(?:advised|encouraged|told|asked|reassured|happy|willing|agrees?|agreed|plans?|will)\b[^.;]{0,24}?\b(?:continue|persist|persevere|keep (?:going|using it|on with it)|carry on|stick with it)(?: (?:with )?(?:it|use|using it|as (?:is|prescribed|before)|for now|bid|daily|regardless|anyway))*\W*$/;
export const isBorne = ({ text, marks }: Analysis, next: Span): boolean =>
  BORNE.test(text.slice(next.start, next.end)) &&
  !marks.some(({ kinds, word }) => kinds.includes("past") || /tolera|refus|declin/.test(word));

/** What the sentence after says of the medicine just named: only where it has no subject of its own. */
export function afterwards({ text, sentence, acts, marks }: Analysis): Act[] {
  const words = text.slice(sentence.start, sentence.end);
  if (
    /\bno (?:known |drug )*allerg|nkda|\bno (?:[\w-]+ ){0,3}(?:medications?|meds|prescriptions?|problems)\b/.test(
      words,
    )
  )
    return [];
  const pronoun = IT.test(words);
  const total = wordsIn(words);
  return acts.filter((act) => {
    const lead = text.slice(sentence.start, act.start);
    const tail = text.slice(act.end, Math.min(sentence.end, act.end + 30));
    // "Hx of HSV": of something else.
    if (/^(?:history of|hx of|h\/o)$/.test(act.word)) return false;
    if (act.kind === "discussed" || (act.kind === "allergy" && !pronoun)) return false;
    // "TAC - not taking": an entry of its own.
    if (/^\W*[a-z][a-z0-9 %.]{0,30}\s[-–:]\s*(?:not |never |no )?$/.test(lead)) return false;
    if (FOREIGN.test(lead) || FOREIGN.test(tail) || hasOwnObject(text, sentence, act)) return false;
    if (marks.some((mark) => mark.kinds.includes("if") && mark.end <= act.start)) return false;
    const onIt =
      pronoun && /^\s*(?:it|this|them|the (?:cream|ointment|medication|medicine|topical))\b/.test(tail);
    if (act.forward) return onIt;
    const opening = wordsIn(lead) <= 3 && !/\b(?:rash|mother|father|he|she|they) (?:is|was)\b/.test(lead);
    if (act.kind === "works" || act.kind === "current" || act.kind === "planned" || act.kind === "begun")
      return (onIt || (pronoun && act.kind === "works")) && total <= 16;
    return pronoun || (opening && total <= 14);
  });
}
