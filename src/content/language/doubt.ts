/** Whether a disease is only suspected, or only possible one day. */
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
import { reachesOver } from "./negation";

export type Doubt = "suspected" | "conditional";

/** "If the eczema worsens": the disease is there, its worsening is what may come. */
const WORSENS =
  /^\s*(?:(?:that|which)\s+)?(?:worsens|worsen|worse|flares?|flaring|persists?|recurs?|returns?|does not|doesn't|do not|not|gets|is not|isn't|fails|continues|spreads?|becomes|remains|improves|stays|is worse|is flaring|comes back|acts up)\b/;
/** "Call for worsening eczema" */
const WORSENING =
  /\b(?:worsening|worsened|flaring|spreading|persistent|persisting|uncontrolled)\s+(?:of\s+)?(?:her\s+|his\s+|the\s+)?$/;
/** What is said of the disease in general. */
const GENERAL =
  /^\s+(?:is (?:a|an|not contagious|caused|one|the most|often|usually|very common|common)|are|can be|can cause|may be|affects|causes|occurs|tends to|(?:usually|often|typically|generally|commonly|frequently) [a-z]+s)\b/;
const OF_ONE = /\b(?:her|his|him|she|he|my|pt|patient)\b/;
/** Short words that mean doubt only right before the disease. */
const ADJACENT = /^(?:question|va|dd|ro|is this|considered|differential)$/;
/** "Is the patient pregnant?" */
const QUESTION = /^\W*(?:is|are) (?:she|he|you|the patient|patient|pt)\s+(?:\w+ ){0,2}$/;
const TRIGGERED =
  /^\s*(?:due|secondary|from|related|triggered|exacerbated|caused|because|worse|infected|infection|superinf|with|allergic|flare|trigger|contact|viral|bacterial|drug|improv)/;

export function doubtOf(mention: Mention, around: Surroundings): Doubt | undefined {
  const { text, sentence, marks } = around;
  const before = text.slice(sentence.start, mention.start);
  const after = text.slice(mention.end, sentence.end);
  if (/^\s*(?:\(?\?+\)?|\?)/.test(after) || /(?:^|[\s(,])\?+\s*$/.test(before))
    return SAFETY_NET.test(before) ? "conditional" : "suspected";
  if (QUESTION.test(before) && text[sentence.end - 1] === "?") return "suspected";
  if (GENERAL.test(after) && /^(?:[^.;:]{0,40},)?\s*$/.test(before) && !OF_ONE.test(before + after))
    return "conditional";
  if (/^\s+(?:may|might|could|can) (?:develop|occur|appear|follow|arise)\b/.test(after)) return "conditional";
  for (let index = marks.length - 1; index >= 0; index--) {
    const mark = marks[index];
    if (!mark || mark.end > mention.start) continue;
    const gap = text.slice(mark.end, mention.start);
    if (/;|\s-\s/.test(gap)) break;
    const doubt = doubtBefore(mark, gap, before.slice(-70), after);
    // "Watch for erosions that could suggest": nothing is suspected yet.
    if (doubt)
      return doubt === "suspected" && isWarnedOf(text.slice(sentence.start, mark.start))
        ? "conditional"
        : doubt;
    if (is(mark, "end") && endsDoubt(mark, text)) break;
  }
  // "Impression: eczema or tinea."
  if (around.place === "assessment" && (/^\s*,?\s*or\s+[a-z]/.test(after) || /[a-z]\s+or\s+$/.test(before)))
    return "suspected";
  return doubtAfter(mention, around) ? "suspected" : undefined;
}

/** "Safety net: painful blisters need review, ?eczema herpeticum" */
const SAFETY_NET = /\bsafety[- ]?net\w*\b/;

const isWarnedOf = (lead: string) =>
  /\b(?:watch(?:ing)?|monitor(?:ing)?|look|observe|return|call)\s+(?:closely\s+)?(?:for|if)\b[^;.]*$/.test(
    lead,
  );

function doubtBefore(mark: ConditionMark, gap: string, near: string, after: string): Doubt | undefined {
  const words = wordsIn(gap);
  if (is(mark, "conditional")) {
    if (WORSENING.test(near) || WORSENS.test(after) || GRANTED_AFTER.test(after) || GRANTED_BEFORE.test(near))
      return undefined;
    return words <= 6 ? "conditional" : undefined;
  }
  if (!is(mark, "maybe") || (ADJACENT.test(mark.word) && words > 1)) return undefined;
  if (GRANTED_BEFORE.test(near) || OF_IT.test(near)) return undefined;
  // "The rash is likely eczema", not "scabies is likely, eczema is not".
  if (/^(?:is|was) /.test(mark.word) && /,|\band\b|\bbut\b/.test(gap)) return undefined;
  if (
    words > 1 &&
    (/\b(?<!(?:component|element|form|type|case|degree|history|features) )(?:of|in|on|with)\s+$/.test(gap) ||
      (FOR_IT.test(near) && !/for$/.test(mark.word)))
  )
    return undefined;
  return reachesOver(gap) ? "suspected" : undefined;
}

function endsDoubt({ word, start }: ConditionMark, text: string): boolean {
  if (/^(?:consistent with|due to|secondary to|because of|and is|and was|which|that|appears)$/.test(word))
    return false;
  if (!/^(?:has|have|had|and has|diagnosed with|history of)$/.test(word)) return true;
  return !/(?:may|might|could|to|possibly|likely|probably|if|should|whether|possible|probable)\s+(?:\w+\s+)?$/.test(
    text.slice(Math.max(0, start - 24), start),
  );
}

function doubtAfter(mention: Mention, { text, marks }: Surroundings): boolean {
  for (const mark of marks) {
    if (mark.start < mention.end) continue;
    const gap = text.slice(mention.end, mark.start);
    if (/[;.]/.test(gap) || (is(mark, "end") && !/^(?:has|have|had)$/.test(mark.word))) return false;
    if (!is(mark, "maybePost")) continue;
    const rest = text.slice(mark.end, mark.end + 20);
    if (wordsIn(gap) > 5) return false;
    if (/likely|probable|possible|suspected/.test(mark.word) && TRIGGERED.test(rest)) return false;
    if (
      /^(?:possible|suspected|probable|likely|considered|suspicious)$/.test(mark.word) &&
      (/,\s*$/.test(gap) || /^\s+[a-z]/.test(rest)) &&
      /^\s+[a-z]/.test(rest)
    )
      return false;
    if (/,|\band\b/.test(gap) && /^(?:possible|probable|suspected|likely)$/.test(mark.word)) return false;
    return true;
  }
  return false;
}
