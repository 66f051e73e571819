/**
 * Which part of the chart a place belongs to. Many pages have no headings, so a label is any short text that names a
 * part; it governs what follows it inside the smallest box that holds more than the label.
 */
import type { SectionName } from "../../engine/finding";
import { BUSY } from "./cues";
import {
  childCountOf,
  childrenOf,
  firstMatch,
  isElement,
  isLonger,
  nameOf,
  nextSibling,
  parentOf,
  precedes,
  previousSibling,
  saysMore,
  textOf,
} from "./dom";
import type { Run } from "./interest";
import { accessibleName, groupOf, HEADER_ROOM, type Label, type LabelTools, labelOf } from "./label";
import { PLAIN_LEVEL } from "./levels";

/** Labels that are asked, of those that stand beside one another. */
const MOST_BESIDE = 12;
const SMALL = 300;
/** A box with more children than this is no place for the names of states. */
const MOST_CHILDREN = 1000;

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

/** Labels among a box's children, in order, and how many of them stand up to and with a child. */
interface Group {
  heads: Head[];
  /** Too many children to look for names of states among them. */
  crowded: boolean;
  upTo: Map<Node, number>;
}

interface Step {
  label: Label;
  depth: number;
}

export class Outline {
  readonly labels: Label[] = [];
  private readonly heads = new Map<Node, Head[]>();
  private readonly byChild = new Map<Node, Head[]>();
  private readonly groups = new Map<Node, Group>();
  private readonly chains = new Map<Node, Step[]>();
  private readonly holding = new Set<Node>();
  private readonly chained = new Set<Node>();

  /** Takes in the labels of the page, in any order. */
  constructor(runs: Iterable<Run>, tools: LabelTools) {
    const owners = new Map<Node, number>();
    for (const run of runs) {
      const label = labelOf(run, tools);
      if (!label) continue;
      this.labels.push(label);
      for (const node of label.chain) this.chained.add(node);
      if (!label.meaning.section && label.level === PLAIN_LEVEL) continue;
      for (const node of label.meaning.section ? upFrom(label.chain[0]) : label.chain)
        owners.set(node, (owners.get(node) ?? 0) + 1);
      for (let at = parentOf(label.box); at && !this.holding.has(at); at = parentOf(at)) this.holding.add(at);
    }
    for (const label of this.labels) {
      for (const [index, child] of label.chain.entries()) {
        // A box with two labels in it (a row of tabs) is the head of neither.
        if (index > 0 && (owners.get(child) ?? 0) > 1) break;
        const parent = parentOf(child);
        if (!parent) continue;
        put(this.heads, parent, { child, label });
        put(this.byChild, child, { child, label });
      }
    }
    for (const heads of this.heads.values()) heads.sort(inOrder);
  }

  /** What stands under a label: the boxes after it, up to the next label of its kind. `asked` hears of all that decide. */
  contentOf(label: Label, asked: Element[] = []): Element[] {
    let small: Element[] | undefined;
    for (const top of label.chain) {
      if (!this.headsAt(top).some((head) => head.label === label)) continue;
      const ends = ({ label: other }: Head) =>
        other !== label &&
        (other.meaning.section || (other.level < PLAIN_LEVEL && other.level <= label.level));
      const content: Element[] = [];
      for (let next = nextSibling(top); next && !this.headsAt(next).some(ends); next = nextSibling(next))
        if (isElement(next)) content.push(next);
      asked.push(...content);
      if (content.some(isLarge)) return content;
      // Buttons and counts beside the label are not what it heads.
      if (content.some((box) => !/^(?:button|a|span|small|svg)$/.test(nameOf(box)) && says(box)))
        small ??= content;
    }
    return small ?? [];
  }

  private headsAt(child: Node): Head[] {
    return this.byChild.get(child) ?? [];
  }

  /** Whether labels may read otherwise since a box's children changed. */
  restsOn(box: Node): boolean {
    if (this.heads.has(box) || this.chained.has(box)) return true;
    // A small box around may have become, or ceased to be, one that holds little else than a label.
    let at = parentOf(box);
    for (let climbed = 0; at && climbed < 6 && !isLonger(at, SMALL - 1); at = parentOf(at), climbed++)
      if (this.heads.has(at) || this.chained.has(at)) return true;
    return false;
  }

  /** Boxes near the changes in which other states now stand over the entries. Forgets where things stood. */
  moved(before: Outline, records: MutationRecord[]): Set<Node> {
    this.chains.clear();
    const boxes = new Set<Node>();
    for (const { target } of records) {
      let at: Node | null = target;
      for (let climbed = 0; at && climbed < 4; at = parentOf(at), climbed++) {
        const group = before.groups.get(at);
        // A crowded box holds labels alone, and those are the same.
        if (group && !(group.crowded && before === this && isCrowded(at))) boxes.add(at);
      }
    }
    for (const box of boxes) {
      const old = signature(before.groups.get(box)?.heads ?? []);
      this.groups.delete(box);
      if (signature(this.groupIn(box).heads) === old) boxes.delete(box);
    }
    return boxes;
  }

  /** The same labels at the same places. */
  equals(other: Outline): boolean {
    const known = new Map(other.labels.map((label) => [label.box, label]));
    return (
      this.labels.length === other.labels.length &&
      this.labels.every((label) => {
        const old = known.get(label.box);
        return (
          old?.words === label.words &&
          old.level === label.level &&
          old.chain.length === label.chain.length &&
          old.chain.every((node, index) => node === label.chain[index])
        );
      })
    );
  }

  /** Labels among a box's children, in order: those of parts of the chart, and those of states. */
  private groupIn(parent: Node): Group {
    const known = this.groups.get(parent);
    if (known) return known;
    const heads = [...(this.heads.get(parent) ?? [])];
    const crowded = isCrowded(parent);
    if (!crowded && isElement(parent) && !/^(table|tbody|thead|tr|ul|ol|html)$/.test(nameOf(parent))) {
      for (const child of childrenOf(parent)) {
        const label = this.byChild.has(child) ? undefined : groupOf(child);
        if (label) heads.push({ child, label });
      }
      heads.sort(inOrder);
    }
    const group = { heads, crowded, upTo: new Map(heads.map(({ child }, index) => [child, index + 1])) };
    this.groups.set(parent, group);
    return group;
  }

  /** A label stands somewhere inside. */
  holdsLabel(element: Element): boolean {
    return this.holding.has(element);
  }

  /** Where a node stands. */
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
    const group = this.groupIn(parent);
    const { heads } = group;
    if (heads.length === 0) return this.chainFrom(parent);
    const count = this.headsBefore(node, group);
    if (count === 0) return this.chainFrom(parent);
    const depth = depthOf(parent);
    const before = heads.slice(Math.max(0, count - MOST_BESIDE), count).reverse();
    return [...before.map(({ label }) => ({ label, depth })), ...this.chainFrom(parent)];
  }

  /** How many of the heads beside a node stand before it. */
  private headsBefore(node: Node, { upTo }: Group): number {
    const passed: Node[] = [];
    let count: number | undefined;
    for (let at = previousSibling(node); at && count === undefined; at = previousSibling(at)) {
      count = upTo.get(at);
      passed.push(at);
    }
    for (const each of passed) upTo.set(each, count ?? 0);
    return count ?? 0;
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

const LISTS = "table,ul,ol,dl,[role=grid],[role=list]";

/** A node and all around it. */
function* upFrom(node: Node | undefined): Generator<Node> {
  for (let at: Node | null = node ?? null; at; at = parentOf(at)) yield at;
}

const says = (box: Element) => /\S/.test(textOf(box) ?? "") || firstMatch(box, BUSY) !== null;

const isLarge = (box: Element) => saysMore(box, HEADER_ROOM) || firstMatch(box, LISTS) !== null;

const isCrowded = (box: Node) => isElement(box) && childCountOf(box) > MOST_CHILDREN;

const signature = (heads: Head[]) => heads.map(({ label }) => label.words).join("|");

function put<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

const inOrder = (a: Head, b: Head) => (a.child === b.child ? 0 : precedes(a.child, b.child) ? -1 : 1);

function depthOf(node: Node): number {
  let depth = 0;
  for (let at = parentOf(node); at; at = parentOf(at)) depth++;
  return depth;
}
