/** Whether a disease is rejected by a word before or after it. Scopes end at new clauses; lists go on. */
import { wordsIn } from "./marks";
import {
  type ConditionMark,
  FOR_IT,
  GRANTED_AFTER,
  GRANTED_BEFORE,
  is,
  type Mention,
  OF_IT,
  type Surroundings,
} from "./mention";
import type { Span } from "./sentences";

/** Adjectives that restart a list after a comma: "denies asthma, mild eczema". */
const RESTART =
  /[,;-]\s*(?:but |and )?(?:(?:does have|has|with|known|positive(?: for)?|\+|mild|moderate|severe|significant|long-?standing|chronic|active|current|ongoing|some|well[- ]controlled|poorly[- ]controlled|stable|recurrent|occasional|history of|hx of|h\/o|previously diagnosed)[ -]*){1,3}$/;
/** Words that end a scope only where a new clause begins, not in "does not appear". */
const CARRIED =
  /^(?:has|have|had|there is|there are|appears|appears as|consistent with|compatible with|c\/w|typical of|typical for|diagnosed with|reports|shows|demonstrates|reveals|uses|is on|on|takes|started|that|then|history of|with known)$/;
const DENIED_BEFORE =
  /\b(?:not|never|no|denies|denied|n't|without|nobody|doubt|doubtful|unlikely)\s+(?:\w+\s+){0,3}$/;

/** "No lesions, eczema on hands improved" */
const HOW_IT_IS =
  /^\s+(?:on|over|in|of|at)\s+(?:the |her |his |both |bilateral )?(?:\w+ ){1,3}(?:(?:is|are|has|have|looks?|appears?|much|slightly|somewhat)\s+)*(?:improv\w+|better|worse\w*|stable|clearing|healing|unchanged|flaring|controlled)\b/;

/** What is still to be found out is not denied. */
const TO_BE_TOLD =
  /^(?:r\/o|rule[ /]out|ro|exclude|(?:evaluat\w*|work ?up|test\w*|screen\w*|assess\w*) for)$/;

/** A bracket that was opened before, with what rejects, is closed. */
const CLOSED = /^[^()]*\)/;
/** "Heme: neg anemia, neg lymphoma", as against "KOH neg, lymphoma". */
const STANDS_FIRST = /(?:^|[,:;.(]|\band)\s*$/;

export function isRejected(mention: Mention, { text, sentence, marks }: Surroundings): boolean {
  const before = text.slice(sentence.start, mention.start);
  const after = text.slice(mention.end, sentence.end);
  // "No eczema until age ten"
  if (/^[^.;,]{0,30}?\b(?:until|till)\b/.test(after)) return false;
  for (let index = marks.length - 1; index >= 0; index--) {
    const mark = marks[index];
    if (!mark || mark.end > mention.start) continue;
    const gap = text.slice(mark.end, mention.start);
    if (is(mark, "affirm")) return false;
    // "Given the lack of response, we would like to rule out lymphoma"
    if (is(mark, "maybe") && TO_BE_TOLD.test(mark.word)) return false;
    if (is(mark, "end") && !goesOn(mark, text)) break;
    if (/;|:\s*$|\s-\s/.test(gap) && !/^\s*:/.test(gap)) break;
    // "(no fever), eczema"
    if (CLOSED.test(gap)) continue;
    // "PMH: nil, eczema on exam"
    if (mark.word === "nil" && /^\s*,/.test(gap)) continue;
    if (is(mark, "pseudo") || !is(mark, "no")) continue;
    if (mark.word === "neg" && !(STANDS_FIRST.test(text.slice(sentence.start, mark.start)) && !gap.trim()))
      continue;
    if (mark.word === "than" && !MORE_LIKE.test(text.slice(sentence.start, mark.start))) continue;
    if (reachesOver(gap) && !isGranted(before, after, mark)) return true;
    if (!/,|\bor\b|\band\b/.test(gap)) break;
  }
  return isRejectedAfter(mention, text, sentence, marks);
}

function goesOn({ word, end, start }: ConditionMark, text: string): boolean {
  if (!CARRIED.test(word)) return false;
  return (
    DENIED_BEFORE.test(text.slice(Math.max(0, start - 40), start)) ||
    /^\s*(?:not|never|no)\b/.test(text.slice(end, end + 8))
  );
}

/** "More like psoriasis than eczema" */
const MORE_LIKE = /\bmore (?:like|likely|consistent|typical|suggestive|compatible|in keeping|of a)\b/;

const LIST = /,|\/|\bor\b|\band\b|\bnor\b|\by\b|\bo\b|\boder\b|\bund\b|\bou\b|\bet\b|\bni\b/;

/** A list goes on as long as its members are short; without commas a scope is eight words. */
export function reachesOver(gap: string): boolean {
  const members = gap.split(LIST);
  return members.length === 1 ? wordsIn(gap) <= 8 : members.every((member) => wordsIn(member) <= 6);
}

/** The words around it take the disease for granted: what is rejected is something else. */
function isGranted(before: string, after: string, mark: ConditionMark): boolean {
  if (RESTART.test(before)) return true;
  // "Is not working and eczema is worse": a clause of its own.
  if (
    /(?:^|[a-z]) ?not$|n't$/.test(mark.word) &&
    /\band\s+(?:the |her |his )?$/.test(before) &&
    /^\s+(?:is|are|was|has|have|remains|flare\w*|continues|got|gets|getting|worsened|seems)\b/.test(after)
  )
    return true;
  if (/^\s*(?:present|is present|positive|\(\+\)|\+)/.test(after)) return true;
  if (HOW_IT_IS.test(after)) return true;
  // "No known eczema" takes nothing for granted.
  if (/(?:^|\s)known\s+$/.test(before) && /^(?:no|nil|without|w\/o)$/.test(mark.word)) return false;
  const strong = /evidence|signs? of|history of|rule|exclud|rather|denie|consistent|instead/.test(mark.word);
  const near = before.slice(-70);
  if (!strong && GRANTED_BEFORE.test(near) && !/\b(?:not|isn't|is not|wasn't|no longer) the\s+$/.test(near))
    return true;
  // "It is not the eczema itself": that is there as well.
  if (/\bthe\s+$/.test(near) && /^\s*(?:itself|per se|that)\b/.test(after)) return true;
  if (!/\bhistory|denies a|denied a/.test(near) && GRANTED_AFTER.test(after)) return true;
  return FOR_IT.test(near) || OF_IT.test(near);
}

/** "Was considered, but felt not to fit" */
const GIVEN_UP =
  /^\s*,?\s*(?:but|however|though|although|and|yet)\s+(?:\w+\s+){0,4}?(?:unlikely|less likely|ruled out|excluded|rejected|dismissed|discarded|not (?:to fit|to be|fit|likely|supported|felt|favou?red|consistent))\b/;
/** "Not seen today", as against "not seen by dermatology". */
const NOT_SEEN_NOW = /^\s*(?:today|now|currently|on (?:exam\w*|today)|at (?:this|present)|[.,;)]|$)/;

function isRejectedAfter(
  mention: Mention,
  text: string,
  sentence: Span,
  marks: readonly ConditionMark[],
): boolean {
  for (const mark of marks) {
    if (mark.start < mention.end) continue;
    const gap = text.slice(mention.end, mark.start);
    const rest = text.slice(mark.end, Math.min(sentence.end, mark.end + 12));
    if (is(mark, "maybePost") && GIVEN_UP.test(text.slice(mark.end, sentence.end))) return true;
    const unseen = is(mark, "noPost") && NOT_SEEN_NOW.test(text.slice(mark.end, sentence.end));
    if ((is(mark, "pseudo") && !unseen) || is(mark, "maybePost") || is(mark, "affirm")) return false;
    if (is(mark, "end") && !/^(?:has|have|had|and is|and was)$/.test(mark.word)) return false;
    if (/[;:]\s*\S/.test(gap)) return false;
    if (is(mark, "noPost")) {
      if (/neg|unlikely|absent|excluded|denied/.test(mark.word) && /^\s*(?:for|to|that)\b/.test(rest))
        return false;
      // "Denied" rejects what it denies, not what stands before it, unless nothing follows.
      if (/^denied$/.test(mark.word) && /^\s+(?!by\b)[a-z]/.test(rest)) return false;
      return wordsIn(gap) <= 6;
    }
    if (is(mark, "no")) return false;
  }
  return false;
}
