/** Which medicines of a sentence stand in one list. */
import type { DrugMark } from "./acts";
import type { Drug } from "./bind";
import { wordsIn } from "./marks";

/** Medicines that stand in one list with `drugs[index]`, in order. */
export function groupOf(
  text: string,
  drugs: readonly Drug[],
  marks: readonly DrugMark[],
  index: number,
): Drug[] {
  let first = index;
  let last = index;
  while (first > 0 && joined(text, drugs[first - 1], drugs[first], marks)) first--;
  while (last + 1 < drugs.length && joined(text, drugs[last], drugs[last + 1], marks)) last++;
  return drugs.slice(first, last + 1);
}

const GLUE =
  /[,/&+(]|\band\b|\bn?or\b|\by\b|\bo\b|\bund\b|\boder\b|\bet\b|\bou\b|\bplus\b|\bas well as\b|\bbut also\b/;
const DOSES =
  /\b(?:\d[\d.,]* ?%?|mg|cream|ointment|oint|lotion|bid|tid|qd|daily|twice|prn|topical|to|the|face|body|a|day|times|x|weeks?|strength)\b/g;

function joined(
  text: string,
  one: Drug | undefined,
  other: Drug | undefined,
  marks: readonly DrugMark[],
): boolean {
  if (!one || !other) return false;
  const gap = text.slice(one.end, other.start);
  // "Was on triamcinolone, then Elidel": one after the other.
  if (/^\s*(?:(?:[([/]|with)?|,?\s*(?:and )?then)\s*$/.test(gap)) return true;
  if (/[;!?]|\. /.test(gap) || !GLUE.test(gap)) return false;
  const between = marks.filter((mark) => mark.start >= one.end && mark.end <= other.start);
  const harmless = (mark: DrugMark) =>
    mark.kinds.every(
      (kind) =>
        kind === "little" ||
        kind === "works" ||
        kind === "pseudo" ||
        kind === "if" ||
        kind === "discussed" ||
        kind === "whenever",
    ) || /^(?:including|includes|on|use|past|apply|any|prior|previous)$/.test(mark.word);
  return between.every(harmless) && wordsIn(gap.replace(DOSES, " ")) <= 7;
}

/** Of a list, those that a verb after it speaks of: joined to the last by more than a comma. */
export function closeGroup(text: string, group: readonly Drug[]): Drug[] {
  const [one, other] = group.slice(-2);
  if (!one || !other) return [...group];
  return /\band\b|\bn?or\b|[/&+(]|^\s*$|\by\b|\bund\b|\bet\b|\bplus\b|\bas well as\b|\bbut also\b/.test(
    // What stands in brackets is the first one's own.
    text.slice(one.end, other.start).replace(/\([^()]*\)/g, ""),
  )
    ? [...group]
    : [other];
}
