import type { Query } from "minisearch";

/** Words that carry nothing. */
const EMPTY = new Set(
  "a about after all an and any are as at be best by can do does exposure for from he how i if in is it of on or our patient sensation she than that the they this to use used versus vs what when which who why with".split(
    " ",
  ),
);

/** What people type, as far as its endings are gone, and the word that the guidance uses. */
const SAME: Record<string, string> = {
  aad: "aad",
  baby: "infant",
  babie: "infant",
  bsa: "surface",
  burned: "burn",
  burnt: "burn",
  children: "child",
  cyclosporin: "ciclosporin",
  cyclosporine: "ciclosporin",
  dupixent: "dupilumab",
  elidel: "pimecrolimus",
  emollient: "moisturiser",
  eucrisa: "crisaborole",
  itchy: "itch",
  kid: "child",
  lactat: "breastfeed",
  lactation: "breastfeed",
  moisturizer: "moisturiser",
  nurs: "breastfeed",
  opzelura: "ruxolitinib",
  pediatric: "paediatric",
  protopic: "tacrolimus",
  pruritu: "itch",
  steroid: "corticosteroid",
  strength: "potency",
  tcs: "corticosteroid",
  vaccination: "vaccine",
};

/** For what is asked, other words that the guidance may have for it; several in one: all of them. */
const ALIKE: Record<string, readonly string[]> = {
  adrenal: ["hpa"],
  adverse: ["harm", "watch"],
  allergy: ["allergen", "allergic", "hypersensitivity"],
  amount: ["gram", "fingertip"],
  area: ["surface"],
  black: ["boxed"],
  cancer: ["malignancy", "malignancie", "lymphoma"],
  dermatologist: ["dermatology", "specialist"],
  duration: ["long", "week", "until clear"],
  effect: ["harm", "watch"],
  failed: ["failure"],
  ftu: ["fingertip"],
  lab: ["blood", "monitor"],
  long: ["duration", "week", "until clear"],
  maintenance: ["upkeep", "proactive"],
  malignancy: ["cancer", "malignancie", "lymphoma"],
  max: ["most", "largest", "limit"],
  maximum: ["most", "largest", "limit"],
  much: ["amount", "gram", "fingertip"],
  often: ["daily", "twice", "once"],
  prednisolone: ["oral corticosteroid", "systemic corticosteroid"],
  prednisone: ["oral corticosteroid", "systemic corticosteroid"],
  refer: ["referral", "specialist", "urgent dermatology"],
  side: ["harm", "watch"],
  sun: ["uv", "phototherapy"],
  sunlight: ["uv", "phototherapy"],
  taper: ["withdrawal", "stop"],
  toddler: ["infant", "child", "minimum age"],
  tsw: ["steroid withdrawal"],
  wean: ["withdrawal", "stop"],
};

/** Other words for a term, as a search takes them. */
export const alike = (term: string): Query[] =>
  (ALIKE[term] ?? []).map((words) => ({ combineWith: "AND", queries: words.split(" ") }));

export const NUMBER = /^\d/;
export const WORD = /\d+(?:[.,]\d+)*|[\p{L}]+/gu;

/**
 * A word as it is indexed: lower case, singular, without "-ing", the guidance's own; undefined where it carries nothing.
 * "Nothing about stinging" would be untrue of a guidance that says what stings.
 */
export function termOf(word: string): string | undefined {
  const lower = word.toLowerCase();
  if (EMPTY.has(lower)) return undefined;
  const singular = lower.length > 4 && /[^s]s$/.test(lower) ? lower.slice(0, -1) : lower;
  const stem = singular.replace(/(?<=.{4})ing$/, "");
  return SAME[stem] ?? stem;
}

/** A text in pieces, alternating between what is no word and words. */
export function pieces(text: string): { text: string; term?: string }[] {
  const found: { text: string; term?: string }[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    if (match.index > end) found.push({ text: text.slice(end, match.index) });
    found.push({ text: match[0], term: termOf(match[0]) });
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ text: text.slice(end) });
  return found;
}
