/** What is said of medicines in one sentence: single trigger words put together into acts. */

import { DRUG_TRIGGERS } from "./drug-triggers";
import { type Mark, markerOf, wordsIn } from "./marks";

export type DrugKind = keyof typeof DRUG_TRIGGERS;
export type DrugMark = Mark<DrugKind>;

export type ActKind =
  | "current"
  | "planned"
  | "begun"
  | "past"
  | "failed"
  | "not-failed"
  | "good"
  | "intolerance"
  | "allergy"
  | "tolerated"
  | "never"
  | "declined"
  | "discussed"
  | "low";

export interface Act {
  kind: ActKind;
  start: number;
  end: number;
  word: string;
  /** The words ask for the medicine after them ("failure of", "despite"). */
  forward?: boolean;
  /** Put together from "no" and "improvement": belongs to a whole list of medicines. */
  effect?: boolean;
  harm?: boolean;
}

export const drugMarks = markerOf<DrugKind>(DRUG_TRIGGERS);

const has = (mark: DrugMark, kind: DrugKind) => mark.kinds.includes(kind);
const NOT =
  /^(?:no|not|without|never|none|didn't|did not|doesn't|does not|hasn't|has not|haven't|isn't|wasn't|don't|denies|denied|hardly any|kein|keine|ohne|sin|sans|pas de|aucun|aucune)$/;
const CAUSED =
  /\b(?:caus\w+|develop\w*|due to|because of|got|gets|gave|gives|led to|leads to|result\w* in|resulting in|secondary to|produc\w+|experienc\w+|induc\w+|had|reports?|with|from|for|wegen|por|a cause d[eu']|provoqu\w+)\s+(?:(?:a|an|some|severe|significant|bad|local|increased|worsening|intense|mild|skin|facial|the|more|marked|starkem|starker)\s+){0,3}$/;
const COMES_FROM = /^\s*(?:from|with|after|due to|secondary to|to|on|because of|caused by|following)\b/;

/** The acts of a sentence in order of place. `taken`: names found in it, whose own words are no triggers. */
export function actsOf(text: string, marks: readonly DrugMark[], stopped: boolean): Act[] {
  return marks.flatMap((_, index) => actOf(text, marks, index, stopped) ?? []);
}

function actOf(text: string, marks: readonly DrugMark[], index: number, stopped: boolean): Act | undefined {
  const mark = marks[index];
  if (!mark) return undefined;
  const { start, end, word } = mark;
  const add = (kind: ActKind, more: Partial<Act> = {}): Act => ({ kind, start, end, word, ...more });
  const before = marks[index - 1];
  const reach = before ? text.slice(before.end, start) : "";
  const denied =
    before !== undefined &&
    has(before, "little") &&
    NOT.test(before.word) &&
    wordsIn(reach) <= 3 &&
    !/[,;:.(]/.test(reach);
  if (has(mark, "notFailed")) return add("not-failed");
  if (has(mark, "failedOf") || has(mark, "failed")) {
    if (denied && wordsIn(reach) <= 2) return add("not-failed");
    return add("failed", { forward: has(mark, "failedOf"), effect: !has(mark, "failedOf") });
  }
  if (has(mark, "effect") || has(mark, "good")) {
    const failure = lackOf(text, marks, index);
    if (failure) return add("failed", { ...failure, effect: true });
    if (has(mark, "good")) return add("good");
    return undefined;
  }
  if (has(mark, "tolerated")) return add("tolerated");
  if (has(mark, "intolerance") || has(mark, "allergy")) {
    const kind = has(mark, "allergy") ? "allergy" : "intolerance";
    if (denied) return add("tolerated", { start: before?.start ?? start });
    if (/\bfor\s+(?:\w+\s+)?$/.test(text.slice(Math.max(0, start - 16), start)) && !stopped) return undefined;
    return add(kind);
  }
  if (has(mark, "harm")) {
    const left = text.slice(Math.max(0, start - 40), start);
    const from = COMES_FROM.test(text.slice(end, end + 14));
    if (denied) return undefined;
    const strongly =
      /\b(?:caus\w+|due to|because of|gave|led to|result\w* in|secondary to|induc\w+|provoqu\w+|wegen|develop\w*)\s+(?:\w+\s+){0,3}$/.test(
        left,
      );
    if (strongly || from || (stopped && CAUSED.test(left)))
      return add(/hives|urticaria|swelling|rash|erupcion|dermatitis/.test(word) ? "allergy" : "intolerance", {
        harm: true,
        forward: from,
      });
    return undefined;
  }
  if (has(mark, "never")) return add("never");
  if (has(mark, "low")) return add("low");
  if (has(mark, "declined")) return add("declined");
  if (has(mark, "discussed")) return add("discussed");
  if (has(mark, "past"))
    return add(
      denied && /stop|discontinu|cease|hold|held|quit/.test(word) ? "current" : denied ? "never" : "past",
    );
  if (has(mark, "begun")) return add(denied ? "never" : "begun");
  if (has(mark, "planned")) return add(denied ? "never" : "planned");
  if (has(mark, "current")) return add(denied ? "never" : "current");
  return undefined;
}

/** "minimal relief", "response was inadequate", "did not really help": the words that make an effect a failure. */
function lackOf(
  text: string,
  marks: readonly DrugMark[],
  index: number,
): { start: number; end: number } | undefined {
  const mark = marks[index];
  if (!mark) return undefined;
  for (let back = 1; back <= 3; back++) {
    const before = marks[index - back];
    if (!before) break;
    const gap = text.slice(before.end, mark.start);
    if (/[,;:.(]/.test(gap) || wordsIn(gap) > 4) break;
    if (has(before, "end") || has(before, "failed")) break;
    if (!has(before, "little")) continue;
    if (
      has(mark, "good") &&
      !has(mark, "effect") &&
      !NOT.test(before.word) &&
      !/poor|little|minimal|hardly|marginal|partial|limited/.test(before.word)
    )
      continue;
    return { start: before.start, end: mark.end };
  }
  const after = marks[index + 1];
  if (!after || !has(mark, "effect") || !has(after, "little") || NOT.test(after.word)) return undefined;
  const gap = text.slice(mark.end, after.start);
  return /^\s*(?:(?:was|is|were|has been|had been|have been|to it was|to this was|has|remains|only|very|quite|rather|:|-|,|at best)\s*){1,4}$/.test(
    gap,
  )
    ? { start: mark.start, end: after.end }
    : undefined;
}
