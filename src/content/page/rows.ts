/** Rows and cells of tables, ARIA grids and rows of boxes. */
import { attr, childrenOf, nameOf, parentElementOf, query, roleOf, textOf } from "./dom";
import { plain } from "./normalise";

export const TABLES = new Set(["table", "grid", "treegrid"]);
const CELLS = new Set(["cell", "gridcell", "rowheader", "columnheader"]);

export const isTable = (element: Element) => nameOf(element) === "table" || TABLES.has(roleOf(element));
export const isRow = (element: Element) => nameOf(element) === "tr" || roleOf(element) === "row";
export const isCell = (element: Element) => /^t[dh]$/.test(nameOf(element)) || CELLS.has(roleOf(element));
export const words = (element: Element) => plain(textOf(element) ?? "");

export interface Grid {
  element: Element;
  /** Whether its rows are entries; a layout table's cells are just places. */
  data: boolean;
  heads: string[];
  columns: number;
  /** The table that its heads stand in, where that is another. */
  headsFrom?: Element;
  /** Rows that stand over others. */
  headRows: Set<Element>;
  /** Each row is about another person. */
  people: boolean;
  /** Column whose values name the person. */
  personColumn?: number;
  /** Each row is a label with its value. */
  pairs: boolean;
  /** A box of rows of boxes, not a table. */
  boxes: boolean;
  /** Heading row that governs each row, as far as asked for. */
  groups: Map<Element, string | undefined>;
  /** What each row that was looked at says as a heading row. */
  rowLabels: Map<Element, string | undefined>;
  /** Where each row's cells begin, for rows below cells that reach over several rows. */
  starts?: Map<Element, number[]>;
}

/** A grid of which nothing is known yet. */
export const newGrid = (element: Element, boxes: boolean): Grid => ({
  element,
  boxes,
  data: false,
  heads: [],
  columns: 0,
  headRows: new Set(),
  people: false,
  pairs: false,
  groups: new Map(),
  rowLabels: new Map(),
});

/** Two judgements of one table: its entries read alike. */
export function sameShape(one: Grid, other: Grid): boolean {
  return (
    one.data === other.data &&
    one.columns === other.columns &&
    one.pairs === other.pairs &&
    one.personColumn === other.personColumn &&
    one.headsFrom === other.headsFrom &&
    one.heads.join("\n") === other.heads.join("\n") &&
    sameMembers([...one.headRows], [...other.headRows]) &&
    sameMembers(
      [...(one.starts ?? [])].flatMap(([row, starts]) => [row, ...starts]),
      [...(other.starts ?? [])].flatMap(([row, starts]) => [row, ...starts]),
    )
  );
}

const sameMembers = (some: unknown[], others: unknown[]) =>
  some.length === others.length && some.every((each, index) => each === others[index]);

export function climb(from: Element, passes: (element: Element) => boolean): Element | null {
  for (let at = parentElementOf(from); at; at = parentElementOf(at)) if (passes(at)) return at;
  return null;
}

/** Rows of this table itself, not of tables inside it. */
export function rowsOf(table: Element, limit = Number.POSITIVE_INFINITY): Element[] {
  const rows: Element[] = [];
  if (nameOf(table) === "table") {
    const own = (table as HTMLTableElement).rows;
    for (let index = 0; index < own.length && index < limit; index++) rows.push(own[index] as Element);
    return rows;
  }
  for (const row of query(table, "tr,[role=row]")) {
    if (climb(row, isTable) !== table) continue;
    rows.push(row);
    if (rows.length >= limit) break;
  }
  return rows;
}

/** How many rows `rowsOf` would give, or undefined where they would have to be looked for. */
export const rowCountOf = (table: Element): number | undefined =>
  nameOf(table) === "table" ? (table as HTMLTableElement).rows.length : undefined;

/** Cells of a row, in order; the boxes of a row that has no cells. */
export function cellsOf(row: Element): Element[] {
  const direct = childrenOf(row);
  if (nameOf(row) === "tr") return direct;
  const marked = direct.filter(isCell);
  if (marked.length > 0) return marked;
  const cells = query(row, "td,th,[role=cell],[role=gridcell],[role=rowheader],[role=columnheader]").filter(
    (cell) => climb(cell, isRow) === row,
  );
  return cells.length > 0 ? cells : direct;
}

export const span = (cell: Element, name: "colspan" | "rowspan") =>
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
export function startsOf(rows: Element[]): Map<Element, number[]> {
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
