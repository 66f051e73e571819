/**
 * How each medicine of a text stands: acts are bound to the medicine they speak of, and the newest evidence wins. A
 * failure or an intolerance outlasts a later "continue".
 */
import type { MedicationStatus } from "../../engine/finding";
import { type Act, actsOf, type DrugMark } from "./acts";
import { answerAt } from "./answers";
import { type Clause, type Drug, FOREIGN, hasOwnObject, IT, targetsOf } from "./bind";
import { fold } from "./drug-states";
import { groupOf } from "./groups";
import { wordsIn } from "./marks";
import { hasFaded, isPoor, wentOnDespite, withSequel } from "./outcome";
import { usedByRelative } from "./people";
import type { Place } from "./places";
import type { Span } from "./sentences";
import { reasonState } from "./states";
import { reasonOf, switchesOf } from "./switches";
import { drugMarks } from "./words";

export type { Drug } from "./bind";

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

interface Analysis extends Clause {
  bound: Map<Drug, Act[]>;
  /** The sentence, with the next where that only says how the skin is. */
  whole: Span;
}

/** Judges every medicine of consecutive sentences. Linear in their number; each sentence is short. */
export function judgeDrugs(text: string, sentences: readonly DrugSentence[]): Map<Drug, DrugJudgement> {
  const judgements = new Map<Drug, DrugJudgement>();
  let last: { end: number; judgement: DrugJudgement } | undefined;
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.drugs.length === 0) continue;
    const next = sentences[index + 1]?.drugs.length === 0 ? sentences[index + 1] : undefined;
    const analysis = analyse(text, sentence, next);
    const later = next ? afterwards(analyse(text, next)) : [];
    const lastGroup = groupOf(text, sentence.drugs, analysis.marks, sentence.drugs.length - 1);
    for (const drug of sentence.drugs) {
      const acts = [...(analysis.bound.get(drug) ?? []), ...(lastGroup.includes(drug) ? later : [])];
      const told = judge(analysis, sentence.place, drug, acts);
      const own: DrugJudgement = lastsOn(text, sentences, index, told)
        ? { ...told, status: "current" }
        : told.note === "intolerance" && next && isBorne(analysis, next)
          ? { status: "current", said: true }
          : told;
      const alike = last && drug.start - last.end < NEAR && isAlike(text, sentence, drug, own);
      const judgement = alike && last ? last.judgement : own;
      judgements.set(drug, judgement);
      last = { end: drug.end, judgement };
    }
  }
  return judgements;
}

/** "Ciclosporin 3 mg/kg, week 6. BP fine. Continue.": an order that can mean only what the entry began with. */
const CONTINUE =
  /^\W*(?:cont(?:inue|'d)?|carry on|keep going|to continue|continuing)\b\W*(?:(?:as is|same(?: dose)?|current(?: dose)?|unchanged|for now|to \d+ ?(?:wks?|weeks|months|mo))\W*)?(?:,[^,;]*)?$/;
const MOST_BETWEEN = 4;

function lastsOn(
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
const isBorne = ({ text, marks }: Analysis, next: Span): boolean =>
  BORNE.test(text.slice(next.start, next.end)) &&
  !marks.some(({ kinds, word }) => kinds.includes("past") || /tolera|refus|declin/.test(word));

/** Letters within which one medicine may be likened to the one before it. */
const NEAR = 120;
/** "Protopic likewise", "Protopic: same": as the one before it. */
const ALIKE =
  /^(?:\s\d[\d.]* ?%?)?(?:\s(?:cream|ointment|oint))?(?:\s(?:d\/?c'?d|stopped))?\s*(?:[-–—:=,]|-+>|→)?\s*(?:likewise|ditto|idem|neither|(?:did not|didn't) either|(?:the )?same(?: (?:result|outcome|story|thing|reason|problem))?)\s*(?:[.,;)]|$)/;

/** `judgement`: what else is said of it; another word of its own outweighs this one. */
const isAlike = (text: string, sentence: Span, { end }: Drug, { said, status }: DrugJudgement): boolean =>
  (!said || status === "past") && ALIKE.test(text.slice(end, sentence.end));

function analyse(text: string, sentence: DrugSentence, next?: Span): Analysis {
  const inside = (mark: Span, spans: readonly Span[]) =>
    spans.some(({ start, end }) => mark.start < end && mark.end > start);
  // "Hives" names a disease and tells of a reaction as well.
  const marks = drugMarks(text, sentence.start, sentence.end).filter(
    (mark) =>
      !inside(mark, sentence.drugs) &&
      !UNTICKED.test(text.slice(Math.max(sentence.start, mark.start - 16), mark.start)) &&
      (tellsOfHarm(text, sentence, mark) || !inside(mark, sentence.others)),
  );
  const clause: Clause = { text, sentence, drugs: sentence.drugs, marks, acts: actsOf(text, marks) };
  const bound = new Map<Drug, Act[]>();
  const bind = (drug: Drug, act: Act) => bound.set(drug, [...(bound.get(drug) ?? []), act]);
  if (sentence.drugs.length > 0) {
    const moves = switchesOf(clause);
    for (const act of clause.acts)
      for (const drug of reasonOf(clause, moves, act) ?? targetsOf(clause, act)) bind(drug, act);
    for (const { drug, act } of moves) bind(drug, act);
  }
  for (const list of bound.values()) list.sort((a, b) => a.start - b.start);
  return { ...clause, bound, whole: withSequel(text, sentence, next) };
}

/** "( ) no response (x) not tolerated" */
const UNTICKED = /(?:\[ ?\]|\( ?\)|[☐□])\s*(?:\w+ )?$/;

/** "Hives" and "contact dermatitis" may come from the medicine; "seborrhoeic dermatitis" is what it is used for. */
function tellsOfHarm(text: string, { others }: DrugSentence, mark: DrugMark): boolean {
  if (mark.kinds.includes("allergy")) return true;
  if (!mark.kinds.includes("harm")) return false;
  const disease = others.find(({ start, end }) => mark.start < end && mark.end > start);
  return (
    !disease ||
    /^(?!.*dermatitis)|contact|irritant|allerg|perioral/.test(text.slice(disease.start, disease.end))
  );
}

/** What the sentence after says of the medicine just named: only where it has no subject of its own. */
function afterwards({ text, sentence, acts, marks }: Analysis): Act[] {
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

const SIG =
  /^[^;\n]{0,70}?\b(?:b\.?i\.?d|t\.?i\.?d|q\.?d|q\.?h\.?s|p\.?r\.?n|daily|twice|once|nightly|at night|every|q\d+|apply|applied|times a day|am and pm|a day|weekly|qam|qpm|weekdays|weekends|mornings?|evenings?|as needed|when needed|ad lib|at bedtime|rfl?|refills?|disp|x ?\d+ ?(?:d|days?|wks?|weeks?|mos?|months?|yrs?|years?)|zweimal|taglich|dos veces|fois par jour)\b/;
/** "Pimecrolimus 1 % cream; Apply BID." */
const SIG_APART = /^[^;\n]{0,60};\s*(?:apply|use|take|sig)\b/;
const ON_SITE =
  /^\s*(?:\d[\d.]* ?%\s*)?(?:cream\s+|ointment\s+|lotion\s+|foam\s+|gel\s+)?(?:only\s+)?(?:on|to|around|over|for)\s+(?:the\s+|her\s+|his\s+)?(?:face|body|trunk|torso|arms|legs|hands|feet|scalp|extremities|eyelids?|eyes|neck|flexures|folds|elbows|knees|affected)\b/;
const FOR_DISEASE =
  /^(?:[^.;,\n]|\.\d){0,50}?\b(?:for|to)\s+(?:(?:her|his|the|treatment of|management of|treat|facial|mild|moderate|severe|eyelid|hand|perioral|periocular|chronic)\s+){0,3}(?:eczema|atopic|dermatitis|vitiligo|rash|face|body|trunk|torso|arms|legs|hands|scalp|extremities|eyelids?|neck|psoriasis|itch\w*|flares?|lichen|patches|skin|affected|discoid|maintenance|rosacea|seborr\w+)/;
/** "May be used": said of everyone. */
const IN_GENERAL =
  /^[^.;,\n]{0,30}?\b(?:may|can|could|might)\s+(?:also\s+)?be\s+(?:used|applied|prescribed|given|effective|helpful|useful)\b/;
/** "Elidel-refractory dermatitis" */
const ADJOINED = /^[ -](?:refractory|recalcitrant|resistant|unresponsive)\b(?! to\b)/;
/** "Should I use Elidel?", "Do you think Elidel would help?": asked, not done. A refill asked for is one of what is used. */
const ASKED =
  /^\W*(?:(?:should|could|would|can|may) (?:i|we|she|he)\b|(?:what )?do you think\b|(?:what|how) about\b|is it (?:ok|okay|safe)\b)/;
/** "Referral ?for topical ruxolitinib" */
const WHETHER = /(?:^|[\s(-])\? ?(?:for|start|try|switch to|add|role (?:of|for)) (?:topical )?$/;
/** "Asks whether she can use Elidel" */
const ASKS =
  /\b(?:ask\w*|wonder\w*|inquir\w*|quer(?:y|ies|ied)) (?:if|whether) (?:\w+ ){1,3}?(?:can|could|should|may|might) (?:also )?(?:use|try|start|apply|have|switch to)\b[^.;,]{0,16}$/;
/** "Cannot remember whether she ever used Elidel": neither used nor not. */
const UNSURE =
  /\b(?:(?:can ?not|can't|could not|couldn't|unable to|does not|doesn't|do not|don't) (?:remember|recall|say)|(?:un|not )sure|unclear|uncertain|not known|unknown) (?:if|whether)\b[^.;]{0,40}$/;
const isAsked = (text: string, sentence: Span, lead: string): boolean =>
  (text[sentence.end - 1] === "?" || /\?\s*$/.test(text.slice(sentence.start, sentence.end))) &&
  ASKED.test(lead) &&
  !/\b(?:refill\w*|more|another|continue|keep|stop\w*|still)\b/.test(lead);
/** "Elidel (2018-2019)", "Elidel in 2016" */
const YEARS =
  /^(?: \d[\d.]* ?%)?(?: cream| ointment)?,?\s*(?:\(?(?:19|20)\d\d\s?(?:[-–]|to)\s?(?:19|20)\d\d|\(?(?:back )?in (?:19|20)\d\d)\b/;
/** Of an action plan, the parts that wait for a flare. */
const ZONE = /\b(?:yellow|amber|orange|red)(?: zone\b|:)[^\n]*$/;
/** "Protopic - good control, ongoing", "clobetasol (hands), in use" */
const ONGOING =
  /^(?:[^.;\n]|\.\d){0,24}?(?:[-–—:,✓]\s*(?:[\w /]{1,20},\s*)?(?:current|ongoing|in use|still us(?:es|ing)|using (?:\w+ )?now|helping)|\b(?:19|20)\d\d ?(?:[-–—]|to|through) ?(?:present|now|current)|^(?: [\d.]+ ?(?:mg|%))? (?:ever )?since(?=\s*(?:[.;,]|$)))\b/;
/** The state in a last column of its own: "TACROLIMUS 0.1% OINT APPLY BID      EXPIRED". */
const LAST_COLUMN = / {3,}(?:expired|discontinued|inactive|completed)\s*$/;
/** Taken off a list to be put on it anew. */
const REORDERED = /\breorder(?:ed)?\W*$/;
/** Among what was used before: "ciclosporin (renal)". */
const IN_BRACKETS = /^[^(,;.\n]{0,24}\(([^)\n]{1,40})\)/;
const IN_CHILDHOOD =
  /^(?: \d[\d.]* ?%)?(?: cream| ointment)?,? (?:as a (?:child|toddler|baby|kid|infant|teen\w*)|in (?:childhood|infancy))\b/;
const LABORATORY = /^\s*(?:trough|levels?|concentration)\b|^\s*[:=]?\s*\d+\.?\d*\s*ng\b/;
/** "Levels: FK 5.9" */
const LEVELS = /\b(?:levels?|troughs?)\s*[:=]\s*$/;
/** "Response to Elidel: none" denies the response. */
const RESPONSE_TO =
  /\b(?:response|improvement|benefit|relief|effect|change) (?:to|with|from|on)\s+(?:\w+\s+)?$/;
const ORDERS = /^\W*(?:start|stop|d\/c|dc|discontinue|begin|add|rx|increase|decrease)\b/;
const DIRECTLY_DENIED = /\b(?:no|kein|keine|keinen|aucun|pas de|pas d')\s*(?:topical |more )?$/;
const DENIED =
  /\b(?:no|not|without|kein|keine|ohne|sin|sans|pas de|denies|never)\s+(?:(?:any|prior|previous|topical|current|more|further|other|history|hx|h\/o|of|use)\s+){0,3}$/;

function judge(analysis: Analysis, place: Place, drug: Drug, acts: readonly Act[]): DrugJudgement {
  const { text, sentence, marks } = analysis;
  const lead = text.slice(sentence.start, drug.start);
  const after = text.slice(drug.end, sentence.end);
  const other = (note: string): DrugJudgement => ({ status: "other", note, said: true });
  if (usedByRelative(text, sentence, drug, place)) return other("another person");
  if (LABORATORY.test(after) || LEVELS.test(text.slice(Math.max(0, drug.start - 12), drug.start)))
    return other("laboratory level");
  if (place === "policy" || place === "education" || marks.some(({ kinds }) => kinds.includes("policy")))
    return other("not about this patient's treatment");
  if (IN_GENERAL.test(after)) return other("not about this patient's treatment");
  if (ADJOINED.test(after)) return { status: "failed", said: true };
  const tried =
    place === "past-medications" || acts.some(({ kind, end }) => kind === "past" && end <= drug.start);
  if (tried && isPoor(text, sentence, drug, tried)) return { status: "failed", said: true };
  if (UNSURE.test(lead)) return other("not known");
  // "Has the patient tried Elidel? No". Words set wide apart are no answer: "Elidel  no  longer  helps".
  if (!/^.{0,16} {2}/.test(after) && !RESPONSE_TO.test(lead) && answerAt(text, sentence, drug) === "no")
    return { status: "negated", said: true };
  if (isAsked(text, sentence, lead) || WHETHER.test(lead) || ASKS.test(lead)) return other("asked about");
  if (ZONE.test(text.slice(Math.max(0, drug.start - 80), drug.start))) return other("if it gets worse");
  const told = failedAllTheSame(analysis, drug, acts, fold(analysis, place, drug, acts));
  // "Uses no Elidel", "nimmt kein Elidel"
  const denied = (told?.status === "current" || told?.status === "planned") && DIRECTLY_DENIED.test(lead);
  const over = told?.status === "current" && IN_CHILDHOOD.test(after);
  const spoken: typeof told = denied ? { status: "negated" } : over ? { status: "past" } : told;
  if (
    place === "allergies" &&
    !/\b(?:nkda|nka|no known|none|no allergies|no drug allergies|denies)\b/.test(lead)
  ) {
    if (spoken?.status === "current" || spoken?.status === "negated") return { ...spoken, said: true };
    const reaction = reasonState(after.slice(0, after.search(/[,;.]|$/)));
    const intolerance =
      reaction === "intolerance" || (reaction === undefined && spoken?.note === "intolerance");
    return { status: "allergy", note: intolerance ? "intolerance" : "allergy", said: true };
  }
  // "Prior therapies: Dupixent - ongoing": its own words outweigh those over the list.
  const ongoing = ONGOING.test(after);
  if (ongoing && spoken?.status === "past" && acts.every(({ end }) => end <= drug.start))
    return { status: "current", said: true };
  if (spoken) {
    if (place === "copied" && (spoken.status === "current" || spoken.status === "planned"))
      return { status: "past", note: "from an earlier note", said: true };
    return { ...spoken, said: true };
  }
  if (REORDERED.test(after)) return { status: "current", said: true };
  if (LAST_COLUMN.test(after) || YEARS.test(after)) return { status: "past", said: true };
  if (DENIED.test(lead)) return { status: "negated", said: true };
  if (ongoing) return { status: "current", said: true };
  // "D/c hydrocortisone; Elidel bid.": among orders a bare dose is one.
  const orders = place === "note" && ORDERS.test(text.slice(sentence.start, sentence.end));
  return { ...byPlace(orders ? "assessment" : place, after), said: false };
}

/** Neither said to work nor to be used too little, it had its time, and nothing got better. */
function failedAllTheSame(
  { text, sentence, drugs, whole }: Analysis,
  drug: Drug,
  acts: readonly Act[],
  told: ReturnType<typeof fold>,
): ReturnType<typeof fold> {
  if (told?.status === "current" && drugs.length === 1 && hasFaded(text, sentence, drug))
    return { status: "failed" };
  const open = told === undefined || ((told.status === "current" || told.status === "past") && !told.note);
  if (!open || acts.some(({ kind }) => /^(?:works|tolerated|not-failed|low|planned)$/.test(kind)))
    return told;
  // It came in place of another: that one had its time.
  if (drugs.length > 1 && acts.some(({ kind }) => kind === "begun")) return told;
  const failed = isPoor(text, sentence, drug) || wentOnDespite(text, whole, drugs, drug);
  return failed ? { status: "failed" } : told;
}

/** Nothing is said of it: the part of the chart decides, and whether the words are those of a treatment. */
function byPlace(place: Place, after: string): { status: MedicationStatus; note?: string } {
  const treats = SIG.test(after) || SIG_APART.test(after) || ON_SITE.test(after) || FOR_DISEASE.test(after);
  switch (place) {
    case "medications":
      return { status: "current" };
    case "past-medications": {
      const [, why] = IN_BRACKETS.exec(after) ?? [];
      const reason = why === undefined ? undefined : reasonState(why);
      if (reason === "failed") return { status: "failed" };
      return reason ? { status: "allergy", note: reason } : { status: "past" };
    }
    case "failed-medications":
      return { status: "failed" };
    case "copied":
      return { status: "past", note: "from an earlier note" };
    case "plan":
      return { status: "planned" };
    case "assessment":
      return { status: treats ? "planned" : "other" };
    default:
      return { status: treats ? "current" : "other" };
  }
}
