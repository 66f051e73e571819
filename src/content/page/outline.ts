/**
 * Which part of the chart a place belongs to. Many pages have no headings, so a label is any short text that names a
 * part; it governs what follows it inside the smallest box that holds more than the label.
 */
import type { SectionName } from "../../engine/finding";
import type { Contexts } from "./context";
import {
  attr,
  childNodesOf,
  childrenOf,
  isElement,
  nameOf,
  nextElementOf,
  parentOf,
  precedes,
  query,
  roleOf,
  textOf,
  within,
} from "./dom";
import { type Grids, holdsProse, isGroupRow } from "./grid";
import { type Meaning, meaningOf } from "./labels";
import { plain } from "./normalise";
import { type Run, rawText } from "./runs";
import type { Sight } from "./visible";

/** A box with this many characters beside the label's own, buttons and counts apart, holds content. */
const HEADER_ROOM = 24;
const HEADER_LENGTH = 140;
/** Characters that may stand before a label in its box: a mark, a number. */
const FEW = 3;
/** Level of a label that is no heading. */
const PLAIN_LEVEL = 7;

export interface Label {
  run: Run;
  words: string;
  meaning: Meaning;
  /** 1–6 for headings, 7 for other labels. */
  level: number;
}

export interface Place {
  section?: SectionName;
  /** Suggestions, other people, furniture of the page: not this patient's chart. */
  aside?: boolean;
  heading?: string;
  group?: string;
}

interface Head {
  child: Node;
  label: Label;
}

interface Step {
  label: Label;
  depth: number;
}

export class Outline {
  readonly labels: Label[] = [];
  private readonly heads = new Map<Node, Head[]>();
  private readonly chains = new Map<Node, Step[]>();
  private readonly holding = new Set<Node>();

  constructor(
    private readonly contexts: Contexts,
    private readonly sight: Sight,
    private readonly grids: Grids,
  ) {}

  /** Takes in the labels of the page, in document order. */
  set(runs: Iterable<Run>): void {
    const chains: { label: Label; chain: Node[] }[] = [];
    const owners = new Map<Node, number>();
    for (const run of runs) {
      const label = this.labelOf(run);
      if (!label) continue;
      this.labels.push(label);
      const chain = this.headerChain(run);
      chains.push({ label, chain });
      if (!label.meaning.section && label.level === PLAIN_LEVEL) continue;
      for (const node of chain) owners.set(node, (owners.get(node) ?? 0) + 1);
      for (let at = parentOf(run.container); at && !this.holding.has(at); at = parentOf(at))
        this.holding.add(at);
    }
    for (const { label, chain } of chains) {
      for (const [index, child] of chain.entries()) {
        // A box with two labels in it (a row of tabs) is the head of neither.
        if (index > 0 && (owners.get(child) ?? 0) > 1) break;
        const parent = parentOf(child);
        if (!parent) continue;
        const heads = this.heads.get(parent);
        if (heads) heads.push({ child, label });
        else this.heads.set(parent, [{ child, label }]);
      }
    }
  }

  /** A label stands somewhere inside. */
  holdsLabel(element: Element): boolean {
    return this.holding.has(element);
  }

  private labelOf(run: Run): Label | undefined {
    const { label: meaning } = run.interest;
    const container = isElement(run.container) ? run.container : null;
    if (!meaning || !container) return undefined;
    const level = headingLevel(container);
    if (level === PLAIN_LEVEL && !meaning.section && !(meaning.group && headsGroup(run))) return undefined;
    if (!this.sight.renders(elementOf(run.nodes[0] ?? container))) return undefined;
    // Words of menus and options name parts of the program; an unfolding button's do name what it unfolds.
    if (this.contexts.of(elementOf(run.nodes[0] ?? container)).silent) return undefined;
    const spot = nameOf(container) === "caption" ? undefined : this.grids.spotOf(container);
    if (spot && (!holdsProse(spot) || isGroupRow(spot.grid, spot.row))) return undefined;
    return { run, words: plain(rawText(run.nodes)).slice(0, 120), meaning, level };
  }

  /** The label's own box, and the boxes around it that hold little else. */
  private headerChain(run: Run): Node[] {
    const own = ownNode(run);
    const chain: Node[] = [own];
    const length = rawText(run.nodes).length;
    for (let at = parentOf(own); isElement(at); at = parentOf(at)) {
      if (/^(body|html|main|li|dd|dl|ul|ol|table|tbody|fieldset|details)$/.test(nameOf(at))) {
        if (nameOf(at) !== "table" && nameOf(at) !== "tbody") break;
      }
      if ((textOf(at) ?? "").length > length + HEADER_LENGTH) break;
      const { before, after } = otherText(at, run);
      if (before > FEW || before + after > HEADER_ROOM) break;
      chain.push(at);
    }
    return chain;
  }

  placeOf(node: Node): Place {
    const chain = this.chainOf(node);
    let section: Label | undefined;
    let named: Label | undefined;
    let group: string | undefined;
    let unknown: string | undefined;
    let limit = PLAIN_LEVEL + 1;
    let depth = -1;
    for (const step of chain) {
      const { label } = step;
      if (label.level === 0) {
        // One accessible name often serves several lists; the visible heading tells them apart.
        named ??= label;
        continue;
      }
      const outer = step.depth !== depth;
      const fits = label.level < limit || (outer && label.level === PLAIN_LEVEL && unknown !== undefined);
      if (!fits) continue;
      depth = step.depth;
      if (label.meaning.section) {
        section = label;
        break;
      }
      if (label.meaning.group) group ??= label.words;
      else {
        unknown ??= label.words;
        limit = Math.min(limit, label.level);
      }
    }
    if (named && named.meaning.section !== section?.meaning.section) section = named;
    if (!section) return { heading: unknown, group };
    const name = section.meaning.section;
    if (name === "aside") return { aside: true, heading: section.words };
    return { section: name, heading: section.words, group: group ?? unknown };
  }

  /** Labels that may govern a place, the nearest first. */
  private chainOf(node: Node): Step[] {
    const parent = parentOf(node);
    if (!parent) return [];
    const heads = this.heads.get(parent);
    if (!heads) return this.chainFrom(parent);
    const before = heads
      .filter(({ child }) => child !== node && !within(child, node) && precedes(child, node))
      .map(({ label }) => ({ label, depth: depthOf(parent) }))
      .reverse();
    return before.length > 0 ? [...before.slice(0, 12), ...this.chainFrom(parent)] : this.chainFrom(parent);
  }

  private chainFrom(node: Node): Step[] {
    let chain = this.chains.get(node);
    if (!chain) {
      const named = isElement(node) ? accessibleName(node) : undefined;
      const outer = this.chainOf(node);
      chain = named ? [{ label: named, depth: depthOf(node) }, ...outer] : outer;
      this.chains.set(node, chain);
    }
    return chain;
  }
}

function depthOf(node: Node): number {
  let depth = 0;
  for (let at = parentOf(node); at; at = parentOf(at)) depth++;
  return depth;
}

const elementOf = (node: Node): Element | null => {
  const parent = isElement(node) ? node : parentOf(node);
  return isElement(parent) ? parent : null;
};

/** The highest node that holds the whole stretch and nothing else of its block. */
function ownNode(run: Run): Node {
  const first = run.nodes[0];
  const last = run.nodes.at(-1);
  if (!first || !last) return run.container;
  const blockText = (textOf(run.container) ?? "").trim().length;
  if (blockText === rawText(run.nodes).trim().length) return run.container;
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
 * A state's name that stands over entries ("Inactive", then a list), told from one that stands beside a single entry.
 */
function headsGroup(run: Run): boolean {
  const words = rawText(run.nodes);
  if (/\d/.test(words.replace(/\(\s*\d+\s*\)/, ""))) return false;
  const own = ownNode(run);
  const box = isElement(own) ? own : parentOf(own);
  if (!isElement(box) || /badge|chip|pill|tag\b|status/i.test(attr(box, "class") ?? "")) return false;
  let at: Element = box;
  // Up to the box that something follows.
  for (let up = parentOf(at); !nextElementOf(at) && isElement(up) && isFirst(at, up); up = parentOf(at))
    at = up;
  const next = nextElementOf(at);
  if (!next) return false;
  if (/^(ul|ol|table|dl)$/.test(nameOf(next)) || /^(list|table|grid)$/.test(roleOf(next))) return true;
  const parent = parentOf(at);
  return childrenOf(next).length > 0 || (isElement(parent) && isFirst(at, parent) && /[:：]\s*$/.test(words));
}

const isFirst = (child: Element, parent: Element) =>
  !(textOf(parent) ?? "").trim() || (textOf(parent) ?? "").trim().startsWith((textOf(child) ?? "").trim());

export function headingLevel(element: Element): number {
  for (let at: Element | null = element, climbed = 0; at && climbed < 3; climbed++) {
    const name = nameOf(at);
    if (/^h[1-6]$/.test(name)) return Number(name[1]);
    if (name === "legend" || name === "summary" || name === "caption") return 6;
    if (roleOf(at) === "heading") return Number(attr(at, "aria-level") ?? "2") || 2;
    const parent = parentOf(at);
    at = isElement(parent) && childrenOf(parent).length === 1 ? parent : null;
  }
  return PLAIN_LEVEL;
}

const NAMED =
  /^(section|table|ul|ol|aside|article|fieldset|form|details)$|^(region|table|grid|treegrid|list|group|tabpanel)$/;

/** A box's name for screen readers, where it names a part of the chart. */
function accessibleName(element: Element): Label | undefined {
  if (!NAMED.test(nameOf(element)) && !NAMED.test(roleOf(element))) return undefined;
  const words = attr(element, "aria-label") ?? labelledBy(element);
  const meaning = words ? meaningOf(words) : undefined;
  if (!words || !meaning?.section) return undefined;
  const run: Run = { nodes: [], container: element, interest: { term: false, person: false, cue: false } };
  return { run, words: plain(words), meaning, level: 0 };
}

function labelledBy(element: Element): string | null {
  const id = attr(element, "aria-labelledby");
  const page = element.ownerDocument;
  const [label] = id && page && /^[\w:.-]+$/.test(id) ? query(page, `[id="${id}"]`) : [];
  return label ? textOf(label) : null;
}
