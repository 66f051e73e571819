/** Whether a disease is over: outgrown, resolved, or a diagnosis that was given up. */
import { wordsIn } from "./marks";
import { type ConditionMark, GRANTED_AFTER, is, type Mention, type Surroundings } from "./mention";

export type Past = "over" | "rejected";

/** A different noun before "resolved": the word is not the disease's. */
const OTHER_SUBJECT =
  /\b(?:pneumonia|fever|infection|impetigo|pain|symptoms|bronchiolitis|otitis|cough|rhinitis|surgery|fracture|asthma|injury|croup|cellulitis|allerg\w+)\b/;
const BEGAN =
  /\b(?:since|from|began|started|starting|onset|diagnosed|dx'd|first noted|appeared|beginning|developed)\b/;
/** "In remission on dupilumab": held by a treatment, not over. */
const TREATED =
  /^\s*(?:nicely |well |completely )?(?:with|on|using|by|while on|under|since starting|after starting)\b(?! (?:(?:her|his|its) own|(?:the )?(?:age|time|end|\d+|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|late|early|puberty|adolescence|adulthood|school|kindergarten|summer|winter|spring|fall)\b))/;
const GIVEN_UP =
  /impression|initial|original|ended up|turned out|found to be|actually|in fact|prove|later diagnosed|biopsy|culture|koh|scraping/;
const IT_RESOLVED =
  /^\W*(?:(?:it|this|that|which|these|eczema|the eczema|the rash|both)\s+)?(?:has |have |had |all )?(?:since |now |completely |fully )?(?:resolved|outgrown|outgrew|cleared|gone away|went away|outgrew it|in remission|grew out of it|he outgrew|she outgrew)\b/;
/** Of "still", the words that do not by themselves bring it back. */
const WEAK_STILL =
  /^(?:since|flares?|active|flared|seit|desde|depuis|worse|today|from \w+|off and on|on and off)$/;

/** "From six weeks of age until after thirty years" */
const UNTIL =
  /^[^.;,]{0,60}\b(?:until|till)\s+(?:(?:after|about|around|nearly|over)\s+)?[a-z\d-]+\s+years?\b/;
/** "Persistent childhood eczema" */
const GOES_ON = /\b(?:persistent|persisting|ongoing|continuing|continued|active|lifelong)\s+(?:\w+\s+)?$/;
const YOUNG = /child|infan|baby|little|young|growing|kid|toddler|teen|first/;

export function pastOf(mention: Mention, around: Surroundings): Past | undefined {
  return pastBefore(mention, around) ?? pastAfter(mention, around);
}

function pastBefore(mention: Mention, around: Surroundings): Past | undefined {
  const { text, marks, sentence } = around;
  const after = text.slice(mention.end, sentence.end);
  for (let index = marks.length - 1; index >= 0; index--) {
    const mark = marks[index];
    if (!mark || mark.end > mention.start) continue;
    if (is(mark, "pastPost") && YOUNG.test(mark.word) && !is(mark, "past")) {
      // "As a child she had eczema."
      const between = text.slice(mark.end, mention.start);
      if (
        /\bhad\b/.test(between) &&
        wordsIn(between) <= 9 &&
        !/;/.test(between) &&
        !isStill(around, mention.end)
      )
        return "over";
      continue;
    }
    if (!is(mark, "past")) continue;
    const { word } = mark;
    const gap = text.slice(mark.end, mention.start);
    const words = wordsIn(gap);
    if (/[;:.]/.test(gap)) return undefined;
    if (/ as$| with$| to be$| was$|mis|mistaken/.test(word)) {
      const dropped =
        /\b(?:ended|turned|later|actually|but|however|then|now|found|proved|biopsy|at first|initially|originally|culture|koh)\b/.test(
          after,
        );
      if (words <= 3 && (dropped || /^mis/.test(word))) return "rejected";
      continue;
    }
    // "Remote visit for eczema"
    if (word === "remote" && words > 0) continue;
    if (GOES_ON.test(text.slice(sentence.start, mark.start))) continue;
    if (/^(?:prior|previous|former|resolved)$/.test(word) && (words > 2 || GRANTED_AFTER.test(after)))
      continue;
    if (words <= 4 && !isStill(around, mention.end)) return "over";
  }
  return undefined;
}

/** "Eczema; acne (resolved)": said of the last of a list, unless it says of how many. */
const isOfAnother = (gap: string): boolean =>
  (/[,;]\s*[a-z][^()]*\([^()]*$/.test(gap) && !/\((?:both|all|each)\b/.test(gap)) ||
  /;\s*(?!(?:it|this|that|which|these|both|all|has|had|have|is|was|now|since|eczema|the (?:eczema|rash))\b)[a-z]/.test(
    gap,
  );

/** "Eczema which was treated with steroids in the past": that is when it was treated. */
const OF_TREATMENT =
  /\b(?:treated|treatments?|therap\w+|used?|using|tried|trying|given|prescribed|responded|managed|applied|creams?|steroids?|medications?|required|needed|saw|seen|referred|evaluated|followed|hospitali[sz]ed|tested|controlled|flar\w+|severe|worse|bad|infected|trigger\w*)\b/;

function pastAfter(mention: Mention, around: Surroundings): Past | undefined {
  const { text, sentence, marks, mentions, next } = around;
  const after = text.slice(mention.end, sentence.end);
  if (
    marks.some(
      (mark) =>
        is(mark, "still") && mark.end <= mention.start && wordsIn(text.slice(mark.end, mention.start)) <= 2,
    )
  )
    return undefined;
  if (
    (/^\s*[,(-]\s*(?:childhood|infancy|resolved|outgrown|remote)\s*\)?(?:[.,;]|\s*$)/.test(after) ||
      UNTIL.test(after)) &&
    !isStill(around, mention.end)
  )
    return "over";
  for (const mark of marks) {
    if (mark.start < mention.end) continue;
    const gap = text.slice(mention.end, mark.start);
    if (is(mark, "pseudo") && /not .*(?:resolved|cleared|gone)/.test(mark.word)) return undefined;
    if (!is(mark, "pastPost")) continue;
    if (BEGAN.test(gap) || wordsIn(gap) > 14) return undefined;
    if (GIVEN_UP.test(mark.word)) {
      if (/biopsy|culture|koh|scraping/.test(mark.word)) continue;
      return "rejected";
    }
    if (isOfAnother(gap)) continue;
    if (/past$|ago$|remotely/.test(mark.word) && OF_TREATMENT.test(gap)) continue;
    const ending = /resol|gone|clear|remission|inactive|disappear|went away/.test(mark.word);
    // The first name before it owns it, unless it is said of a whole list.
    if (
      ending &&
      mentions.some(
        (other) => other.start > mention.end && other.end <= mark.start && other.concept !== mention.concept,
      )
    )
      return undefined;
    if (ending && (TREATED.test(text.slice(mark.end, mark.end + 24)) || GRANTED_AFTER.test(after)))
      return undefined;
    if (
      /resolved|in the past|years ago|inactive/.test(mark.word) &&
      OTHER_SUBJECT.test(gap) &&
      !/\b(?:both|all)\b/.test(gap)
    )
      return undefined;
    return isStill(around, mark.end) ? undefined : "over";
  }
  if (next && mentions.at(-1)?.end === mention.end && IT_RESOLVED.test(text.slice(next.start, next.end)))
    return "over";
  return undefined;
}

const BARE_NOW = /^(?:now|currently|current|today)$/;
/** "Which cleared at two; now here for a physical", as against "cleared; now flaring". */
const isApart = (words: string): boolean =>
  /;\s*(?:is |has |was )?(?:now|currently|current|today)\b(?!\W+(?:\w+ ){0,2}?(?:flar|worse|back|return|recur|active|again|red|itch|bad|uncontrolled|severe|mild|moderate))/.test(
    words,
  );

/** Said to go on, after what was said of the past. */
function isStill({ text, sentence, marks }: Surroundings, from: number): boolean {
  const denied = (mark: ConditionMark) =>
    /\b(?:no|not|none|without)\s+(?:\w+\s+)?$/.test(text.slice(from, mark.start));
  return marks.some(
    (mark) =>
      is(mark, "still") &&
      !is(mark, "pastPost") &&
      mark.start >= from &&
      mark.end <= sentence.end &&
      !(BARE_NOW.test(mark.word) && isApart(text.slice(from, mark.end + 24))) &&
      !WEAK_STILL.test(mark.word) &&
      !denied(mark),
  );
}
