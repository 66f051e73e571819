/** How much of the chart the page shows, part by part, in the page's own signs. */
import type { Coverage, CoverageState } from "../../engine/finding";
import type { Contexts } from "./context";
import { cueState, saysEmpty } from "./cues";
import {
  attr,
  childrenOf,
  contentTypeOf,
  isElement,
  isLonger,
  matches,
  nameOf,
  nearest,
  parentElementOf,
  parentNode,
  query,
  roleOf,
  textOf,
} from "./dom";
import { frameState } from "./frames";
import type { Grids } from "./grid";
import { sectionByHeads } from "./heads";
import type { Run } from "./interest";
import type { Label } from "./label";
import { meaningOf } from "./labels";
import { plain } from "./normalise";
import type { Outline } from "./outline";
import { type Grid, rowsOf } from "./rows";
import { rawText } from "./search";
import type { Sight } from "./visible";

export interface CoverageTools {
  page: Document;
  contexts: Contexts;
  sight: Sight;
  grids: Grids;
  outline: Outline;
}

/** Entries are looked at one by one only in lists shorter than this. */
const MOST_ASKED = 50;
/** Longest text that only says how much is shown, in characters. */
const LONGEST_SIGN = 300;
const MOST_ENTRIES = 200;
const BUSY = "[aria-busy=true],[role=progressbar],progress,[class*=skeleton i],[class*=spinner i]";
const TABLE = "table,[role=grid],[role=table],[role=treegrid]";
const FOLDED = "[aria-expanded=false],details:not([open])>summary";
/** What is looked for below a label, all in one go: a part may be as large as the page. */
const SIGNS = [TABLE, BUSY, "select", FOLDED].join();
const ENTRY = "li,[role=listitem],dd";
const ACTIVE = /^(?:active|current|aktive?|activ[oa]s|actifs|actuel)\b/i;

class Tally {
  private readonly entries = new Map<string, { states: Set<CoverageState>; count: number }>();

  note(section: string | undefined, state: CoverageState, count = 0): void {
    const name = (section ?? "page").slice(0, 120);
    const entry = this.entries.get(name) ?? { states: new Set(), count: 0 };
    entry.states.add(state);
    entry.count += count;
    this.entries.set(name, entry);
  }

  result(): Coverage[] {
    const order: CoverageState[] = ["unreadable", "reading", "partly", "read", "empty"];
    return [...this.entries].slice(0, MOST_ENTRIES).map(([section, { states, count }]) => ({
      section,
      state: order.find((state) => states.has(state)) ?? "read",
      count,
    }));
  }
}

/** `runs`: the stretches of text that may be labels or say how much is shown. */
export function coverageOf(runs: Iterable<Run>, frames: Iterable<Element>, tools: CoverageTools): Coverage[] {
  const { page, outline, sight } = tools;
  const tally = new Tally();
  if (/pdf/i.test(contentTypeOf(page) ?? "")) {
    tally.note("PDF document", "unreadable");
    return tally.result();
  }
  const counted = new Set<Element>();
  for (const label of outline.labels) readPart(label, tally, counted, tools);
  for (const run of runs) {
    if (run.interest.label) readHead(run, tally, counted, tools);
    if (run.interest.cue) readCue(run, tally, tools);
  }
  for (const frame of frames) {
    const name = sight.renders(frame) ? frameState(frame, page) : undefined;
    if (name) tally.note(name, "unreadable");
  }
  return tally.result();
}

/** What stands under one label. */
function readPart(label: Label, tally: Tally, counted: Set<Element>, tools: CoverageTools): void {
  const { section } = label.meaning;
  if (!section || section === "aside") return;
  const { outline, sight } = tools;
  if (foldedAway(label)) {
    tally.note(section, "partly");
    return;
  }
  const content = outline.contentOf(label).filter((box) => sight.renders(box));
  const signs = content.map((box) => query(box, SIGNS));
  const tables = content.flatMap((box, index) =>
    matches(box, TABLE) ? [box] : (signs[index] ?? []).filter((sign) => matches(sign, TABLE)),
  );
  const grids = tables.map((table) => tools.grids.of(table)).filter((grid) => grid.data && !grid.people);
  let count = 0;
  for (const grid of grids) {
    counted.add(grid.element);
    count += countRows(grid, tally, section, sight);
  }
  if (grids.length === 0) count = countEntries(content, sight);
  const text = count > 0 ? "" : content.map((box) => textOf(box) ?? "").join(" ");
  if (count > 0 || text.trim()) tally.note(section, count > 0 ? "read" : "empty", count);
  if (content.some((box) => matches(box, BUSY))) tally.note(section, "reading");
  for (const sign of signs.flat()) {
    if (matches(sign, BUSY) && sight.renders(sign)) tally.note(section, "reading");
    if (nameOf(sign) === "select") readFilter(sign, section, tally, sight);
    if (matches(sign, FOLDED) && sight.renders(sign) && !attr(sign, "aria-haspopup"))
      tally.note(section, "partly");
  }
  for (const node of label.chain) {
    if (!isElement(node)) continue;
    for (const select of query(node, "select")) readFilter(select, section, tally, sight);
  }
  if (nearest(label.box, (box) => attr(box, "aria-busy") === "true")) tally.note(section, "reading");
}

/** The label is the handle of a part that is folded, or the name of a tab that is not open. */
function foldedAway({ box, chain }: Label): boolean {
  const handle = nearest(box, (at) => attr(at, "aria-expanded") !== null || nameOf(at) === "summary");
  if (handle && (handle === box || chain.some((node) => node === handle || parentNode(node) === handle))) {
    const details = nameOf(handle) === "summary" ? parentElementOf(handle) : null;
    return details ? attr(details, "open") === null : attr(handle, "aria-expanded") === "false";
  }
  return chain.some(
    (node) => isElement(node) && query(node, "[aria-expanded=false]:not([aria-haspopup])").length > 0,
  );
}

function countRows(grid: Grid, tally: Tally, section: string, sight: Sight): number {
  const rows = rowsOf(grid.element).filter((row) => !grid.headRows.has(row));
  const total = Number(attr(grid.element, "aria-rowcount"));
  if (total === -1 || total > rows.length + 2) tally.note(section, "partly");
  return countOf(rows, (row) => sight.renders(row) && hasWords(row, saysEmpty));
}

function countEntries(content: Element[], sight: Sight): number {
  const filled = (box: Element) =>
    sight.renders(box) && hasWords(box, (words) => cueState(words) !== undefined);
  const items = countOf(
    content.flatMap((box) => query(box, ENTRY)),
    filled,
  );
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

/** How many of a list are shown; all of a long one, once some are. */
function countOf(list: Element[], isShown: (box: Element) => boolean): number {
  if (list.length > MOST_ASKED && list.slice(0, MOST_ASKED).some(isShown)) return list.length;
  return list.filter(isShown).length;
}

/** Holds words, and not only some that say how much is shown. */
function hasWords(box: Element, isSign: (words: string) => boolean): boolean {
  if (isLonger(box, LONGEST_SIGN)) return true;
  const words = plain(textOf(box) ?? "");
  return words !== "" && !isSign(words);
}

/** A table may name its part of the chart by its column heads alone; a tab names one that is not shown. */
function readHead(run: Run, tally: Tally, counted: Set<Element>, tools: CoverageTools): void {
  const box = run.container;
  if (!isElement(box) || !tools.sight.renders(box)) return;
  const tab = nearest(box, (at) => roleOf(at) === "tab");
  if (tab) {
    const section = meaningOf(plain(textOf(tab) ?? ""))?.section;
    if (section && section !== "aside" && attr(tab, "aria-selected") === "false")
      tally.note(section, "partly");
    return;
  }
  const table = nearest(box, (at) => matches(at, TABLE));
  if (!table || counted.has(table)) return;
  const grid = tools.grids.of(table);
  const section = grid.data && !grid.people ? sectionByHeads(grid.heads) : undefined;
  if (!section) return;
  counted.add(table);
  const count = countRows(grid, tally, section, tools.sight);
  tally.note(section, count > 0 ? "read" : "empty", count);
}

function readCue(run: Run, tally: Tally, { sight, outline, contexts }: CoverageTools): void {
  const state = cueState(plain(rawText(run)));
  const element = run.nodes[0] ? parentElementOf(run.nodes[0]) : null;
  if (!state || !element || !sight.renders(element)) return;
  // A button that shows more of a list says that there is more; other silent words say nothing of the chart.
  if (contexts.of(element).silent && !nearest(element, (at) => /^(?:button|a)$/.test(nameOf(at)))) return;
  const { section, aside } = outline.placeOf(element);
  if (aside || (!section && state !== "partly")) return;
  tally.note(section, state);
}

function readFilter(select: Element, section: string, tally: Tally, sight: Sight): void {
  const chosen = query(select, "option").find((option) => (option as HTMLOptionElement).selected);
  if (chosen && ACTIVE.test(plain(textOf(chosen) ?? "")) && sight.renders(select))
    tally.note(section, "partly");
}
