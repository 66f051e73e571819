/** Recognises the short texts that name a part of the chart, and the boxes that hold little else. */
import type { Contexts } from "./context";
import {
  attr,
  childNodesOf,
  childrenOf,
  isElement,
  isLonger,
  nameOf,
  nextElementOf,
  pageOf,
  parentElementOf,
  parentOf,
  previousElementOf,
  query,
  roleOf,
  textOf,
  within,
} from "./dom";
import { type Grids, holdsProse, isGroupRow } from "./grid";
import { besideActions, firstWords, type Run } from "./interest";
import { LONGEST_LABEL, type Meaning, meaningOf } from "./labels";
import { headingLevel, PLAIN_LEVEL } from "./levels";
import { plain } from "./normalise";
import { rawText } from "./search";
import type { Sight } from "./visible";

/** A box with this many characters beside the label's own, buttons and counts apart, holds content. */
export const HEADER_ROOM = 24;
const HEADER_LENGTH = 140;
/** Characters that may stand before a label in its box: a mark, a number. */
const FEW = 3;
const LONGEST = 120;

export interface Label {
  words: string;
  meaning: Meaning;
  /** 1–6 for headings, 7 for other labels, 0 for a box's name for screen readers. */
  level: number;
  /** The box that the words stand in. */
  box: Element;
  /** The label's own node and the boxes around it that hold little else, from the inside. */
  chain: Node[];
}

export interface LabelTools {
  contexts: Contexts;
  sight: Sight;
  grids: Grids;
}

export function labelOf(run: Run, { sight, contexts, grids }: LabelTools): Label | undefined {
  const { label: meaning } = run.interest;
  const [first] = run.nodes;
  const box = run.container;
  if (!meaning || !first || !isElement(box)) return undefined;
  const level = headingLevel(box);
  const parent = parentElementOf(first);
  // Words of menus and options name parts of the program; an unfolding button's do name what it unfolds.
  if (!sight.renders(parent) || contexts.of(parent).silent) return undefined;
  const spot = nameOf(box) === "caption" ? undefined : grids.spotOf(box);
  if (spot && (!holdsProse(spot) || isGroupRow(spot.grid, spot.row))) return undefined;
  // A heading may go on with what stands over another column.
  const whole = plain(rawText(run));
  const words = meaning.section && !meaningOf(whole) ? plain(besideActions(run) || firstWords(run)) : whole;
  return { words: words.slice(0, LONGEST), meaning, level, box, chain: chainOf(run) };
}

function chainOf(run: Run): Node[] {
  const own = ownNode(run);
  const chain: Node[] = [own];
  const length = rawText(run).length;
  for (let at = parentOf(own); isElement(at); at = parentOf(at)) {
    if (/^(body|html|main|section|article|li|dd|dl|ul|ol|fieldset|details)$/.test(nameOf(at))) break;
    if (isLonger(at, length + HEADER_LENGTH)) break;
    const { before, after } = otherText(at, run);
    if (before > FEW || before + after > HEADER_ROOM) break;
    chain.push(at);
  }
  return chain;
}

/** The highest node that holds the whole stretch and nothing else of its block. */
function ownNode(run: Run): Node {
  const first = run.nodes[0];
  const last = run.nodes.at(-1);
  if (!first || !last) return run.container;
  const blockText = (textOf(run.container) ?? "").trim().length;
  if (blockText === rawText(run).trim().length) return run.container;
  let at: Node = first;
  for (let up = parentOf(at); up && up !== run.container; up = parentOf(at)) at = up;
  return at;
}

/** How many characters of other text a box holds before and after a label. Buttons, links and fields don't count. */
function otherText(box: Element, run: Run): { before: number; after: number } {
  const own = new Set<Node>(run.nodes);
  const count = { before: 0, after: 0 };
  let passed = false;
  const visit = (node: Node) => {
    if (!isElement(node)) {
      if (own.has(node)) passed = true;
      else count[passed ? "after" : "before"] += (textOf(node) ?? "").trim().length;
      return;
    }
    const name = nameOf(node);
    if (/^(button|a|select|input|svg|script|style)$/.test(name) || roleOf(node) === "button") {
      if (!run.nodes.some((text) => within(node, text))) return;
    }
    for (const child of childNodesOf(node)) visit(child);
  };
  visit(box);
  return count;
}

/**
 * The name of a state that stands over entries ("Inactive", then a list), told from one that stands beside a single
 * entry. undefined for any other box.
 */
export function groupOf(box: Element): Label | undefined {
  if (isLonger(box, LONGEST_LABEL)) return undefined;
  const words = plain(textOf(box) ?? "");
  if (/\d/.test(words.replace(/\(\s*\d+\s*\)/, "")) || !meaningOf(words)?.group) return undefined;
  if (/badge|chip|pill|tag\b|status/i.test(attr(box, "class") ?? "")) return undefined;
  const next = nextElementOf(box);
  if (!next) return undefined;
  const list = /^(ul|ol|table|dl)$/.test(nameOf(next)) || /^(list|table|grid)$/.test(roleOf(next));
  if (!list && childrenOf(next).length === 0 && !(/[:：]$/.test(words) && !previousElementOf(box)))
    return undefined;
  return { words, meaning: { group: true }, level: PLAIN_LEVEL, box, chain: [box] };
}

const NAMED =
  /^(section|table|ul|ol|aside|article|fieldset|form|details)$|^(region|table|grid|treegrid|list|group|tabpanel)$/;

/** A box's name for screen readers, where it names a part of the chart. */
export function accessibleName(box: Element): Label | undefined {
  if (!NAMED.test(nameOf(box)) && !NAMED.test(roleOf(box))) return undefined;
  const words = attr(box, "aria-label") ?? labelledBy(box);
  const meaning = words ? meaningOf(words) : undefined;
  return words && meaning?.section ? { words: plain(words), meaning, level: 0, box, chain: [] } : undefined;
}

function labelledBy(element: Element): string | null {
  const id = attr(element, "aria-labelledby");
  const page = pageOf(element);
  const [label] = id && page && /^[\w:.-]+$/.test(id) ? query(page, `[id="${id}"]`) : [];
  return label ? textOf(label) : null;
}
