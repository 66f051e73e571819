/** Rows that no box holds: the heads and all the cells of a grid are children of one box, in order. */
import { childCountOf, childrenOf, firstElementOf, isLonger, parentElementOf } from "./dom";
import { headKind, isHead } from "./heads";
import { words } from "./rows";
import type { Part } from "./unit";

const LONGEST_HEAD = 60;
const FEWEST = 3;
const MOST_CELLS = 600;
const MOST_CLIMBED = 4;

/** The grid around a box as pairs of head and cell, row after row. */
export function flatAround(box: Element): { root: Element; parts: Part[] } | undefined {
  let at: Element | null = parentElementOf(box);
  for (let climbed = 0; at && climbed < MOST_CLIMBED; at = parentElementOf(at), climbed++) {
    const parts = partsOf(at);
    if (parts) return { root: at, parts };
  }
  return undefined;
}

function partsOf(root: Element): Part[] | undefined {
  const count = childCountOf(root);
  const first = firstElementOf(root);
  if (count < 2 * FEWEST || count > MOST_CELLS || !first || headKind(headOf(first)) !== "name")
    return undefined;
  const boxes = childrenOf(root);
  const body = boxes.findIndex((box) => headOf(box) !== "" && !isHead(headOf(box)));
  // Below the heads, whose last may be empty, stands the first name.
  const columns = body;
  if (columns < FEWEST || boxes.length % columns !== 0) return undefined;
  const heads = boxes.slice(0, columns);
  return boxes.slice(columns).flatMap((value, index) => {
    const label = heads[index % columns];
    return label && headOf(label) ? [{ label, value }] : [];
  });
}

const headOf = (box: Element): string => (isLonger(box, LONGEST_HEAD) ? "\u2026" : words(box));
