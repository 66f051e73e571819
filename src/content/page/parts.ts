/**
 * What stands under each label, and how much of it is shown. Kept from one reading to the next: a part is looked at
 * again only where something changed in it, or might have hidden or shown it.
 */
import type { CoverageState } from "../../engine/finding";
import { BUSY, cueState, saysEmpty } from "./cues";
import {
  attr,
  childrenOf,
  firstMatch,
  holds,
  isElement,
  isLonger,
  matches,
  nameOf,
  nearest,
  pageOf,
  parentElementOf,
  parentNode,
  parentOf,
  query,
  roleOf,
  textOf,
  textsBelow,
  within,
} from "./dom";
import type { Grids } from "./grid";
import type { Run } from "./interest";
import type { Label } from "./label";
import { plain } from "./normalise";
import type { Outline } from "./outline";
import { type Grid, rowCountOf, rowsOf } from "./rows";
import type { Sight } from "./visible";

export interface PartTools {
  sight: Sight;
  grids: Grids;
  outline: Outline;
}

export interface Note {
  state: CoverageState;
  count: number;
}

export interface Part {
  notes: Note[];
  /** Tables whose rows are counted in it. */
  tables: Element[];
}

interface Counted {
  count: number;
  partly: boolean;
}

interface Kept extends Part {
  /** Boxes in which any change is a change of the part. */
  boxes: Node[];
  /** What its words and rows are counted in, and the signs found below. */
  content: Element[];
  signs: Element[][];
  entries: Element[];
  /** Holds a list to choose from, whose choice changes without a mutation. */
  chosen: boolean;
  /** Something in it changed, but no sign came or went. */
  stale: boolean;
}

/** Entries are looked at one by one only in lists shorter than this. */
const MOST_ASKED = 50;
/** Longest text of a choice, in characters. */
const LONGEST_CHOICE = 40;
/** Longest text that only says how much is shown, in characters. */
const LONGEST_SIGN = 300;
const TABLE = "table,[role=grid],[role=table],[role=treegrid]";
const FOLDED = "[aria-expanded=false],details:not([open])>summary";
/** What is looked for below a label, all in one go: a part may be as large as the page. */
const CHOSEN = "select,[role=combobox]";
/** A picture that shows more of a list says so in its title alone. */
const TITLED = "[title*=' more' i]";
const SIGNS = [TABLE, BUSY, CHOSEN, FOLDED, TITLED].join();
/** A word beside a label for what it does to its part. */
const UNFOLDS = /[([]\s*(?:expand|show)\s*[)\]]\s*$/i;
const ENTRY = "li,[role=listitem],dd";
const FOUND = `${SIGNS},${ENTRY}`;
const ACTIVE = /^(?:active|current|aktive?|activ[oa]s|actifs|actuel)\b/i;
/** More changes than this, times parts, and everything is looked at again: to tell which costs more. */
const MOST_COMPARED = 5000;

/** Where a label's words stand: in a tab, in a table. */
interface Around {
  tab: Element | null;
  table: Element | null;
}

export class Parts {
  private kept = new Map<Label, Kept>();
  /** Rows that were asked whether they show something. */
  private rows = new WeakMap<Element, boolean>();
  private outline: Outline | undefined;
  /** A run that is moved is another run: these hold until a box is called something else. */
  private arounds = new WeakMap<Run, Around>();

  /** Forgets everything. */
  clear(): void {
    this.kept = new Map();
    this.rows = new WeakMap();
  }

  /** Forgets the parts that some changes may concern. */
  disturb(records: MutationRecord[]): void {
    const inside = new Set<Node>();
    const around = new Set<Node>();
    let signs = false;
    for (const { type, target, addedNodes, removedNodes } of records) {
      if ([target, parentNode(target), ...addedNodes, ...removedNodes].some(isStyle)) this.clear();
      inside.add(target);
      // What an element is called may hide or show it, all that it holds, and its neighbours.
      if (type === "attributes") around.add(parentOf(target) ?? target);
      signs ||= type === "attributes" || [...addedNodes, ...removedNodes].some((node) => holds(node, FOUND));
    }
    if (around.size > 0) {
      this.arounds = new WeakMap();
      this.rows = new WeakMap();
    }
    if (around.size * this.kept.size > MOST_COMPARED) this.clear();
    const climbed = new Set<Node>();
    for (const node of inside)
      for (let at: Node | null = node; at && !climbed.has(at); at = parentOf(at)) {
        climbed.add(at);
        this.rows.delete(at as Element);
      }
    for (const [label, part] of this.kept) {
      const concerned = part.boxes.some(
        (box) =>
          climbed.has(box) ||
          inside.has(parentNode(box) ?? box) ||
          [...around].some((outer) => within(outer, box)),
      );
      if (concerned && signs) this.kept.delete(label);
      else if (concerned) part.stale = true;
    }
  }

  /** What stands under a label of the chart. */
  of(label: Label, tools: PartTools): Part {
    // Other labels may part the page otherwise.
    if (this.outline !== tools.outline) this.clear();
    this.outline = tools.outline;
    const known = this.kept.get(label);
    if (known && !known.stale && !known.chosen) return known;
    const part = readPart(label, tools, (grid) => this.countRows(grid, tools.sight), known);
    this.kept.set(label, part);
    return part;
  }

  /** Rows of a table that show something; `partly`: the table says that it has more. */
  countRows({ element, headRows }: Grid, sight: Sight): Counted {
    const isShown = (row: Element) => {
      let shown = this.rows.get(row);
      if (shown === undefined) {
        shown = sight.renders(row) && hasWords(row, saysEmpty);
        this.rows.set(row, shown);
      }
      return shown;
    };
    const all = rowCountOf(element);
    const first = rowsOf(element, MOST_ASKED + headRows.size).filter((row) => !headRows.has(row));
    // A long table's rows are not even listed, once some are shown.
    const long = all !== undefined && all - headRows.size > MOST_ASKED && first.some(isShown);
    const rows = long ? [] : rowsOf(element).filter((row) => !headRows.has(row));
    const there = long ? all - headRows.size : rows.length;
    const total = Number(attr(element, "aria-rowcount"));
    return { count: long ? there : countOf(rows, isShown), partly: total === -1 || total > there + 2 };
  }

  /** The tab and the table that a run stands in. */
  around(run: Run): Around {
    const known = this.arounds.get(run);
    if (known) return known;
    const box = run.container;
    const around = {
      tab: nearest(box, (at) => roleOf(at) === "tab"),
      table: nearest(box, (at) => matches(at, TABLE)),
    };
    this.arounds.set(run, around);
    return around;
  }
}

const isStyle = (node: Node | null) => /^(?:style|link)$/.test(nameOf(node));

function readPart(
  label: Label,
  { outline, sight, grids: judged }: PartTools,
  countRows: (grid: Grid) => Counted,
  before?: Kept,
): Kept {
  const asked: Element[] = [];
  const content = outline.contentOf(label, asked).filter((box) => sight.renders(box));
  const same =
    before?.content.length === content.length && content.every((box, i) => box === before.content[i]);
  const signs = same ? before.signs : content.map((box) => query(box, SIGNS));
  const entries = same ? before.entries : content.flatMap((box) => query(box, ENTRY));
  const part: Kept = {
    notes: [],
    tables: [],
    boxes: [label.box, ...label.chain, ...asked],
    content,
    signs,
    entries,
    chosen: false,
    stale: false,
  };
  const note = (state: CoverageState, count = 0) => void part.notes.push({ state, count });
  if (foldedAway(label)) {
    note("partly");
    return part;
  }
  const tables = content.flatMap((box, index) =>
    matches(box, TABLE) ? [box] : (signs[index] ?? []).filter((sign) => matches(sign, TABLE)),
  );
  const grids = tables.map((table) => judged.of(table)).filter((grid) => grid.data && !grid.people);
  let count = 0;
  for (const grid of grids) {
    const rows = countRows(grid);
    part.tables.push(grid.element);
    count += rows.count;
    if (rows.partly) note("partly");
  }
  if (grids.length === 0) count = countEntries(content, entries, sight);
  const text = count > 0 ? "" : content.map((box) => textOf(box) ?? "").join(" ");
  if (count > 0 || text.trim()) note(count > 0 ? "read" : "empty", count);
  if (content.some((box) => matches(box, BUSY))) note("reading");
  const lists = label.chain.flatMap((node) => (isElement(node) ? query(node, CHOSEN) : []));
  for (const sign of signs.flat()) {
    if (matches(sign, BUSY) && sight.renders(sign)) note("reading");
    if (matches(sign, CHOSEN)) lists.push(sign);
    if (/^\d+ more\b/i.test(attr(sign, "title") ?? "") && sight.renders(sign)) note("partly");
    if (matches(sign, FOLDED) && sight.renders(sign) && !attr(sign, "aria-haspopup")) note("partly");
  }
  part.chosen = lists.some((list) => nameOf(list) === "select");
  if (lists.some((list) => filters(list, sight))) note("partly");
  if (nearest(label.box, (box) => attr(box, "aria-busy") === "true")) note("reading");
  return part;
}

/** The label is the handle of a part that is folded, or the name of a tab that is not open. */
function foldedAway({ box, chain, words }: Label): boolean {
  if (UNFOLDS.test(words)) return true;
  const handle = nearest(box, (at) => attr(at, "aria-expanded") !== null || nameOf(at) === "summary");
  if (handle && (handle === box || chain.some((node) => node === handle || parentNode(node) === handle))) {
    const details = nameOf(handle) === "summary" ? parentElementOf(handle) : null;
    return details ? attr(details, "open") === null : attr(handle, "aria-expanded") === "false";
  }
  return chain.some(
    (node) => isElement(node) && query(node, "[aria-expanded=false]:not([aria-haspopup])").length > 0,
  );
}

function countEntries(content: Element[], entries: Element[], sight: Sight): number {
  const filled = (box: Element) =>
    nameOf(box) !== "svg" &&
    sight.renders(box) &&
    hasWords(box, (words) => cueState(words) !== undefined) &&
    !merelyOffers(box);
  const items = countOf(entries, filled);
  if (items > 0) return items;
  const [only, ...more] = content.filter(filled);
  let count = only ? 1 + more.length : 0;
  for (let at = only; count === 1 && at; ) {
    const children = childrenOf(at);
    const inside = countOf(children, filled);
    if (inside === 0) break;
    count = inside;
    at = children.find(filled);
  }
  return count;
}

/** Holds nothing but a button. */
function merelyOffers(box: Element): boolean {
  const button = isLonger(box, LONGEST_SIGN)
    ? null
    : nameOf(box) === "button"
      ? box
      : firstMatch(box, "button");
  return button !== null && plain(textOf(button) ?? "") === plain(textOf(box) ?? "");
}

/** How many of a list are shown; all of a long one, once some are. */
function countOf(list: Element[], isShown: (box: Element) => boolean): number {
  if (list.length > MOST_ASKED && list.slice(0, MOST_ASKED).some(isShown)) return list.length;
  return list.filter(isShown).length;
}

/** Holds words, and not only some that say how much is shown. */
function hasWords(box: Element, isSign: (words: string) => boolean): boolean {
  const text = textOf(box) ?? "";
  if (text.length > LONGEST_SIGN && /\S/.test(text)) return true;
  const words = plain(text);
  return words !== "" && !isSign(words);
}

function choiceOf(list: Element): string {
  if (nameOf(list) === "select") {
    const chosen = query(list, "option").find((option) => (option as HTMLOptionElement).selected);
    return chosen ? plain(textOf(chosen) ?? "") : "";
  }
  const page = pageOf(list);
  if (!page || isLonger(list, LONGEST_CHOICE)) return "";
  // Behind the choice may stand the name of the arrow that opens the list.
  const texts = textsBelow(page, list);
  for (let next = texts.nextNode(); next; next = texts.nextNode())
    if (/\S/.test((next as Text).data)) return plain((next as Text).data);
  return "";
}

/** A list to choose from says that only what is active is shown. */
function filters(list: Element, sight: Sight): boolean {
  return ACTIVE.test(choiceOf(list)) && sight.renders(list);
}
