/** Which row of data an element stands in, and which heading row governs it. */
import {
  childrenOf,
  isConnected,
  isElement,
  nameOf,
  nearest,
  nextElementOf,
  parentElementOf,
  parentOf,
  previousElementOf,
  query,
  within,
} from "./dom";
import { cellsOf, climb, type Grid, isCell, isRow, isTable, span, words } from "./rows";
import { boxHeads, headsBefore, judge, PROSE, personColumn } from "./tables";

const LONGEST_GROUP = 90;
/** A table with so many rows has shown its shape. */
const ENOUGH = 8;

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
  private readonly known = new Map<Element, Grid>();
  /** Grids whose heads stand in another table. */
  private readonly dependent = new Set<Grid>();

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
    let grid = this.known.get(table);
    if (!grid) {
      grid = judge(table);
      this.known.set(table, grid);
      if (grid.data && grid.heads.length === 0) Object.assign(grid, headsBefore(table, grid.columns));
      if (grid.headsFrom) this.dependent.add(grid);
      grid.personColumn = personColumn(grid);
      grid.people = grid.personColumn !== undefined;
    }
    return grid;
  }

  /** A box in a row of boxes, below or beside a row whose boxes hold column heads. */
  private boxed(box: Element): Spot | undefined {
    const row = parentElementOf(box);
    const body = row && parentElementOf(row);
    if (!row || !body || /^(tr|table|tbody|ul|ol|li|dl|p|nav|html|body)$/.test(nameOf(row))) return undefined;
    let grid = this.known.get(body);
    if (!grid) {
      const heads = boxHeads(body);
      grid = {
        element: body,
        data: heads.length > 1,
        heads,
        columns: heads.length,
        headRows: new Set(),
        people: false,
        pairs: false,
        rows: childrenOf(body).length,
        groups: new Map(),
      };
      if (grid.data) {
        const first = childrenOf(body)[0];
        if (first && words(first) === heads.join(" ")) grid.headRows.add(first);
        grid.personColumn = personColumn(grid);
        grid.people = grid.personColumn !== undefined;
      }
      this.known.set(body, grid);
    }
    const fits = grid.data && childrenOf(row).length === grid.columns && !grid.headRows.has(row);
    return fits ? { grid, row, cell: box } : undefined;
  }

  /** Forgets tables whose shape the page may have changed, and gives them: their entries are to be read again. */
  disturb({ target, addedNodes, removedNodes }: MutationRecord): Element[] {
    const disturbed: Element[] = [];
    for (const grid of this.dependent) {
      if (grid.headsFrom && (!isConnected(grid.headsFrom) || within(grid.headsFrom, target)))
        disturbed.push(grid.element);
    }
    const row = nearest(target, isRow);
    for (let at: Node | null = target, climbed = 0; at && climbed < 6; at = parentOf(at), climbed++) {
      if (!isElement(at)) continue;
      // A box of rows may have its heads in the box before it.
      const after = nextElementOf(at);
      const next = after && this.known.get(after);
      if (next && (!next.data || next.headRows.size === 0)) disturbed.push(next.element);
      const grid = this.known.get(at);
      if (!grid) continue;
      const heads = row
        ? false
        : [...addedNodes, ...removedNodes].some(
            (node) => isElement(node) && (!isRow(node) || nameOf(node) !== "tr" || cellsOf(node).length < 2),
          );
      const inHead = [...grid.headRows].some((row) => row === target || within(row, target));
      if (heads || inHead || !grid.data || grid.rows < ENOUGH) disturbed.push(grid.element);
    }
    for (const table of disturbed) {
      const grid = this.known.get(table);
      if (grid) this.dependent.delete(grid);
      this.known.delete(table);
    }
    return disturbed;
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
