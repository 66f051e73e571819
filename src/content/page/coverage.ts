/** How much of the chart the page shows, part by part, in the page's own signs. */
import type { Coverage, CoverageState } from "../../engine/finding";
import type { Contexts } from "./context";
import { cueState } from "./cues";
import { attr, contentTypeOf, isElement, nameOf, nearest, parentElementOf, textOf } from "./dom";
import { frameState } from "./frames";
import type { Grids } from "./grid";
import { sectionByHeads } from "./heads";
import type { Run } from "./interest";
import { meaningOf } from "./labels";
import { plain } from "./normalise";
import type { Outline } from "./outline";
import type { Parts } from "./parts";
import { rawText } from "./search";
import type { Sight } from "./visible";

export interface CoverageTools {
  page: Document;
  contexts: Contexts;
  sight: Sight;
  grids: Grids;
  outline: Outline;
  parts: Parts;
}

const MOST_ENTRIES = 200;

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

/**
 * `runs`: the stretches of text, of which those count that may be labels or say how much is shown. Yields between small
 * pieces of work.
 */
export function* coverageOf(
  runs: Iterable<Run>,
  frames: Iterable<Element>,
  tools: CoverageTools,
): Generator<void, Coverage[]> {
  const { page, outline, parts, sight } = tools;
  const tally = new Tally();
  if (/pdf/i.test(contentTypeOf(page) ?? "")) {
    tally.note("PDF document", "unreadable");
    return tally.result();
  }
  const counted = new Set<Element>();
  const told = new Map<string, Set<Element>>();
  for (const label of outline.labels) {
    const { section } = label.meaning;
    if (!section || section === "aside") continue;
    const { notes, tables } = parts.of(label, tools);
    // A label around another counts what the inner one does.
    const own = told.get(section) ?? new Set();
    const again = tables.length > 0 && tables.every((table) => own.has(table));
    for (const { state, count } of notes) tally.note(section, state, again ? 0 : count);
    for (const table of tables) {
      counted.add(table);
      own.add(table);
    }
    told.set(section, own);
    yield;
  }
  for (const run of runs) {
    const { label, cue } = run.interest;
    if (label) readHead(run, tally, counted, tools);
    if (cue) readCue(run, tally, tools);
    if (label || cue) yield;
  }
  for (const frame of frames) {
    const name = sight.renders(frame) ? frameState(frame, page) : undefined;
    if (name) tally.note(name, "unreadable");
  }
  return tally.result();
}

/** A table may name its part of the chart by its column heads alone; a tab names one that is not shown. */
function readHead(run: Run, tally: Tally, counted: Set<Element>, tools: CoverageTools): void {
  const box = run.container;
  const { tab, table } = tools.parts.around(run);
  if (!(tab || table) || !isElement(box) || !tools.sight.renders(box)) return;
  if (tab) {
    const section = meaningOf(plain(textOf(tab) ?? ""))?.section;
    if (section && section !== "aside" && attr(tab, "aria-selected") === "false")
      tally.note(section, "partly");
    return;
  }
  if (!table || counted.has(table)) return;
  const grid = tools.grids.of(table);
  const section = grid.data && !grid.people ? sectionByHeads(grid.heads) : undefined;
  if (!section) return;
  counted.add(table);
  const { count, partly } = tools.parts.countRows(grid, tools.sight);
  if (partly) tally.note(section, "partly");
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
