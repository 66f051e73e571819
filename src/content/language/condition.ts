/** What a mention of a disease says: present, negated, possible, over, someone else's. After NegEx and ConText. */
import type { ConditionStatus } from "../../engine/finding";
import { answerAt, boxAt } from "./answers";
import { type Mark, markerOf, wordsIn } from "./marks";
import { belongsToRelative } from "./people";
import type { Place } from "./places";
import type { Span } from "./sentences";
import { CONDITION_TRIGGERS } from "./triggers";

type Kind = keyof typeof CONDITION_TRIGGERS;
export type ConditionMark = Mark<Kind>;

export const conditionMarks = markerOf<Kind>(CONDITION_TRIGGERS);

export interface Mention {
  start: number;
  end: number;
}

export interface Surroundings {
  text: string;
  sentence: Span;
  /** Marks of the sentence, none inside a name. */
  marks: readonly ConditionMark[];
  /** Names found in the sentence, this one among them. */
  mentions: readonly Mention[];
  place: Place;
  /** The sentence after it, for "It resolved." */
  next?: Span;
  previous?: Span;
}

export interface Judgement {
  status: ConditionStatus;
  note?: string;
  /** Merely suspected, as against possible one day: a warning sign counts from the first suspicion. */
  suspected?: boolean;
}

const is = (mark: ConditionMark, kind: Kind) => mark.kinds.includes(kind);

export function judgeCondition(mention: Mention, around: Surroundings): Judgement {
  const { text, sentence, place } = around;
  const answer = answerAt(text, sentence, mention) ?? boxAt(text, sentence, mention);
  const relative = belongsToRelative(mention, around);
  if (answer === "no") return { status: "negated" };
  if (place === "policy" || place === "education")
    return { status: "hypothetical", note: "not about the patient" };
  if (place === "allergies" && !aboutPatient(text, sentence)) return { status: "other", note: "reaction" };
  if (isMaterial(text, mention, sentence)) return { status: "other", note: "not about the patient" };
  if (relative) return { status: rejected(mention, around) ? "negated" : "family" };
  if (answer !== "yes" && rejected(mention, around)) {
    const since =
      /^[^.;]{0,40}?\b(?:since|for (?:many|several|\d+|over|years)|in (?:many|several|over|the (?:last|past)|\d+|years))\b/.test(
        text.slice(mention.end, sentence.end),
      );
    return {
      status:
        since && !/\b(?:visit|appointment|yesterday|today)\b/.test(text.slice(mention.end, sentence.end))
          ? "historical"
          : "negated",
    };
  }
  const over = past(mention, around);
  const supposed = possible(mention, around);
  if (over === "rejected") return { status: "historical" };
  if (supposed) return { status: "hypothetical", suspected: supposed === "suspected" };
  if (place === "differential") return { status: "hypothetical", suspected: true };
  if (over) return { status: "historical" };
  if (place === "copied" || place === "past-problems")
    return { status: "historical", ...(place === "copied" && { note: "from an earlier note" }) };
  return { status: "present" };
}

export function aboutPatient(text: string, sentence: Span): boolean {
  return /^\W*(?:the )?(?:patient|pt|he|she|client|child|baby|infant|girl|boy)\b(?!'s (?:mother|father|mom|dad|sister|brother|family|sibling|parent))/.test(
    text.slice(sentence.start, sentence.end),
  );
}

const marksBetween = (marks: readonly ConditionMark[], from: number, to: number) =>
  marks.filter((mark) => mark.start >= from && mark.end <= to);

/** Adjectives that restart a list after a comma: "denies asthma, mild eczema". */
const RESTART =
  /[,;-]\s*(?:but |and )?(?:(?:does have|has|with|known|positive(?: for)?|\+|mild|moderate|severe|significant|long-?standing|chronic|active|current|ongoing|some|well[- ]controlled|poorly[- ]controlled|stable|recurrent|occasional|history of|hx of|h\/o|previously diagnosed)[ -]*){1,3}$/;
/** Words that take the disease for granted. */
const GRANTED_BEFORE =
  /\b(?:her|his|their|your|my|the patient's|patient's|pt's|the child's|the|this|known|underlying|existing|pre-?existing|baseline|chronic|longstanding|established)\s+(?:(?:own|known|mild|moderate|severe|chronic|longstanding|underlying|active|facial|widespread|recurrent|diagnosed)\s+){0,2}$/;
const GRANTED_AFTER =
  /^\s*(?:flare|flares|flare-?ups?|flaring|exacerbations?|worsening|control|management|treatment plan|symptoms|outbreaks?|action plan|skin care|regimen|medications?|creams?|lesions|patches)\b/;
const FOR_IT =
  /\b(?<!(?:negative|neg|significant|positive|remarkable|notable|evidence|support|suspicious|suspicion|consistent|concern|criteria|indicative|looking|look|typical|indication|screened|test|tested)\s)(?:for|to treat|to)\s+(?:(?:her|his|the|mild|moderate|severe|any|this|facial|chronic|atopic)\s+){0,2}$/;
const OF_IT =
  /\b(?:flares?|flare-?ups?|worsening|exacerbations?|changes?|improvement|increase|treatment|control|complications?|infection|superinfection|lesions?|involvement|patches|spread|areas?|management|symptoms|signs of infection|response) (?:of|in|to|on|from)\s+(?:(?:her|his|the|this|known|active)\s+){0,2}$/;

/** Rejected by a word before or after it. */
function rejected(mention: Mention, { text, sentence, marks }: Surroundings): boolean {
  const before = text.slice(sentence.start, mention.start);
  const inScope = marks.filter((mark) => mark.end <= mention.start);
  for (let index = inScope.length - 1; index >= 0; index--) {
    const mark = inScope[index];
    if (!mark) break;
    const gap = text.slice(mark.end, mention.start);
    if (is(mark, "affirm")) return false;
    if (is(mark, "end") && !endsNothing(mark, text)) return false;
    if (/;|:\s*$|\s-\s/.test(gap) && !/^\s*:/.test(gap)) return false;
    if (is(mark, "pseudo") || !is(mark, "no")) continue;
    if (reachesOver(gap) && !granted(before, text.slice(mention.end, sentence.end), mark)) return true;
    if (!/,|\bor\b|\band\b/.test(gap)) return false;
  }
  return rejectedAfter(mention, text, sentence, marks);
}

/** "is" and the like end a scope only where a new clause begins. */
function endsNothing({ word, end, start }: ConditionMark, text: string): boolean {
  if (
    !/^(?:has|have|had|there is|there are|appears|appears as|consistent with|compatible with|c\/w|typical of|typical for|diagnosed with|reports|shows|demonstrates|reveals|uses|is on|on|takes|started|that|then)$/.test(
      word,
    )
  )
    return false;
  // "does not appear", "has not had", "never diagnosed with"
  return (
    /\b(?:not|never|no|denies|denied|n't|without|nobody|doubt|doubtful|unlikely)\s+(?:\w+\s+){0,3}$/.test(
      text.slice(Math.max(0, start - 40), start),
    ) || /^\s*(?:not|never|no)\b/.test(text.slice(end, end + 8))
  );
}

/** A list goes on as long as its members are short; without commas a scope is eight words. */
function reachesOver(gap: string): boolean {
  const members = gap.split(/,|\/|\bor\b|\band\b|\bnor\b|\by\b|\bo\b|\boder\b|\bund\b|\bou\b|\bet\b|\bni\b/);
  if (members.length === 1) return wordsIn(gap) <= 8;
  return members.every((member) => wordsIn(member) <= 6);
}

function granted(before: string, after: string, mark: ConditionMark): boolean {
  if (RESTART.test(before)) return true;
  if (/^\s*(?:present|is present|positive|\(\+\)|\+)/.test(after)) return true;
  const strong = /evidence|signs? of|history of|rule|exclud|rather|denie|consistent|instead/.test(mark.word);
  const near = before.slice(-70);
  if (!strong && GRANTED_BEFORE.test(near) && !/\b(?:not|isn't|is not|wasn't|no longer) the\s+$/.test(near))
    return true;
  if (!/\bhistory|denies a|denied a/.test(near) && GRANTED_AFTER.test(after)) return true;
  return FOR_IT.test(near) || OF_IT.test(near);
}

function rejectedAfter(
  mention: Mention,
  text: string,
  sentence: Span,
  marks: readonly ConditionMark[],
): boolean {
  for (const mark of marksBetween(marks, mention.end, sentence.end)) {
    const gap = text.slice(mention.end, mark.start);
    if (is(mark, "pseudo") || is(mark, "maybePost") || is(mark, "affirm")) return false;
    if (is(mark, "end") && !/^(?:has|have|had|and is|and was)$/.test(mark.word)) return false;
    if (/[;:]\s*\S/.test(gap)) return false;
    if (is(mark, "noPost")) {
      if (
        /^(?:negative|unlikely|absent|excluded|denied)$/.test(mark.word) &&
        /^\s*(?:for|to|that)\b/.test(text.slice(mark.end, mark.end + 6))
      )
        return false;
      // "Denied" rejects what it denies, not what stands before it, unless nothing follows.
      if (/den(?:ied|ies)/.test(mark.word) && /^\s+(?!by\b)[a-z]/.test(text.slice(mark.end, mark.end + 12)))
        return false;
      return wordsIn(gap) <= 6;
    }
    if (is(mark, "no")) return false;
  }
  return false;
}

const AGREES_AFTER =
  /^\s*(?:(?:that|which)\s+)?(?:worsens|worsen|worse|flares?|flaring|persists?|recurs?|returns?|does not|doesn't|do not|not|gets|is not|isn't|fails|continues|spreads?|becomes|remains|improves|stays|is worse|is flaring|comes back|acts up)\b/;

function possible(
  mention: Mention,
  { text, sentence, marks }: Surroundings,
): "suspected" | "conditional" | undefined {
  const before = text.slice(sentence.start, mention.start);
  const after = text.slice(mention.end, sentence.end);
  if (/^\s*(?:\(?\?+\)?|\?)/.test(after) || /(?:^|[\s(,])\?+\s*$/.test(before)) return "suspected";
  if (
    /^\s+(?:is (?:a|an|not contagious|caused|one|the most|often|usually|very common|common)|are|can be|can cause|may be|affects|causes|occurs|tends to)\b/.test(
      after,
    ) &&
    before.trim() === ""
  )
    return "conditional";
  for (let index = marks.length - 1; index >= 0; index--) {
    const mark = marks[index];
    if (!mark || mark.end > mention.start) continue;
    const gap = text.slice(mark.end, mention.start);
    if (/[;]|\s-\s/.test(gap)) break;
    if (is(mark, "conditional")) {
      if (AGREES_AFTER.test(after) || GRANTED_AFTER.test(after) || GRANTED_BEFORE.test(before.slice(-70)))
        continue;
      if (
        wordsIn(gap) <= 6 &&
        !(mark.word === "si" && !/[áéíóúñ]/.test(before) && /\b(?:the|of|and)\b/.test(before))
      )
        return "conditional";
      continue;
    }
    if (is(mark, "maybe")) {
      if (mark.word === "va" || mark.word === "dd" || mark.word === "ro") {
        if (wordsIn(gap) > 1) continue;
      }
      if (
        GRANTED_BEFORE.test(before.slice(-70)) ||
        OF_IT.test(before.slice(-70)) ||
        (/\b(?:of|in|on|with)\s+$/.test(gap) && wordsIn(gap) > 1)
      )
        continue;
      if (FOR_IT.test(before.slice(-70)) && !/for$/.test(mark.word) && wordsIn(gap) > 1) continue;
      if (reachesOver(gap)) return "suspected";
      continue;
    }
    if (
      is(mark, "end") &&
      !/^(?:has|have|had|consistent with|due to|secondary to|because of|and is|and was|which|that|appears|diagnosed with|and has)$/.test(
        mark.word,
      )
    )
      break;
    if (
      is(mark, "end") &&
      /^(?:has|have|had|and has|diagnosed with)$/.test(mark.word) &&
      !/(?:may|might|could|to|possibly|likely|probably|if|should|whether)\s+(?:\w+\s+)?$/.test(
        text.slice(Math.max(0, mark.start - 24), mark.start),
      )
    )
      break;
  }
  for (const mark of marksBetween(marks, mention.end, sentence.end)) {
    const gap = text.slice(mention.end, mark.start);
    if (/[;.]/.test(gap) || (is(mark, "end") && !/^(?:has|have|had)$/.test(mark.word))) break;
    if (!is(mark, "maybePost")) continue;
    if (wordsIn(gap) > 5) break;
    const rest = text.slice(mark.end, mark.end + 20);
    if (
      /likely|probable|possible|suspected/.test(mark.word) &&
      /^\s*(?:due|secondary|from|related|triggered|exacerbated|caused|because|worse|infected|infection|superinf|with|allergic|flare|trigger|contact|viral|bacterial|drug|improv)/.test(
        rest,
      )
    )
      break;
    if (
      /^(?:possible|suspected|probable|considered|suspicious)$/.test(mark.word) &&
      /,\s*$/.test(gap) &&
      /^\s+[a-z]/.test(rest)
    )
      break;
    if (/,|\band\b/.test(gap) && /^(?:possible|probable|suspected)$/.test(mark.word)) break;
    return "suspected";
  }
  return undefined;
}

function past(
  mention: Mention,
  { text, sentence, marks, mentions, next }: Surroundings,
): "over" | "rejected" | undefined {
  const after = text.slice(mention.end, sentence.end);
  const stillBefore = marks.some(
    (mark) =>
      is(mark, "still") && mark.end <= mention.start && wordsIn(text.slice(mark.end, mention.start)) <= 2,
  );
  for (let index = marks.length - 1; index >= 0; index--) {
    const mark = marks[index];
    if (!mark || mark.end > mention.start || !is(mark, "past")) continue;
    const gap = text.slice(mark.end, mention.start);
    if (/[;:.]/.test(gap)) break;
    if (/as$|thought to be|mis|mistaken/.test(mark.word)) {
      if (
        /treated as|diagnosed (?:as|with)/.test(mark.word) &&
        !/\b(?:ended|turned|later|actually|but|however|then|now|found|proved|biopsy)\b/.test(after)
      )
        continue;
      if (wordsIn(gap) <= 3) return "rejected";
      continue;
    }
    if (/^(?:prior|previous|former|resolved)$/.test(mark.word) && wordsIn(gap) > 2) continue;
    if (/^prior|^previous/.test(mark.word) && GRANTED_AFTER.test(after)) continue;
    if (wordsIn(gap) <= 4 && !stillNow(after, marks, mention, sentence)) return "over";
  }
  let first: ConditionMark | undefined;
  for (const mark of marksBetween(marks, mention.end, sentence.end)) {
    const gap = text.slice(mention.end, mark.start);
    if (is(mark, "still") && mark.word.startsWith("since") && !is(mark, "pastPost")) break;
    if (!is(mark, "pastPost")) {
      if (is(mark, "pseudo") && /not resolved|not cleared|not gone/.test(mark.word)) break;
      continue;
    }
    if (
      /\bsince\s+(?:\w+\s+){0,3}$/.test(gap) ||
      /\bsince\b/.test(gap.slice(-12)) ||
      /\b(?:since|from|began|started|starting|onset|diagnosed|dx'd|first noted|appeared|beginning|developed)\b/.test(
        gap,
      )
    )
      break;
    if (wordsIn(gap) > 14) break;
    // The first name before it owns it, unless one word says it of a whole list.
    if (
      mentions.some((other) => other.start > mention.end && other.end <= mark.start) &&
      /resol|gone|clear|remission|inactive|disappear/.test(mark.word)
    )
      break;
    if (
      /^(?:cleared|cleared up|has cleared|clear|has now cleared)$/.test(mark.word) &&
      /^\s*(?:with|on|using|by|after|nicely with)\b/.test(text.slice(mark.end, mark.end + 14))
    )
      break;
    if (/resolved|in the past|years ago|inactive/.test(mark.word) && otherSubject(gap)) break;
    if (/ended up|turned out|found to be|actually|in fact|prove|diagnosed/.test(mark.word)) return "rejected";
    first = mark;
    break;
  }
  if (
    first &&
    !stillBefore &&
    !stillNow(text.slice(first.end, sentence.end), marks, { start: first.start, end: first.end }, sentence)
  )
    return "over";
  if (!first && next && mentions.at(-1)?.end === mention.end) {
    const words = text.slice(next.start, next.end);
    if (
      /^\W*(?:(?:it|this|that|which|these|eczema|the eczema|the rash|both)\s+)?(?:has |have |had |all )?(?:since |now |completely |fully )?(?:resolved|outgrown|outgrew|cleared|gone away|went away|outgrew it|in remission|grew out of it|he outgrew|she outgrew)\b/.test(
        words,
      )
    )
      return "over";
  }
  return undefined;
}

/** A different noun between the name and "resolved": the word is not the name's. */
const otherSubject = (gap: string) =>
  /\b(?:pneumonia|fever|infection|impetigo|pain|symptoms|bronchiolitis|otitis|cough|rhinitis|surgery|fracture|asthma|injury|croup|rash on|cellulitis)\b/.test(
    gap,
  );

function stillNow(after: string, marks: readonly ConditionMark[], mention: Mention, sentence: Span): boolean {
  return marks.some(
    (mark) =>
      is(mark, "still") &&
      !is(mark, "pastPost") &&
      mark.start >= mention.end &&
      mark.end <= sentence.end &&
      !/^(?:since|flares?|active|flared|seit|desde|depuis|worse|today)$/.test(mark.word) &&
      !/\b(?:no|not|without)\s+(?:\w+\s+)?$/.test(after.slice(0, Math.max(0, mark.start - mention.end))),
  );
}

/** A handout, a leaflet, a study or society on the disease. */
function isMaterial(text: string, mention: Mention, sentence: Span): boolean {
  const after = text.slice(mention.end, sentence.end);
  const before = text.slice(sentence.start, mention.start);
  return (
    /^\s*(?:\w+\s+){0,1}(?:handouts?|brochures?|pamphlets?|leaflets?|fact sheets?|booklets?|websites?|videos?|support groups?|stud(?:y|ies)|trials?|registr(?:y|ies)|associations?|society|foundation|posters?|protocol|questionnaires?|guidelines?)\b/.test(
      after,
    ) ||
    /\b(?:handouts?|brochures?|pamphlets?|leaflets?|fact sheets?|booklets?|articles?|literature|website|video|posters?|printed information|written information)\s+(?:on|about|for|regarding|re)\s+(?:\w+\s+){0,2}$/.test(
      before,
    )
  );
}
