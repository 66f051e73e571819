/** Which medicines of a sentence an act speaks of: the one after it or the one before, and those listed with it. */
import type { Act, ActKind, DrugMark } from "./acts";
import { closeGroup, groupOf } from "./groups";
import { wordsIn } from "./marks";
import type { Span } from "./sentences";

export interface Drug {
  start: number;
  end: number;
}

/** A sentence as the binding of acts needs it. */
export interface Clause {
  text: string;
  sentence: Span;
  drugs: readonly Drug[];
  marks: readonly DrugMark[];
  acts: readonly Act[];
}

/** Subjects that are no medicine for the skin: what is said after one is said of it. */
export const FOREIGN =
  /\b(?:asthma|knee|shoulder|back pain|pain|cough|kidney|renal|blood pressure|hypertension|depression|anxiety|diabetes|glucose|migraine|headache|fever|congestion|wheez\w*|throat|stomach|breathing|mood|nausea|dizziness|fatigue|uri|weight|sleep|reflux|heart|infection|sinus|rhinitis|acne|ear|vision|vaccine|surgery|insulin|inhaler|pregnancy|contraception|diet)\b/;
export const IT =
  /\b(?:it|this|these|them|that|the (?:cream|creams|ointment|ointments|medication|medications|medicine|drug|topical|topicals|treatment)|which|both)\b/;

/** How many words may stand between an act and the medicine after it. */
const FORWARD: Readonly<Record<ActKind, number>> = {
  current: 5,
  planned: 6,
  begun: 5,
  past: 5,
  failed: 8,
  "not-failed": 4,
  works: 6,
  intolerance: 6,
  allergy: 5,
  tolerated: 4,
  never: 6,
  declined: 6,
  discussed: 9,
  low: 4,
};
const VERBS: readonly ActKind[] = ["current", "planned", "begun", "past", "never", "declined"];
const isVerb = ({ kind, forward, word }: Act) =>
  (VERBS.includes(kind) &&
    !/^(?:on|use|to use|using|(?:a )?(?:trial|course) of|(?:therapy|treatment|prophylaxis|immunosuppress\w+) (?:with|using)|(?:adherence|compliance) (?:to|with)|includ(?:es|ing)|prior|past|previous|applying|starting|start|try|trying|add|adding|still|currently)$/.test(
      word,
    )) ||
  (kind === "failed" && forward === true);
/** Acts that may also speak of the medicine before them; all others look only ahead. */
const BACKWARD: Partial<Readonly<Record<ActKind, RegExp>>> = {
  current:
    /^(?:adherence|compliance)$|continu|^cont$|script$|rx$|prescription$|tube$|order|^per mar|resum|restart|refill|reinstat|renew|current|maintenance|(?:was|were|been) (?:given|prescribed|started)|given (?:today|in|here)|administered|injection|dose|filled|^still$|^being|at home|underway|in progress|received|^(?:keep|carry)\w* (?:going|on)|^persever|^reordered$|(?:creased|reduced|tapered|lowered) to$|weiter|poursui/,
  planned:
    /^new (?:start|today)$|pend|pharmacy|(?:to|will|should) be|is to|sent|order|^prescribed|^issued|^recommended|sample|initiat|dispense|verordnet/,
  never:
    /^(?:(?:never|not) \w+ (?:ahead|through|around)|never|naive|tried|used|started|opened|begun|filled|picked up|needed|taken|being \w+|nunca|jamais|noch nie|been \w+|given|applied|nicht verwendet)$|(?:fill|pick up|(?:it|them|this) up|start|begin|try)$/,
  discussed:
    /discussed|not (?:to )?be|^prior auth|indicated|handout|insert|information|^vs$|versus|request|option|choice|alternative|considered|contraindicated|brochure|leaflet|pamphlet|^class$|appeal|formulary/,
  past: /^(?!on hold of|off of|was on|were on|had been on|used to|prior$|past$|former$|previous$|out of|remove$|(?:prior|previous|past) )/,
};
const ONLY_AHEAD =
  /^(?:off|out of|gave up on|given up on|had been \w+|was (?:on|using|taking|applying)|treated with|tried|treated)$/;
const PREPOSITION =
  /^\s*(?:\([a-z]{1,4}\)\s+)?(?:(?:only|at best|at most|so far|thus far|to date|overall)\s+)?(?:(?:(?:was|were|is|has been|had been) )?(?:seen|noted|observed|obtained|achieved|reported|derived|gained)\s+)?(?:(?:in|of) (?:the |her |his )?(?:\w+ ){1,3}?)?(?:(?:at|by|before|until|since) the (?:end|start|beginning) of|with|from|to|on|using|of|by|after|following|during|throughout|despite|under|w\/|mit|con|avec|unter|sous|auf|a|au|:)(?=\s|$)/;
const ENDS_ASKING = /(?: (?:to|of|from|with|auf|gegen|a|au|aux|al|tolerate|tolerated)|tolero|tolera)$/;

/** The medicines that an act speaks of; none where it speaks of something else. */
export function targetsOf(clause: Clause, act: Act): Drug[] {
  const { text, drugs, marks } = clause;
  const after = drugs.findIndex((drug) => drug.start >= act.end);
  const next = drugs[after];
  if (next && reachesForward(clause, act, next))
    return groupOf(text, drugs, marks, after).filter((drug) => drug.start >= act.end);
  if (!mayLookBack(clause, act)) return [];
  const before = drugs.findLastIndex((drug) => drug.end <= act.start);
  const last = drugs[before];
  if (!last || !reachesBackward(clause, act, last)) return [];
  if (/\bthe latter\b/.test(text.slice(last.end, act.start))) return [last];
  const group = groupOf(text, drugs, marks, before).filter((drug) => drug.end <= act.start);
  const ofAll = act.effect || act.kind === "works" || act.kind === "failed";
  return ofAll && !isOwnBracket(text, last, act) ? group : closeGroup(text, group);
}

/** "Hydrocortisone, Elidel (no effect)": what stands in brackets is the last one's. */
const isOwnBracket = (text: string, drug: Drug, act: Act): boolean =>
  /^[^,;()]{0,24}\((?!(?:all|both|each|neither|none)\b)[^)]*$/.test(text.slice(drug.end, act.start));

const A_WHILE =
  /^\s*(?:\d|an? |one |two |three |four |six |eight |ten |twelve |several |many |over |about |it\b|this\b|that\b)/;
const USES_LAST = /^(?:(?:is |are )?(?:taking|using|applying)|in use)$/;

function mayLookBack({ text, sentence, drugs }: Clause, act: Act): boolean {
  // "Elidel - not taking": a verb that ends its sentence has its object before it.
  if (
    USES_LAST.test(act.word) &&
    /^\s*(?:[.,;:)\]|]|$)/.test(text.slice(act.end, Math.min(sentence.end, act.end + 3)))
  )
    return true;
  // "Does not like the feel of Elidel but uses it"
  if (
    /^(?:uses|using|applies|applying)$/.test(act.word) &&
    /^ (?:it|them|this)\b/.test(text.slice(act.end, act.end + 6))
  )
    return true;
  // "Not used; still applying Aveeno"
  if (
    act.word === "still" &&
    /^ (?:applying|using|taking|on) (?!it\b|this\b|that\b|them\b)\w/.test(text.slice(act.end, act.end + 16))
  )
    return false;
  // "Elidel to start once approved"
  if (
    /^(?:start|begin|commence|resume)$/.test(act.word) &&
    /[a-z%] to $/.test(text.slice(sentence.start, act.start)) &&
    wordsIn(text.slice(drugs.findLast(({ end }) => end <= act.start)?.end ?? sentence.start, act.start)) <= 2
  )
    return true;
  // "Protopic - consider if no better"
  if (/^consider/.test(act.word) && /(?:\s-+|[:(])\s*$/.test(text.slice(sentence.start, act.start)))
    return true;
  // "Has it at home but is not using it"
  if (act.kind === "never" && /\b(?:using|taking|applying|uses|takes|use|take)$/.test(act.word))
    return /^\s*(?:it|them|this|either|any ?more)\b/.test(text.slice(act.end, act.end + 12));
  // "Moved up to" and "history of" have their object after them.
  if ((act.kind === "begun" && / to$/.test(act.word)) || /^(?:history of|hx of|h\/o)$/.test(act.word))
    return false;
  // "Stopped Elidel as he was no better after ten weeks"
  if (
    act.forward &&
    /(?:after|with|despite|on)$/.test(act.word) &&
    A_WHILE.test(text.slice(act.end, act.end + 16))
  )
    return true;
  if (act.forward && !act.harm) return /^(?:failed|fails|failing|therapieversagen)$/.test(act.word);
  return BACKWARD[act.kind]?.test(act.word) ?? true;
}

const FREE =
  /^\s*(?:(?:\w+-(?:weeks?|wks?|months?|mos?|days?)|\d+|one|two|three|four|six|eight|weeks?|months?|days?|long|brief|short|full|on|with|of|using|the|a|an|her|his|some|topical|both|by|trial|trials|course|courses|use|regular|daily|applying|taking|several|multiple|various|different|many|other|all|including|such|as|otc|over|counter|prescription|prior|previous|taper|brand|generic|to|use|starting|twice|again|back|:|in|past|for)[\s,:]*)*(?:\w+[\s,/(]*){0,2}$/;

const TREATED_FOR = /^treated for [a-z -]{3,50} with\s+(?:[a-z-]+\s+){0,2}$/;

/** "Instead of the prescribed Elidel": no verb. */
const PARTICIPLE = /\b(?:the|her|his|their) (?:prescribed|recommended|ordered)$/;

/** "[DISCONTINUED] Elidel": a badge at the head of an entry. */
const badgeEnd = ({ text, sentence }: Clause, { start, end }: Act): number =>
  /^[^a-z0-9]*[([*]\s*$/.test(text.slice(sentence.start, start))
    ? (/^\s*[)\]*:-]+/.exec(text.slice(end, end + 4))?.[0].length ?? 0)
    : 0;

function reachesForward(clause: Clause, act: Act, drug: Drug): boolean {
  const { text, marks, acts } = clause;
  const gap = text.slice(act.end + badgeEnd(clause, act), drug.start);
  if (/[;!?]|\. | - /.test(gap) || /^\s*[)\]]/.test(gap)) return false;
  if (marks.some((mark) => mark.kinds.includes("end") && mark.start >= act.end && mark.end <= drug.start))
    return false;
  if (
    acts.some(
      (other) =>
        other !== act &&
        other.start >= act.end &&
        other.end <= drug.start &&
        isVerb(other) &&
        // "Chose not to fill the Elidel"
        !(act.kind === "declined" && text.slice(act.end, other.start).trim() === "") &&
        !PARTICIPLE.test(text.slice(Math.max(act.end, other.start - 6), other.end)),
    )
  )
    return false;
  // "Discontinued in favor of Protopic": that one comes.
  if (
    (act.kind === "past" || act.kind === "begun") &&
    marks.some(({ kinds, start, end }) => kinds.includes("switched") && start >= act.end && end <= drug.start)
  )
    return false;
  const words = wordsIn(gap);
  // Names that the terminology does not hold may stand first in a list.
  const list = /[,:]/.test(gap) && !/^\s*,/.test(gap);
  const most = FORWARD[act.kind];
  switch (act.kind) {
    case "failed":
      if (!act.forward)
        return (
          (ENDS_ASKING.test(act.word) || PREPOSITION.test(text.slice(act.end, act.end + 40))) &&
          words <= most &&
          !/,/.test(gap)
        );
      if (/\b(?:improve|transplant|renal|follow|show|test|thrive|keep|return|surgery|hearing)\b/.test(gap))
        return false;
      if (/^\s*(?:and|so|,|-|when|\)|or)(?![a-z])/.test(gap)) return false;
      if (
        /\b(?:while|in|for|since|during)\b/.test(gap) &&
        !/\b(?:treatment|trial|therapy|weeks?|months?|course|past)\b/.test(gap)
      )
        return false;
      return words <= (list ? 16 : most);
    case "works":
    case "intolerance":
    case "allergy":
      if (act.harm && !act.forward) return false;
      if (!ENDS_ASKING.test(act.word) && !PREPOSITION.test(gap) && gap.trim() !== "") return false;
      return words <= most && !/,|\band\b|\bfor\b/.test(gap);
    case "never":
      return words <= (list ? 10 : most) && !/\b(?:for|with)\b/.test(gap);
    case "begun":
    case "past":
      // "History of Elidel use", not "history of eczema, on Elidel"
      if (/^(?:history of|hx of|h\/o)$/.test(act.word) && gap.trim() !== "") return false;
      if (/^\s*(?:and|,|\)|or|if)(?![a-z])/.test(gap)) return false;
      return words <= (list ? 12 : most) && (list || FREE.test(gap) || TREATED_FOR.test(act.word + gap));
    case "current":
      // "Then Elidel, now Eucrisa"
      if (act.word === "now" && gap.trim() !== "") return false;
      if (act.word === "on" && (words > 4 || /\b(?:her|his|the (?:face|arms|legs|skin))\b/.test(gap)))
        return false;
      break;
    case "declined":
      if (/(?:get|obtain)$/.test(act.word) && words > 2) return false;
      break;
    case "discussed":
      // "Not on formulary, switched to": the next medicine is another matter.
      if (/formulary|prior auth|appeal/.test(act.word) && /,/.test(gap)) return false;
      return words <= (list ? most + 6 : most);
  }
  return !/^\s*(?:and|,|\)|or)(?![a-z])/.test(gap) && words <= (list ? most + 6 : most);
}

/** "Elidel for the face, and peanut allergy": to no medicine, unless that stands in a list with it. */
const ALLERGEN =
  /\b(?:peanut|nut|egg|milk|dairy|food|soy|wheat|fish|shellfish|sesame|latex|nickel|pollen|grass|mite|dust|cat|dog|pet|seasonal|environmental|penicillin|sulfa|amoxicillin)s?\s+$/;
const LISTED = /^(?:\s*(?:,|\/|&|\band\b|\bor\b)\s*[a-z]+)+\s+$/;

function reachesBackward({ text, sentence, marks, acts }: Clause, act: Act, drug: Drug): boolean {
  const gap = text.slice(drug.end, act.start);
  const between = marks.filter((mark) => mark.start >= drug.end && mark.end <= act.start);
  if (between.some(({ kinds }) => kinds.includes("if"))) return false;
  const harmful =
    act.kind === "failed" || act.kind === "works" || act.kind === "intolerance" || act.kind === "allergy";
  const stopped = acts.some(({ kind }) => kind === "past");
  if (
    harmful &&
    !stopped &&
    between.some(({ word }) => /^(?:when|whenever|(?:every|each|any) time)$/.test(word))
  )
    return false;
  const clause = marks.findLast(
    (mark) => mark.kinds.includes("end") && mark.start >= drug.end && mark.end <= act.start,
  );
  const semicolon = gap.lastIndexOf(";");
  const lead = text.slice(Math.max(clause ? clause.end : drug.end, drug.end + semicolon + 1), act.start);
  if (FOREIGN.test(lead) && !IT.test(lead)) return false;
  if (act.kind === "allergy" && ALLERGEN.test(gap) && !LISTED.test(gap)) return false;
  // A label: "Allergies: latex".
  if (act.kind === "allergy" && /^"?\s*[:=]/.test(text.slice(act.end, act.end + 4)) && /\n/.test(gap))
    return false;
  const apart = clause !== undefined || /;/.test(gap);
  if (
    apart &&
    wordsIn(lead) > 5 &&
    !IT.test(lead) &&
    !/\b(?:rash|eczema|skin|dermatitis|itch\w*|symptoms|flares?|he|she|patient|pt|stopp?\w*|discontinu\w*|d\/c\w*|dc|quit|ceased)\b/.test(
      lead,
    )
  )
    return false;
  if (
    ONLY_AHEAD.test(act.word) &&
    !/^\s*(?:it|them|this|that)\b/.test(text.slice(act.end, act.end + 6)) &&
    !/\b(?:was|were|been|it|being)\s*$/.test(gap)
  )
    return /^\s*[(:,-]?\s*$/.test(gap);
  if (["past", "planned", "begun", "never"].includes(act.kind) && hasOwnObject(text, sentence, act))
    return false;
  return wordsIn(gap) <= 26;
}

/** The act's object stands after it and is no medicine that we know: "stopped smoking", "started school". */
export function hasOwnObject(text: string, sentence: Span, act: Act): boolean {
  const after = text.slice(act.end, Math.min(sentence.end, act.end + 40));
  if (
    !/^(?:stop|stops|stopped|stopping|started|added|tried|used|quit|completed|finished|held|discontinued|hold|begun|began|filled|needed|required)$/.test(
      act.word,
    )
  )
    return false;
  if (
    /\b(?:was|were|been|be|is|got)\s*$/.test(text.slice(Math.max(sentence.start, act.start - 8), act.start))
  )
    return false;
  return /^\s+(?!(?:it|this|them|that|in|on|due|because|after|any|by|for|at|last|about|two|one|when|since|and|as|secondary|without|with|using|applying|today|yesterday|recently|early|earlier|from|\w+ly|altogether|then|now|soon|over|approximately|several|pod|years?|months?|weeks?|days?|before|wegen|por|daily|twice|once|only|regularly|faithfully|consistently|per|until|despite|immediately|during|there|here|but|so|more|any|again|itself|taking|bid|religiously|nightly|pour|abruptly)\b|the (?:cream|ointment|medic|drug|topical|treat)|a (?:week|month|few|couple))[a-z]{3,}/.test(
    after,
  );
}
