/** Which row of data an element stands in, and which heading row governs it. */
import {
  childrenOf,
  isConnected,
  isElement,
  nameOf,
  nextElementOf,
  parentElementOf,
  parentOf,
  previousElementOf,
  query,
  within,
} from "./dom";
import { cellsOf, climb, type Grid, isCell, isRow, isTable, sameShape, span, words } from "./rows";
import { headsBefore, judge, judgeBoxes, PROSE, personColumn } from "./tables";

const LONGEST_GROUP = 90;
/** Boxes around a change that may be grids; one further out is not shaped by it. */
const MOST_CLIMBED = 12;

export interface Spot {
  grid: Grid;
  row: Element;
  cell: Element;
}

/** The cell holds running text, or what its row unfolds, rather than a value. */
export function holdsProse({ grid, row, cell }: Spot): boolean {
  return (
    words(cell).length > PROSE ||
    (grid.columns > 1 && cellsOf(row).filter((each) => words(each) !== "").length === 1)
  );
}

export class Grids {
  private readonly tables = new Map<Element, Grid>();
  /** Boxes of rows of boxes, most of which turned out to be none. */
  private readonly boxes = new Map<Element, Grid>();
  /** Grids whose heads stand in another table. */
  private readonly dependent = new Set<Grid>();
  /** Grids that have no heads of their own. */
  private readonly headless = new Set<Grid>();
  /** Grids to be judged again, and those that need no judging: their groups changed. */
  private readonly suspects = new Set<Grid>();
  private readonly reshaped = new Set<Grid>();

  /** The innermost row of data that an element stands in. */
  spotOf(element: Element | null): Spot | undefined {
    let climbed = 0;
    for (let at = element; at; at = parentElementOf(at)) {
      if (isCell(at)) {
        const row = climb(at, isRow);
        const table = row && climb(row, isTable);
        if (row && table) {
          const grid = this.of(table);
          if (grid.data) return { grid, row, cell: at };
        }
      } else if (climbed++ < 6) {
        const spot = this.boxed(at);
        if (spot) return spot;
      }
    }
    return undefined;
  }

  of(table: Element): Grid {
    return this.tables.get(table) ?? this.learn(judged(table, false));
  }

  /** A box in a row of boxes, below or beside a row whose boxes hold column heads. */
  private boxed(box: Element): Spot | undefined {
    const row = parentElementOf(box);
    const body = row && parentElementOf(row);
    if (!row || !body || /^(tr|table|tbody|ul|ol|li|dl|p|nav|html|body)$/.test(nameOf(row))) return undefined;
    const grid = this.boxes.get(body) ?? this.learn(judged(body, true));
    const fits = grid.data && childrenOf(row).length === grid.columns && !grid.headRows.has(row);
    return fits ? { grid, row, cell: box } : undefined;
  }

  private at(box: Element): Grid[] {
    return [this.tables.get(box), this.boxes.get(box)].filter((grid) => grid !== undefined);
  }

  private learn(grid: Grid): Grid {
    (grid.boxes ? this.boxes : this.tables).set(grid.element, grid);
    if (grid.headsFrom) this.dependent.add(grid);
    if (grid.headsFrom || (grid.data && grid.headRows.size === 0)) this.headless.add(grid);
    return grid;
  }

  /** Marks the tables whose shape or heading rows a change may concern. */
  disturb(record: MutationRecord): void {
    const { target, nextSibling } = record;
    if (isElement(nextSibling)) this.suspectBelow(nextSibling);
    for (const grid of this.dependent) {
      if (grid.headsFrom && (!isConnected(grid.headsFrom) || within(grid.headsFrom, target)))
        this.suspects.add(grid);
    }
    for (
      let at: Node | null = target, climbed = 0;
      at && climbed < MOST_CLIMBED;
      at = parentOf(at), climbed++
    ) {
      if (!isElement(at)) continue;
      // A box of rows may have its heads in the box before it.
      const after = nextElementOf(at);
      if (after) this.suspectBelow(after);
      for (const grid of this.at(at)) {
        this.suspects.add(grid);
        if (grid.data && !this.keepsGroups(grid, record)) this.reshaped.add(grid);
      }
    }
  }

  /** Forgets the marked tables that now read otherwise, and gives them: their entries are to be read again. */
  settle(): Element[] {
    const changed: Element[] = [];
    for (const grid of this.suspects) {
      const { element, boxes } = grid;
      if (isConnected(element) && !this.reshaped.has(grid) && sameShape(grid, judged(element, boxes)))
        continue;
      this.dependent.delete(grid);
      this.headless.delete(grid);
      (boxes ? this.boxes : this.tables).delete(element);
      if (isConnected(element)) changed.push(element);
    }
    this.suspects.clear();
    this.reshaped.clear();
    return changed;
  }

  /** Tables without heads of their own, which may have taken them from the box that changed. */
  private suspectBelow(box: Element): void {
    for (const grid of this.at(box)) this.suspects.add(grid);
    for (const other of this.headless) if (within(box, other.element)) this.suspects.add(other);
  }

  /** Looks at the rows that a change concerns; false where one became a heading row or ceased to be one. */
  private keepsGroups(grid: Grid, { target, addedNodes, removedNodes }: MutationRecord): boolean {
    const { element, groups, rowLabels } = grid;
    let row: Element | undefined;
    for (let at: Node | null = target; at && at !== element; at = parentOf(at))
      if (isElement(at) && (grid.boxes ? parentOf(at) === element : isRow(at))) row = at;
    if (row) return !rowLabels.has(row) || rowLabels.get(row) === groupLabel(grid, row);
    for (const node of [...removedNodes, ...addedNodes]) {
      if (!isElement(node)) continue;
      if (!grid.boxes && !isRow(node)) return false;
      const before = rowLabels.get(node);
      const label = within(element, node) ? groupLabel(grid, node) : undefined;
      groups.delete(node);
      rowLabels.set(node, label);
      if (before !== undefined || label !== undefined) return false;
    }
    return true;
  }

  /** The heading row that governs a row: the nearest above that spans the table with a few words. */
  groupOf(grid: Grid, row: Element): string | undefined {
    const passed: Element[] = [];
    let at: Element | null = row;
    let group: string | undefined;
    while (at) {
      if (grid.groups.has(at)) {
        group = grid.groups.get(at);
        break;
      }
      passed.push(at);
      const above: Element | null = rowAbove(at, grid.element);
      if (above) {
        const label = groupLabel(grid, above);
        grid.rowLabels.set(above, label);
        if (label !== undefined) {
          group = label;
          break;
        }
      }
      at = above;
    }
    for (const each of passed) grid.groups.set(each, group);
    return group;
  }
}

/** What a table, or a box of rows of boxes, turns out to be. */
function judged(element: Element, boxes: boolean): Grid {
  const grid = boxes ? judgeBoxes(element) : judge(element);
  if (grid.data && grid.heads.length === 0) Object.assign(grid, headsBefore(element, grid.columns));
  grid.personColumn = grid.data ? personColumn(grid) : undefined;
  grid.people = grid.personColumn !== undefined;
  return grid;
}

function rowAbove(row: Element, table: Element): Element | null {
  const before = previousElementOf(row);
  if (before) return before;
  const body = parentElementOf(row);
  if (!body || body === table) return null;
  for (let part = previousElementOf(body); part; part = previousElementOf(part)) {
    const rows = childrenOf(part).filter(isRow);
    const last = rows.at(-1);
    if (last) return last;
  }
  return null;
}

/** Words of a row that heads those below it; undefined for any other row. */
function groupLabel(grid: Grid, row: Element): string | undefined {
  if (grid.headRows.has(row) || grid.columns < 2) return undefined;
  const cells = cellsOf(row);
  const filled = cells.filter((cell) => words(cell));
  const only = filled[0];
  if (!only || filled.length > 1) return undefined;
  if (query(only, "p,h1,h2,h3,h4,h5,h6,ul,ol,dl,table,form").length > 0) return undefined;
  const wide = cells.length === 1 || span(only, "colspan") > 1 || nameOf(only) === "th";
  const text = words(only);
  return wide && text.length <= LONGEST_GROUP ? text : undefined;
}

/** Whether a row heads the rows below it. */
export const isGroupRow = (grid: Grid, row: Element): boolean => groupLabel(grid, row) !== undefined;
