/**
 * Tables of data, told from tables that merely place things: HTML tables, ARIA grids, and rows of boxes under a row
 * of column heads.
 */
import { attr, childrenOf, nameOf, parentElementOf, previousElementOf, query, roleOf, textOf } from "./dom";
import { headKind, isCarer, isEntryHead, isHead } from "./heads";
import { plain } from "./normalise";

/** A cell with more text than this holds prose, not a value. */
export const PROSE = 240;
const LONGEST_GROUP = 90;
const ROWS_ASKED = 60;

export interface Grid {
  element: Element;
  /** Whether its rows are entries; a layout table's cells are just places. */
  data: boolean;
  heads: string[];
  columns: number;
  /** Rows that stand over others. */
  headRows: Set<Element>;
  /** Each row is about another person. */
  people: boolean;
  /** Column whose values name the person. */
  personColumn?: number;
  /** Each row is a label with its value. */
  pairs: boolean;
  /** Where each row's cells begin, for rows below cells that reach over several rows. */
  starts?: Map<Element, number[]>;
}

export interface Spot {
  grid: Grid;
  row: Element;
  cell: Element;
}

const TABLES = new Set(["table", "grid", "treegrid"]);
const CELLS = new Set(["cell", "gridcell", "rowheader", "columnheader"]);

const isTable = (element: Element) => nameOf(element) === "table" || TABLES.has(roleOf(element));
const isRow = (element: Element) => nameOf(element) === "tr" || roleOf(element) === "row";
const isCell = (element: Element) => /^t[dh]$/.test(nameOf(element)) || CELLS.has(roleOf(element));
const words = (element: Element) => plain(textOf(element) ?? "");

export class Grids {
  private readonly known = new Map<Element, Grid>();
  private readonly groups = new Map<Element, string | undefined>();

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
      if (grid.data && grid.heads.length === 0) grid.heads = headsBefore(table, grid.columns);
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

  /** The heading row that governs a row: the nearest above that spans the table with a few words. */
  groupOf(grid: Grid, row: Element): string | undefined {
    const passed: Element[] = [];
    let at: Element | null = row;
    let group: string | undefined;
    while (at) {
      if (this.groups.has(at)) {
        group = this.groups.get(at);
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
    for (const each of passed) this.groups.set(each, group);
    return group;
  }
}

function climb(from: Element, passes: (element: Element) => boolean): Element | null {
  for (let at = parentElementOf(from); at; at = parentElementOf(at)) if (passes(at)) return at;
  return null;
}

/** Rows of this table itself, not of tables inside it. */
export function rowsOf(table: Element, limit = Number.POSITIVE_INFINITY): Element[] {
  const rows: Element[] = [];
  for (const row of query(table, "tr,[role=row]")) {
    if (climb(row, isTable) !== table) continue;
    rows.push(row);
    if (rows.length >= limit) break;
  }
  return rows;
}

/** Cells of a row, in order; the boxes of a row that has no cells. */
export function cellsOf(row: Element): Element[] {
  const direct = childrenOf(row).filter(isCell);
  if (direct.length > 0) return direct;
  const cells = query(row, "td,th,[role=cell],[role=gridcell],[role=rowheader],[role=columnheader]").filter(
    (cell) => climb(cell, isRow) === row,
  );
  return cells.length > 0 ? cells : childrenOf(row);
}

const span = (cell: Element, name: "colspan" | "rowspan") =>
  Math.min(100, Math.max(1, Number.parseInt(attr(cell, name) ?? "1", 10) || 1));

/** Column at which each cell of a row begins. */
export function columnsOf(grid: Grid, row: Element, cells: Element[]): number[] {
  const known = grid.starts?.get(row);
  if (known) return known;
  let column = 0;
  return cells.map((cell) => {
    const stated = Number.parseInt(attr(cell, "aria-colindex") ?? "", 10);
    if (stated > 0) column = stated - 1;
    const start = column;
    column += span(cell, "colspan");
    return start;
  });
}

/** Follows cells that reach over several rows, so that later rows' cells keep their columns. */
function startsOf(rows: Element[]): Map<Element, number[]> {
  const starts = new Map<Element, number[]>();
  let busy: number[] = [];
  for (const row of rows) {
    const next: number[] = busy.map((left) => Math.max(0, left - 1));
    let column = 0;
    starts.set(
      row,
      cellsOf(row).map((cell) => {
        while ((busy[column] ?? 0) > 0) column++;
        const start = column;
        for (let i = 0; i < span(cell, "colspan"); i++) next[column++] = span(cell, "rowspan") - 1;
        return start;
      }),
    );
    busy = [...next].map((left) => left ?? 0);
  }
  return starts;
}

function judge(table: Element): Grid {
  const rows = rowsOf(table, ROWS_ASKED);
  const widths = rows.map((row) => cellsOf(row).reduce((sum, cell) => sum + span(cell, "colspan"), 0));
  const columns = Math.max(0, ...widths);
  const starts = query(table, "[rowspan]").length > 0 ? startsOf(rowsOf(table)) : undefined;
  const grid: Grid = {
    element: table,
    data: false,
    heads: [],
    columns,
    headRows: new Set(),
    people: false,
    pairs: false,
    starts,
  };
  const role = roleOf(table);
  if (role === "presentation" || role === "none") return grid;
  const aria = TABLES.has(role);
  for (const row of rows) {
    const cells = cellsOf(row);
    const heads = cells.filter(isHeadCell);
    const inHead = nameOf(parentElementOf(row)) === "thead";
    if (!inHead && (heads.length === 0 || heads.length < cells.filter((cell) => words(cell)).length))
      continue;
    // A lone head cell that spans the table is a heading of its own, not a column's.
    if (!inHead && cells.length === 1 && columns > 1) continue;
    if (grid.headRows.size > 0 && !inHead) continue;
    grid.headRows.add(row);
    if (cells.length >= grid.heads.filter(Boolean).length) grid.heads = spread(grid, row, cells);
  }
  const stated = aria || grid.headRows.size > 0 || query(table, "caption").length > 0;
  const rowHeads = rows.filter((row) => isHeadCell(cellsOf(row)[0]) && cellsOf(row).length === 2).length;
  if (grid.headRows.size === 0 && columns === 2 && rows.length > 0 && rowHeads >= rows.length * 0.6) {
    grid.pairs = true;
    grid.data = true;
    return grid;
  }
  const nested = query(table, "table").length > 0;
  if (stated) {
    grid.data = !nested || grid.headRows.size > 0;
    return grid;
  }
  if (nested || columns < 2) return grid;
  const first = rows[0];
  const firstWords = first ? cellsOf(first).map(words) : [];
  const named = firstWords.filter((text) => text && isHead(text)).length;
  if (first && named >= 2 && named >= firstWords.filter(Boolean).length / 2 && rows.length > 1) {
    grid.headRows.add(first);
    grid.heads = spread(grid, first, cellsOf(first));
    grid.data = true;
    return grid;
  }
  if (columns === 2 && rows.filter((row) => isPair(cellsOf(row))).length >= rows.length * 0.6) {
    grid.pairs = true;
    grid.data = true;
    return grid;
  }
  const filled = rows.filter((row) => cellsOf(row).filter((cell) => words(cell)).length > 1);
  const even = widths.filter((width) => width === columns).length >= rows.length * 0.7;
  const blocks = query(table, "h1,h2,h3,h4,h5,h6,ul,ol,form,iframe,fieldset,section").length;
  const long = filled.some((row) => cellsOf(row).some((cell) => words(cell).length > PROSE));
  grid.data = filled.length > 1 && even && blocks === 0 && !long;
  return grid;
}

const isPair = (cells: Element[]) =>
  cells.length === 2 &&
  cells[0] !== undefined &&
  /[:：]$|^$/.test(words(cells[0])) &&
  words(cells[0]).length < 50;

function isHeadCell(cell: Element | undefined): boolean {
  return cell !== undefined && (nameOf(cell) === "th" || roleOf(cell) === "columnheader");
}

function spread(grid: Grid, row: Element, cells: Element[]): string[] {
  const heads: string[] = [];
  const columns = columnsOf(grid, row, cells);
  cells.forEach((cell, index) => {
    const start = columns[index] ?? 0;
    for (let i = 0; i < span(cell, "colspan"); i++) heads[start + i] = words(cell);
  });
  return Array.from(heads, (head) => head ?? "");
}

/** Column heads of a table that has none, where a table of heads alone stands just before it (fixed headers). */
function headsBefore(table: Element, columns: number): string[] {
  let at: Element | null = table;
  for (let climbed = 0; at && climbed < 4; climbed++, at = parentElementOf(at)) {
    const before = previousElementOf(at);
    if (!before) continue;
    const heading = nameOf(before) === "table" ? before : query(before, "table").at(-1);
    if (!heading) return [];
    const rows = rowsOf(heading, 3);
    const cells = rows[0] && rows.length === 1 ? cellsOf(rows[0]) : [];
    return cells.length === columns && cells.some((cell) => isHeadCell(cell) || isHead(words(cell)))
      ? cells.map(words)
      : [];
  }
  return [];
}

/** Heads in a row of boxes: the first row of the body, or the row just before the body. */
function boxHeads(body: Element): string[] {
  const rows = childrenOf(body);
  const before = previousElementOf(body);
  for (const row of [rows[0], before, before ? childrenOf(before)[0] : undefined]) {
    if (!row) continue;
    const cells = childrenOf(row);
    if (cells.length < 2 || cells.length > 20) continue;
    const boxes = cells.map((cell) => ((textOf(cell) ?? "").length > 60 ? "" : words(cell)));
    const named = boxes.filter((text) => text && isHead(text)).length;
    if (named >= 2 && named >= boxes.filter(Boolean).length / 2) return boxes;
  }
  return [];
}

function personColumn(grid: Grid): number | undefined {
  const stated = grid.heads.findIndex((head) => headKind(head) === "person");
  const rows = rowsOf(grid.element, ROWS_ASKED).filter((row) => !grid.headRows.has(row));
  // One row of nothing but a person's particulars is a banner.
  const banner = rows.length === 1 && !grid.heads.some((head) => isEntryHead(head));
  if (stated >= 0) return banner ? undefined : stated;
  for (let column = 0; column < grid.columns; column++) {
    const head = grid.heads[column];
    if (head && isCarer(head)) continue;
    const names = rows.flatMap((row) => {
      const cell = cellsOf(row)[column];
      const name = cell && /^\p{Lu}[\p{L}'’-]+, \p{Lu}[\p{L}'’-]+/u.exec(words(cell))?.[0];
      return name ? [name] : [];
    });
    if (names.length >= 3 && names.length >= rows.length * 0.8 && new Set(names).size >= 3) return column;
  }
  return undefined;
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
  const wide = cells.length === 1 || span(only, "colspan") > 1 || nameOf(only) === "th";
  const text = words(only);
  return wide && text.length <= LONGEST_GROUP ? text : undefined;
}

/** Whether a row heads the rows below it. */
export const isGroupRow = (grid: Grid, row: Element): boolean => groupLabel(grid, row) !== undefined;
