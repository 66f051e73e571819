/**
 * How each medicine of a text stands: acts are bound to the medicine they speak of, and the newest evidence wins. A
 * failure or an intolerance outlasts a later "continue".
 */
import type { MedicationStatus } from "../../engine/finding";
import { type Act, type ActKind, actsOf, type DrugMark, drugMarks } from "./acts";
import { wordsIn } from "./marks";
import { usedByRelative } from "./people";
import type { Place } from "./places";
import type { Span } from "./sentences";
import { reasonState } from "./states";

export interface Drug {
  start: number;
  end: number;
}

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

const FOREIGN =
  /\b(?:asthma|knee|shoulder|back pain|pain|cough|kidney|renal|blood pressure|hypertension|depression|anxiety|diabetes|glucose|migraine|headache|weight|sleep|reflux|heart|infection|sinus|rhinitis|acne|ear|vision|vaccine|surgery|insulin|inhaler)\b/;
const IT =
  /\b(?:it|this|these|them|that|the (?:cream|creams|ointment|ointments|medication|medications|medicine|drug|topical|topicals|treatment)|which|both)\b/;

/** Judges every medicine of consecutive sentences. Linear in their number; each sentence is short. */
export function judgeDrugs(text: string, sentences: readonly DrugSentence[]): Map<Drug, DrugJudgement> {
  const judgements = new Map<Drug, DrugJudgement>();
  sentences.forEach((sentence, index) => {
    if (sentence.drugs.length === 0) return;
    const analysis = analyse(text, sentence);
    const next = sentences[index + 1];
    const later = next && next.drugs.length === 0 ? afterwards(text, analyse(text, next), next) : [];
    const lastGroup = groupOf(text, sentence.drugs, analysis.marks, sentence.drugs.length - 1);
    for (const drug of sentence.drugs) {
      const acts = [...(analysis.bound.get(drug) ?? []), ...(lastGroup.includes(drug) ? later : [])];
      judgements.set(drug, judge(text, sentence, drug, acts, analysis));
    }
  });
  return judgements;
}

interface Analysis {
  marks: readonly DrugMark[];
  acts: Act[];
  bound: Map<Drug, Act[]>;
  policy: boolean;
}

function analyse(text: string, sentence: DrugSentence): Analysis {
  const names = [...sentence.drugs, ...sentence.others];
  const marks = drugMarks(text, sentence.start, sentence.end).filter(
    (mark) => !names.some(({ start, end }) => mark.start < end && mark.end > start),
  );
  const stopped = marks.some(
    (mark) =>
      mark.kinds.includes("past") &&
      /stop|discontinu|d\/?c|quit|abgesetzt|suspend|arret|held/.test(mark.word),
  );
  const acts = actsOf(text, marks, stopped);
  const bound = new Map<Drug, Act[]>();
  const bind = (drugs: readonly Drug[], act: Act) => {
    for (const drug of drugs) bound.set(drug, [...(bound.get(drug) ?? []), act]);
  };
  for (const act of acts) bind(targetsOf(text, sentence, marks, acts, act), act);
  for (const mark of marks) if (mark.kinds.includes("switched")) switchAt(text, sentence, marks, mark, bind);
  for (const [drug, list] of bound)
    bound.set(
      drug,
      list.sort((a, b) => a.start - b.start),
    );
  return { marks, acts, bound, policy: marks.some((mark) => mark.kinds.includes("policy")) };
}

const VERBS: readonly ActKind[] = ["current", "planned", "begun", "past", "never", "declined"];
const isVerb = ({ kind, forward }: Act) => VERBS.includes(kind) || (kind === "failed" && forward === true);
const PREPOSITION =
  /^\s*(?:(?:in|of) (?:the |her |his )?(?:\w+ ){1,3}?)?(?:with|from|to|on|using|of|by|after|despite|under|w\/|mit|con|avec|unter|sous|auf|a|au|:)(?=[\s]|$)/;

/** How many words may stand between an act and the medicine after it. */
const FORWARD: Readonly<Record<ActKind, number>> = {
  current: 5,
  planned: 6,
  begun: 3,
  past: 5,
  failed: 8,
  "not-failed": 4,
  good: 6,
  intolerance: 6,
  allergy: 5,
  tolerated: 4,
  never: 6,
  declined: 6,
  discussed: 9,
  low: 4,
};
/** Acts that only ever speak of what follows them. */
const FORWARD_ONLY =
  /^(?:on|using|uses|takes|taking|applies|applying|is on|is using|is taking|includes|including|medications include|meds include|medications are|medications included|meds are|regimen includes|regimen of|regimen consists of|off|off of|start|starting|begin|add|adding|try|to try|trial of|a trial of|use|apply|will use|rx|may use|can use|was on|had been on|been on|has been on|previously on|formerly on|treats with|treating with|despite|in spite of|such as|avoid|consider|considering|unter|sous|usa|utiliza|trotz|malgre|a pesar de|no use of|denies use of|given|dc|maintenance|prescribed by|e g|i e|class|option of|back on|out of|better with|better on|prior|past|previous|former|put on|placed on|improved with|improves with)$/;

function targetsOf(
  text: string,
  sentence: DrugSentence,
  marks: readonly DrugMark[],
  acts: readonly Act[],
  act: Act,
): Drug[] {
  const { drugs } = sentence;
  const after = drugs.findIndex((drug) => drug.start >= act.end);
  if (after >= 0 && reachesForward(text, marks, acts, act, drugs[after])) {
    const group = groupOf(text, drugs, marks, after);
    return group.filter((drug) => drug.start >= act.end);
  }
  if (
    FORWARD_ONLY.test(act.word) ||
    (act.forward &&
      !/^(?:failed|has failed|had failed|have failed|failure|fails|failing|reaction)/.test(act.word) &&
      !act.harm)
  )
    return [];
  const before = drugs.findLastIndex((drug) => drug.end <= act.start);
  if (before < 0) return [];
  const last = drugs[before];
  if (!last || !reachesBackward(text, sentence, marks, act, last)) return [];
  const group = groupOf(text, drugs, marks, before).filter((drug) => drug.end <= act.start);
  return act.effect || act.kind === "good" ? group : closeGroup(text, group, last);
}

function reachesForward(
  text: string,
  marks: readonly DrugMark[],
  acts: readonly Act[],
  act: Act,
  drug: Drug | undefined,
): boolean {
  if (!drug) return false;
  const gap = text.slice(act.end, drug.start);
  if (/[;!?]|\. | - /.test(gap)) return false;
  if (marks.some((mark) => mark.kinds.includes("end") && mark.start >= act.end && mark.end <= drug.start))
    return false;
  const inside = acts.filter((other) => other !== act && other.start >= act.end && other.end <= drug.start);
  if (
    inside.some(
      (other) =>
        isVerb(other) &&
        !/^(?:on|use|using|trial of|a trial of|prior|past|previous|starting|start|try|to try|add|adding|to use)$/.test(
          other.word,
        ),
    )
  )
    return false;
  const words = wordsIn(gap);
  const list = /[,:]/.test(gap) && !/\band\s*$/.test(gap.replace(/,/g, ""));
  if (act.kind === "failed") {
    if (act.forward) {
      if (/\b(?:improve|transplant|renal|to follow|to show|the test|to thrive|to keep|to return)\b/.test(gap))
        return false;
      if (/^\s*(?:and|so|,|-|when|\))/.test(gap) && !/^\s*(?:,\s*|and )(?:\w+ )?$/.test(gap)) return false;
      if (
        /\b(?:while|in|for|since|during)\b/.test(gap) &&
        !/\b(?:treatment|trial|therapy|weeks?|months?|course)\b/.test(gap)
      )
        return false;
      return words <= (list ? 16 : FORWARD.failed) && !/^\s*,/.test(gap);
    }
    return PREPOSITION.test(text.slice(act.end, act.end + 40)) && words <= FORWARD.failed && !/,/.test(gap);
  }
  if (act.kind === "good" || act.kind === "intolerance" || act.kind === "allergy") {
    if (act.harm && !act.forward) return false;
    const asks =
      /(?: (?:to|of|from|with|auf|gegen|a|au|tolerate|tolerated)|tolero|tolera)$/.test(act.word) ||
      PREPOSITION.test(gap) ||
      /^\s*$/.test(gap);
    return asks && words <= FORWARD[act.kind] && !/,|\band\b|\bfor\b/.test(gap);
  }
  if (/^\s*(?:and|,|\)|or)\b/.test(gap) && act.kind !== "discussed" && act.kind !== "never") return false;
  if (act.kind === "begun" || act.kind === "past") {
    const free =
      /^\s*(?:(?:on|with|of|using|the|a|an|her|his|some|topical|both|by|trial|trials|course|courses|use|regular|daily|applying|taking|several|multiple|various|different|many|other|all|including|such|as|otc|over|counter|prescription|all|prior|previous|taper|brand|generic|to|use|starting|twice|again|back|:|in|past|the)[\s,:]*)*(?:\w+[\s,/(]*){0,2}$/;
    return words <= (list ? 12 : FORWARD[act.kind]) && (list || free.test(gap));
  }
  if (act.kind === "never") return words <= (list ? 10 : FORWARD.never) && !/\b(?:for|with)\b/.test(gap);
  if (act.kind === "current" && /^on$/.test(act.word))
    return words <= 4 && !/\b(?:her|his|the (?:face|arms|legs|skin))\b/.test(gap);
  return words <= (list ? FORWARD[act.kind] + 6 : FORWARD[act.kind]);
}

function reachesBackward(
  text: string,
  sentence: DrugSentence,
  marks: readonly DrugMark[],
  act: Act,
  drug: Drug,
): boolean {
  const gap = text.slice(drug.end, act.start);
  if (
    act.kind === "discussed" &&
    !/discussed|^prior auth|indicated|handout|insert|information|^vs$|versus|request|option|alternative|considered|contraindicated|brochure|leaflet|pamphlet|class|appeal|formulary/.test(
      act.word,
    )
  )
    return false;
  if (
    act.kind === "current" &&
    !/continu|resum|restart|refill|reinstat|renew|current|start|prescri|given|maintenance|^cont$|initiat/.test(
      act.word,
    )
  )
    return false;
  if (
    act.kind === "planned" &&
    !/pend|to be|will be|should be|sent|order|prescri|recommend|samples|initiat|dispense/.test(act.word)
  )
    return false;
  const clause = marks
    .filter((mark) => mark.kinds.includes("end") && mark.start >= drug.end && mark.end <= act.start)
    .at(-1);
  const from = clause ? clause.end : drug.end;
  const lead = text.slice(from, act.start);
  if (FOREIGN.test(lead) && !IT.test(lead)) return false;
  if (
    (clause || /;/.test(gap)) &&
    wordsIn(lead) > 5 &&
    !IT.test(lead) &&
    !/\b(?:rash|eczema|skin|dermatitis|itch\w*|symptoms|flares?|he|she|patient|pt)\b/.test(lead)
  )
    return false;
  // "… for face. Avoid …": a verb with an object of its own speaks of that.
  if (
    (act.kind === "past" || act.kind === "planned" || act.kind === "begun") &&
    ownObject(text, sentence, act)
  )
    return false;
  return wordsIn(gap) <= 26;
}

/** The act's object stands after it and is no medicine we know: "stopped smoking", "started school". */
function ownObject(text: string, sentence: DrugSentence, act: Act): boolean {
  const after = text.slice(act.end, Math.min(sentence.end, act.end + 40));
  if (/(?:was|were|been|be) \w+$/.test(act.word)) return false;
  if (
    /\b(?:was|were|been|be|is|got|then|and|has|had|it)\s*$/.test(
      text.slice(Math.max(sentence.start, act.start - 8), act.start),
    )
  )
    return /^\s+(?:smoking|drinking|school|work)/.test(after);
  if (
    !/^(?:stop|stopped|stopping|started|added|tried|used|quit|completed|finished|held|off|discontinued|hold)$/.test(
      act.word,
    )
  )
    return false;
  return /^\s+(?!it\b|this\b|them\b|that\b|the (?:cream|ointment|medic|drug|topical|treat)|in\b|on\b|due\b|because\b|after\b|by\b|for\b|at\b|last\b|about\b|two\b|one\b|a (?:week|month|few)|when\b|since\b|and\b|as\b|secondary\b|without\b|with\b|using\b|applying\b|today\b|yesterday\b|recently\b|early\b|from\b|over\b|approximately\b|several\b|years?\b|months?\b|weeks?\b|before\b|wegen\b|por\b|daily\b|twice\b|once\b|only\b|regularly\b|faithfully\b|consistently\b|per\b|until\b|despite\b|immediately\b|during\b|there\b|here\b|but\b|so\b|again\b|itself\b|taking\b)[a-z]{3,}/.test(
    after,
  );
}

/** Medicines that stand in one list with `drugs[index]`. */
function groupOf(text: string, drugs: readonly Drug[], marks: readonly DrugMark[], index: number): Drug[] {
  const group = [drugs[index]];
  for (let at = index; at > 0 && joined(text, drugs[at - 1], drugs[at], marks); at--)
    group.unshift(drugs[at - 1]);
  for (let at = index; at + 1 < drugs.length && joined(text, drugs[at], drugs[at + 1], marks); at++)
    group.push(drugs[at + 1]);
  return group.filter((drug): drug is Drug => drug !== undefined);
}

function joined(
  text: string,
  one: Drug | undefined,
  other: Drug | undefined,
  marks: readonly DrugMark[],
): boolean {
  if (!one || !other) return false;
  const gap = text.slice(one.end, other.start);
  if (/^[\s]*[([/]\s*$/.test(gap) || /^\s*$/.test(gap)) return true;
  if (
    /[;!?]|\. /.test(gap) ||
    !/[,/&+(]|\band\b|\bor\b|\by\b|\bo\b|\bund\b|\boder\b|\bet\b|\bou\b|\bplus\b/.test(gap)
  )
    return false;
  if (
    marks.some(
      (mark) =>
        mark.start >= one.end &&
        mark.end <= other.start &&
        !mark.kinds.every(
          (kind) =>
            kind === "little" ||
            kind === "good" ||
            kind === "effect" ||
            kind === "if" ||
            kind === "discussed",
        ) &&
        !/^(?:including|on|use|past|apply|any)$/.test(mark.word),
    )
  )
    return false;
  return (
    wordsIn(
      gap.replace(
        /\b(?:\d[\d.,]* ?%?|mg|cream|ointment|lotion|bid|tid|qd|daily|twice|prn|topical|to|the|face|body|a|day|times|x|weeks?)\b/g,
        " ",
      ),
    ) <= 7
  );
}

/** Of a list, those that a verb after it speaks of: joined to the last by "and", a slash or brackets, not by a mere comma. */
function closeGroup(text: string, group: readonly Drug[], last: Drug): Drug[] {
  let from = group.length - 1;
  for (; from > 0; from--) {
    const [one, other] = [group[from - 1], group[from]];
    if (!one || !other) break;
    const gap = text.slice(one.end, other.start);
    if (!/\band\b|\bor\b|[/&+(]|^\s*$|\by\b|\bund\b|\bet\b|\bplus\b/.test(gap)) {
      if (from === group.length - 1) break;
    }
  }
  return group.slice(from).length > 0 ? group.slice(from) : [last];
}

function switchAt(
  text: string,
  sentence: DrugSentence,
  marks: readonly DrugMark[],
  mark: DrugMark,
  bind: (drugs: readonly Drug[], act: Act) => void,
): void {
  const { start, word } = mark;
  const done = /ed$|^umgestellt$|^cambio$/.test(word);
  const came: Act = { kind: done ? "begun" : "planned", start, end: mark.end, word };
  const went: Act = { kind: "past", start, end: mark.end, word };
  for (const [index, drug] of sentence.drugs.entries()) {
    const lead = text.slice(Math.max(mark.end, drug.start - 34), drug.start);
    const next = groupOf(text, sentence.drugs, marks, index).filter((other) => other.start >= drug.start);
    if (drug.start >= mark.end) {
      if (
        marks.some(
          (other) =>
            other.kinds.includes("end") &&
            !/then|and/.test(other.word) &&
            other.start > mark.end &&
            other.end <= drug.start,
        )
      )
        break;
      if (/\b(?:from|von|de|off)\s+(?:\w+\s+){0,2}$/.test(lead)) bind([drug], went);
      else if (
        /\b(?:to|over to|auf|zu|a|por|par|into)\s+(?:\w+\s+){0,3}$/.test(lead) ||
        (/^(?:replac|remplac)/.test(word) && /\b(?:with|by)\s+(?:\w+\s+)?$/.test(lead))
      )
        bind(next, came);
      else if (wordsIn(text.slice(mark.end, drug.start)) <= 2) bind([drug], went);
    } else if (
      drug === sentence.drugs.findLast((other) => other.end <= start) &&
      wordsIn(text.slice(drug.end, start)) <= 5 &&
      /\b(?:was|were|is|be|been)\s*$|^\s*$/.test(text.slice(drug.end, start))
    ) {
      bind([drug], went);
    }
  }
}

/** What the sentence after says of the medicine just named: only where it has no subject of its own. */
function afterwards(text: string, { acts }: Analysis, sentence: DrugSentence): Act[] {
  const words = text.slice(sentence.start, sentence.end);
  const pronoun = IT.test(words);
  return acts.filter((act) => {
    if (act.kind === "discussed" || act.kind === "allergy") return false;
    const lead = text.slice(sentence.start, act.start);
    if (FOREIGN.test(lead) || FOREIGN.test(text.slice(act.end, act.end + 30))) return false;
    if (
      (act.kind === "past" || act.kind === "planned" || act.kind === "begun" || act.kind === "current") &&
      ownObject(text, sentence, act)
    )
      return false;
    if (
      FORWARD_ONLY.test(act.word) &&
      !(
        pronoun &&
        /^\s*(?:it|this|them|the (?:cream|ointment|medication))\b/.test(text.slice(act.end, act.end + 16))
      )
    )
      return false;
    if (/\bno (?:known |drug )*allerg|nkda/.test(words)) return false;
    const plain = wordsIn(lead) <= 3 && !/\b(?:rash|mother|father|he|she) (?:is|was)\b/.test(lead);
    if (act.kind === "good" || act.kind === "current" || act.kind === "planned")
      return pronoun && wordsIn(words) <= 16;
    return pronoun || (plain && wordsIn(words) <= 14);
  });
}

const SIG =
  /^[^;\n]{0,70}?\b(?:b\.?i\.?d|t\.?i\.?d|q\.?d|q\.?h\.?s|p\.?r\.?n|daily|twice|once|nightly|at night|every|q\d+|apply|applied|times a day|am and pm|a day|weekly|qam|qpm|zweimal|taglich|dos veces|fois par jour)\b/;
const FOR_DISEASE =
  /^[^.;,\n]{0,50}?\b(?:for|to)\s+(?:(?:her|his|the|treatment of|management of|treat|facial|mild|moderate|severe|eyelid|hand|perioral|periocular|vitiligo|chronic)\s+){0,3}(?:eczema|atopic|dermatitis|vitiligo|rash|face|eyelids?|neck|psoriasis|itch\w*|flares?|lichen|patches|skin|affected)/;

function judge(
  text: string,
  sentence: DrugSentence,
  drug: Drug,
  acts: readonly Act[],
  { marks, policy }: Analysis,
): DrugJudgement {
  const { place } = sentence;
  const after = text.slice(drug.end, sentence.end);
  if (usedByRelative(text, sentence, drug, place))
    return { status: "other", note: "another person", said: true };
  if (/^\s*(?:trough|levels?|concentration)\b/.test(after))
    return { status: "other", note: "laboratory level", said: true };
  if (policy || place === "policy" || place === "education")
    return { status: "other", note: "not about this patient's treatment", said: true };
  const lead = text.slice(sentence.start, drug.start);
  const reaction = place === "allergies" ? reasonState(after.slice(0, after.search(/[,;.]|$/))) : undefined;
  const spoken = tell(text, sentence, drug, acts, marks);
  if (place === "allergies" && !noneBefore(lead)) {
    if (spoken?.status === "current" || spoken?.status === "negated") return { ...spoken, said: true };
    return {
      status: "allergy",
      note: reaction === "intolerance" || spoken?.note === "intolerance" ? "intolerance" : "allergy",
      said: true,
    };
  }
  if (spoken) {
    if (place === "copied" && (spoken.status === "current" || spoken.status === "planned"))
      return { status: "past", note: "from an earlier note", said: true };
    return { ...spoken, said: true };
  }
  return { ...byPlace(place, lead, after), said: false };
}

const noneBefore = (lead: string) =>
  /\b(?:nkda|nka|no known|none|no allergies|no drug allergies|denies)\b/.test(lead);

function byPlace(place: Place, lead: string, after: string): { status: MedicationStatus; note?: string } {
  if (
    /\b(?:no|not|without|kein|keine|ohne|sin|sans|pas de)\s+(?:(?:any|prior|previous|topical|current|more|further|other|history|of|use)\s+){0,3}$/.test(
      lead,
    )
  )
    return { status: "negated" };
  const treats = SIG.test(after) || FOR_DISEASE.test(after);
  switch (place) {
    case "medications":
      return { status: "current" };
    case "past-medications":
      return { status: "past" };
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

/** Folds the acts in order. */
function tell(
  text: string,
  sentence: DrugSentence,
  drug: Drug,
  acts: readonly Act[],
  marks: readonly DrugMark[],
): { status: MedicationStatus; note?: string } | undefined {
  let status: MedicationStatus | undefined;
  let note: string | undefined;
  const fixed = () => status === "failed" || status === "allergy";
  const ifBefore = marks.some(
    (mark) => mark.kinds.includes("if") && mark.end <= drug.start && mark.start >= sentence.start,
  );
  let talked = false;
  for (const act of acts) {
    const ahead = act.end <= drug.start;
    switch (act.kind) {
      case "discussed":
        if (
          !fixed() &&
          (ahead || status === undefined || /prior auth|appeal/.test(act.word)) &&
          !(status === "past" && !ahead)
        ) {
          status = "other";
          talked = ahead;
        }
        break;
      case "planned": {
        if (talked && ahead) break;
        if (fixed() && ahead) break;
        const conditional = ifBefore && ahead && !/^(?:use|apply|resume|restart)$/.test(act.word);
        const told =
          /^(?:prescribed|rx'd)$/.test(act.word) &&
          sentence.place !== "plan" &&
          sentence.place !== "assessment" &&
          !/\btoday\b/.test(text.slice(sentence.start, sentence.end));
        const inUse =
          /^(?:use|to use|apply)$/.test(act.word) &&
          (sentence.place === "medications" || /^\s*of\b/.test(text.slice(act.end, act.end + 5)));
        status = conditional ? "other" : told || inUse ? "current" : "planned";
        break;
      }
      case "begun":
        if (talked && ahead) break;
        if (fixed() && ahead) break;
        status =
          sentence.place === "plan" &&
          !/\b(?:ago|last|was|were|has|had|since)\b/.test(text.slice(sentence.start, sentence.end))
            ? "planned"
            : "current";
        break;
      case "current":
        if (fixed() || (talked && ahead)) break;
        status = status === "planned" && ahead ? status : "current";
        break;
      case "past": {
        if (fixed() || (talked && ahead)) break;
        const relapse =
          marks.some(
            (mark) =>
              mark.kinds.includes("whenever") &&
              mark.end <= act.start &&
              wordsIn(text.slice(mark.end, act.start)) <= 4,
          ) &&
          /^(?:stops?|stopping|off|off of|discontinu(?:es|ing)|hold|holding)$/.test(act.word) &&
          /\b(?:flar\w+|return\w*|recur\w*|relaps\w*|comes? back|came back|worse\w*|rebound\w*|breaks? out)\b/.test(
            text.slice(sentence.start, sentence.end),
          );
        if (relapse) {
          status = "current";
          note = "relapse on stopping";
        } else if (
          /^(?:used|previously|prior|past|previous|former|treated|treated with|treated previously with)$/.test(
            act.word,
          ) &&
          status === "current" &&
          !ahead
        )
          break;
        else status = "past";
        break;
      }
      case "failed":
        if (status === "allergy" || status === "negated" || (talked && ahead)) break;
        status = "failed";
        if (/wors/.test(act.word)) note = "worse";
        break;
      case "not-failed":
        status = "current";
        break;
      case "intolerance":
      case "allergy":
        if (status === "failed" || (talked && ahead)) break;
        status = "allergy";
        note = act.kind;
        break;
      case "tolerated":
        if (status === undefined || status === "allergy") status = "current";
        break;
      case "good":
        if (status === undefined || (status === "planned" && !ahead)) status = "current";
        break;
      case "never":
        if (
          status === undefined ||
          status === "current" ||
          status === "planned" ||
          (status === "other" && !talked) ||
          status === "allergy" ||
          (status === "past" && !ahead && !/^never$/.test(act.word))
        ) {
          status = "negated";
          note = act.word;
        }
        break;
      case "declined":
        if (status === "past" || fixed()) break;
        status = "negated";
        note = act.word;
        break;
      case "low":
        if (status === undefined || status === "negated") status = "current";
        if (status === "current") note = "low use";
        break;
    }
  }
  if (status !== undefined) return { status, ...(note && { note }) };
  return undefined;
}
