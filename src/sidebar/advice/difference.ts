import type { Advice, Group, Item, Status } from "../../engine/advice";
import { isTripped, whyOf } from "./face";

const GROUPS = [
  "redFlags",
  "options",
  "adherence",
  "adjuncts",
  "secondary",
  "escalation",
  "rescue",
  "pitfalls",
] as const satisfies readonly Group[];

/** An item whose status a change of facts moved; absent sides: it was not there before, or is not any more. */
export interface Change {
  id: string;
  from?: Status;
  to?: Status;
  /** The first reason that is new with the change. */
  because?: string;
}

/** What a change of facts did to the advice, in the order of the panel. */
export function difference(before: Advice | undefined, after: Advice | undefined): Change[] {
  if (!before || !after) return [];
  const old = new Map(itemsOf(before).map((item) => [item.id, item]));
  const now = new Map(itemsOf(after).map((item) => [item.id, item]));
  const changed = [...now.values()].flatMap((item): Change[] => {
    const was = old.get(item.id);
    if (was?.status === item.status) return [];
    return [{ id: item.id, from: was?.status, to: item.status, because: newReason(was, item) }];
  });
  const gone = [...old.values()].flatMap(({ id, status }): Change[] =>
    now.has(id) ? [] : [{ id, from: status }],
  );
  return [...changed, ...gone];
}

/**
 * What is newly said of items whose status stayed, in the order of the panel: the first such reason of each. No text: it
 * is a pitfall that the chart tripped and trips no more.
 */
export function reworded(
  before: Advice | undefined,
  after: Advice | undefined,
): { id: string; text?: string }[] {
  if (!before || !after) return [];
  const old = new Map(itemsOf(before).map((item) => [item.id, item]));
  return itemsOf(after).flatMap((item) => {
    const was = old.get(item.id);
    if (was?.status !== item.status) return [];
    const known = new Set(was.reasons.map(({ text }) => text));
    const text = whyOf(item).why.find((reason) => !known.has(reason.text))?.text;
    return text || (isTripped(was) && !isTripped(item)) ? [{ id: item.id, text }] : [];
  });
}

/** Every item of an advice, in the order of the panel. */
export const itemsOf = (advice: Advice): Item[] => GROUPS.flatMap((group) => advice[group]);

function newReason(was: Item | undefined, item: Item): string | undefined {
  const known = new Set(was?.reasons.map(({ text }) => text));
  return (item.reasons.find(({ text }) => !known.has(text)) ?? item.reasons[0])?.text;
}
