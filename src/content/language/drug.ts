/**
 * How each medicine of a text stands: acts are bound to the medicine they speak of, and the newest evidence wins. A
 * failure or an intolerance outlasts a later "continue".
 */
import { type Act, actsOf, type DrugMark } from "./acts";
import { answerAt } from "./answers";
import { type Clause, type Drug, targetsOf } from "./bind";
import { byPlace, isLabelled } from "./drug-entry";
import {
  type Analysis,
  afterwards,
  type DrugJudgement,
  type DrugSentence,
  isBorne,
  lastsOn,
} from "./drug-sequel";
import { fold } from "./drug-states";
import { groupOf } from "./groups";
import { hasFaded, isPoor, wentOnDespite, withSequel } from "./outcome";
import { usedByRelative } from "./people";
import type { Place } from "./places";
import type { Span } from "./sentences";
import { reasonState } from "./states";
import { reasonOf, switchesOf } from "./switches";
import { drugMarks } from "./words";

export type { Drug } from "./bind";
export type { DrugJudgement, DrugSentence } from "./drug-sequel";

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
  /^(?: \d[\d.]* ?%)?(?: cream| ointment)?,?\s*(?:(?:19|20)\d\d\s*[-–—:]+\s*(?:helped|worked|good|effective)|\(?(?:19|20)\d\d\s?(?:[-–]|to)\s?(?:19|20)\d\d|\(?(?:back )?in (?:19|20)\d\d)\b/;
/** "If still flaring at four weeks -> methotrexate" */
const IF_THEN = /\bif\b[^.;]*(?:-+>|→|=+>)\s*(?:\w+ ){0,2}$|\bif\b[^.;,]{1,30},\s*$/;
/** Of an action plan, the parts that wait for a flare. */
const ZONE = /\b(?:yellow|amber|orange|red)(?: zone\b|:)[^\n]*$/;
/** "Protopic - good control, ongoing", "clobetasol (hands), in use" */
const ONGOING =
  /^(?:[^.;\n]|\.\d){0,24}?(?:[-–—:,✓]\s*(?:[\w /]{1,20},\s*)?(?:current|ongoing|in use|still us(?:es|ing)|using (?:\w+ )?now|helping)|\((?:current|ongoing|in use|using|still using)|\b(?:19|20)\d\d ?(?:[-–—]|to|through) ?(?:present|now|current))\b/;
/** "Methotrexate since": in use from then on. */
const SINCE_THEN = /^(?: [\d.]+ ?(?:mg|%))? (?:ever )?since\s*(?:[.;,]|$)/;
/** The state in a last column of its own: "TACROLIMUS 0.1% OINT APPLY BID      EXPIRED". */
const LAST_COLUMN = / {3,}(?:expired|discontinued|inactive|completed)\s*$/;
/** Taken off a list to be put on it anew. */
const REORDERED = /\breorder(?:ed)?\W*$/;
const IN_CHILDHOOD =
  /^(?: \d[\d.]* ?%)?(?: cream| ointment)?,? (?:as a (?:child|toddler|baby|kid|infant|teen\w*)|in (?:childhood|infancy))\b/;
const LABORATORY = /^\s*(?:trough|levels?|concentration)\b|^\s*[:=]?\s*\d+\.?\d*\s*ng\b/;
/** "Levels: FK 5.9" */
const LEVELS = /\b(?:levels?|troughs?)\s*[:=]\s*$/;
/** "Response to Elidel: none" denies the response. */
const RESPONSE_TO =
  /\b(?:response|improvement|benefit|relief|effect|change) (?:to|with|from|on)\s+(?:\w+\s+)?$/;
/** "AD s/p TCS", as against "s/p transplant, on tacrolimus" */
const STATUS_POST = /(?:\bs\/p|\bstatus post)\s+(?:(?:a|\d+) )?(?:(?:trial|course)s? of )?$/;
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
  if (IF_THEN.test(lead)) return other("if it gets worse");
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
  if (spoken?.status === "current" && YEARS.test(after) && !ongoing) return { status: "past", said: true };
  if (
    ongoing &&
    spoken?.status === "past" &&
    acts.every(({ end, kind }) => end <= drug.start || kind === "begun")
  )
    return { status: "current", said: true };
  if (spoken) {
    if (place === "copied" && (spoken.status === "current" || spoken.status === "planned"))
      return { status: "past", note: "from an earlier note", said: true };
    return { ...spoken, said: true };
  }
  if (REORDERED.test(after)) return { status: "current", said: true };
  if (LAST_COLUMN.test(after) || YEARS.test(after)) return { status: "past", said: true };
  if (STATUS_POST.test(lead)) return { status: "past", said: true };
  if (DENIED.test(lead)) return { status: "negated", said: true };
  if (ongoing || SINCE_THEN.test(after)) return { status: "current", said: true };
  // "D/c hydrocortisone; Elidel bid.": among orders a bare dose is one.
  const orders = place === "note" && ORDERS.test(text.slice(sentence.start, sentence.end));
  return { ...byPlace(orders ? "assessment" : place, after, isLabelled(lead)), said: false };
}

/** "Elidel helps, Protopic did not" */
const CONTRARY =
  /^(?: \d[\d.]* ?%)?(?: cream| ointment)? (?:(?:did|does|has|have|do)( not|n't)|(?:did|does|has|do))\s*(?:[.,;]|$)/;
const WORKED = /\b(?:help(?:s|ed)?|work(?:s|ed)?)\b/;

const SPEAKS_FOR_IT = /^(?:works|tolerated|not-failed|low)$/;

/** Neither said to work nor to be used too little, it had its time, and nothing got better. */
function failedAllTheSame(
  { text, sentence, drugs, whole }: Analysis,
  drug: Drug,
  acts: readonly Act[],
  told: ReturnType<typeof fold>,
): ReturnType<typeof fold> {
  if ((!told || told.status === "current") && drugs.length === 1 && hasFaded(text, sentence, drug))
    return { status: "failed" };
  const turned =
    acts.length === 0 && drugs[0] !== drug ? CONTRARY.exec(text.slice(drug.end, sentence.end)) : null;
  if (turned && WORKED.test(text.slice(sentence.start, drug.start)))
    return { status: turned[1] ? "failed" : "current" };
  const open = told === undefined || ((told.status === "current" || told.status === "past") && !told.note);
  if (
    !open ||
    acts.some(({ kind }) => SPEAKS_FOR_IT.test(kind) || (kind === "planned" && told?.status !== "past"))
  )
    return told;
  // It came in place of another: that one had its time.
  if (drugs.length > 1 && acts.some(({ kind }) => kind === "begun")) return told;
  const failed = isPoor(text, sentence, drug) || wentOnDespite(text, whole, drugs, drug);
  return failed ? { status: "failed" } : told;
}
