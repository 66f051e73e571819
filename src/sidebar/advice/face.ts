import type { Item, Reason } from "../../engine/advice";

/** Codes of reasons that are said as a tag: they decide nothing about the item itself. */
export const TAGS = {
  "verify-first": "tag_verify_first",
  "not-due-yet": "tag_not_due_yet",
  "grade-age": "tag_grade_age",
} as const;
type TagCode = keyof typeof TAGS;
const isTag = (code: string): code is TagCode => code in TAGS;

/** A reason that only waits for a fact; the status names the fact already. */
const isWaiting = ({ code }: Reason) => code.startsWith("needs-");

/** Characters that one and two lines of a side panel hold, about. */
const ONE_LINE = 52;
const TWO_LINES = 105;

export interface Face {
  tags: TagCode[];
  /** Reasons said before the card is opened; empty: the item simply fits. */
  said: Reason[];
  /** Reasons left for the opened card; those that the status counts already are not counted twice. */
  more: number;
}

/**
 * What a closed card says: what holds for this patient before what is still to be asked, as much as one line (of an item
 * that waits for a fact) or two hold; the first always.
 */
export function faceOf(item: Item): Face {
  const { telling, why } = whyOf(item);
  const waits = item.status === "needs-info";
  let length = 0;
  const said = telling.filter(({ text }, index) => {
    length += text.length;
    return index === 0 || length <= (waits ? ONE_LINE : TWO_LINES);
  });
  const onlyWaits = telling === why;
  const counted = waits ? (onlyWaits ? said : telling) : why;
  return { tags: tagsOf(item), said, more: counted.length - said.length };
}

export const tagsOf = ({ reasons }: Item): TagCode[] => [
  ...new Set(reasons.map(({ code }) => code).filter(isTag)),
];

/** The chart itself trips this pitfall. */
export const isTripped = ({ reasons }: Item) => reasons.some(({ code }) => code.startsWith("tripped"));

/** Why an item stands as it does: without the tags; and of that what tells more than which fact it waits for, if anything does. */
export function whyOf({ reasons }: Item): { telling: Reason[]; why: Reason[] } {
  const why = reasons.filter(({ code }) => !isTag(code));
  const telling = why.filter((reason) => !isWaiting(reason));
  return { telling: telling.length > 0 ? telling : why, why };
}
