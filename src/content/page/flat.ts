/** Rows that no box holds: the heads and all the cells of a grid are children of one box, in order. */
import { childCountOf, childrenOf, firstElementOf, isLonger, parentElementOf } from "./dom";
import { headKind, isHead } from "./heads";
import { words } from "./rows";
import type { Part } from "./unit";

const LONGEST_HEAD = 60;
const FEWEST = 3;
const MOST_CELLS = 600;
const MOST_CLIMBED = 4;

const headOf = (box: Element): string => (isLonger(box, LONGEST_HEAD) ? "\u2026" : words(box));

/** The grid around a box as pairs of head and cell, row after row. */
export function flatAround(box: Element): { root: Element; parts: Part[] } | undefined {
  let root: Element | null = parentElementOf(box);
  for (let climbed = 0; root && climbed < MOST_CLIMBED; root = parentElementOf(root), climbed++) {
    const first = firstElementOf(root);
    if (!first || childCountOf(root) > MOST_CELLS || headKind(headOf(first)) !== "name") continue;
    const boxes = childrenOf(root);
    // Below the heads, whose last may be empty, stands the first name.
    const columns = boxes.findIndex((each) => headOf(each) !== "" && !isHead(headOf(each)));
    if (columns < FEWEST || boxes.length % columns !== 0) continue;
    const parts = boxes.slice(columns).map((value, at) => ({ label: boxes[at % columns] as Element, value }));
    return { root, parts: parts.filter(({ label }) => headOf(label) !== "") };
  }
  return undefined;
}
