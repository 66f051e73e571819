/** Tells tables of data from tables that merely place things, and finds their heads. */

import { mentions } from "../language";
import {
  childCountOf,
  childrenOf,
  firstElementOf,
  firstMatch,
  isLonger,
  nameOf,
  nextElementOf,
  parentElementOf,
  previousElementOf,
  query,
  roleOf,
} from "./dom";
import { headKind, isCarer, isEntryHead, isHead } from "./heads";
import { fold } from "./labels";
import { cellsOf, columnsOf, type Grid, newGrid, rowsOf, span, startsOf, TABLES, words } from "./rows";

/** A cell with more text than this holds prose, not a value. */
export const PROSE = 240;
const ROWS_ASKED = 30;

/** A row with its cells and what each says. */
interface Row {
  row: Element;
  cells: Element[];
  texts: string[];
}

const rowOf = (row: Element): Row => {
  const cells = cellsOf(row);
  return { row, cells, texts: cells.map((cell) => (isHeadCell(cell) ? headWords(cell) : words(cell))) };
};

export function judge(table: Element): Grid {
  const rows = rowsOf(table, ROWS_ASKED).map(rowOf);
  const widths = rows.map(({ cells }) => cells.reduce((sum, cell) => sum + span(cell, "colspan"), 0));
  const columns = Math.max(0, ...widths);
  const starts = query(table, "[rowspan]").length > 0 ? startsOf(rowsOf(table)) : undefined;
  const grid: Grid = { ...newGrid(table, false), columns, starts };
  const role = roleOf(table);
  if (role === "presentation" || role === "none") return grid;
  const aria = TABLES.has(role);
  let divided = false;
  for (const { row, cells, texts } of rows) {
    const heads = cells.filter(isHeadCell);
    const inHead = nameOf(parentElementOf(row)) === "thead";
    if (!inHead && (heads.length === 0 || heads.length < texts.filter(Boolean).length)) continue;
    // A lone head cell that spans the table is a heading of its own, not a column's.
    if (!inHead && cells.length === 1 && columns > 1) continue;
    if (grid.headRows.size > 0 && !inHead && !previousIsHead(grid, row)) continue;
    grid.headRows.add(row);
    // A second row of heads says more of the columns that it divides; below whole columns it holds filters.
    for (const [column, head] of spread(grid, { row, cells, texts }).entries()) {
      if (head && (divided || !grid.heads[column])) grid.heads[column] = head;
      else grid.heads[column] ??= "";
    }
    divided ||= cells.some((cell) => span(cell, "colspan") > 1);
  }
  const stated = aria || grid.headRows.size > 0 || query(table, "caption").length > 0;
  const rowHeads = rows.filter(({ cells }) => cells.length === 2 && isHeadCell(cells[0])).length;
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
  const [first] = rows;
  const firstWords = first?.texts ?? [];
  const named = firstWords.filter((text) => text && isHead(text)).length;
  if (first && named >= 2 && named >= firstWords.filter(Boolean).length / 2 && rows.length > 1) {
    grid.headRows.add(first.row);
    grid.heads = spread(grid, first);
    grid.data = true;
    return grid;
  }
  if (columns === 2 && rows.filter(isPair).length >= rows.length * 0.6) {
    grid.pairs = true;
    grid.data = true;
    return grid;
  }
  const filled = rows.filter(({ texts }) => texts.filter(Boolean).length > 1);
  const even = widths.filter((width) => width === columns).length >= rows.length * 0.7;
  const blocks = query(table, "h1,h2,h3,h4,h5,h6,ul,ol,form,iframe,fieldset,section").length;
  const long = filled.some(({ texts }) => texts.some((text) => text.length > PROSE));
  grid.data = filled.length > 1 && even && blocks === 0 && !long;
  return grid;
}

const isPair = ({ texts: [label, ...more] }: Row) =>
  label !== undefined && more.length === 1 && /[:：]$|^$/.test(label) && label.length < 50;

function previousIsHead(grid: Grid, row: Element): boolean {
  const before = previousElementOf(row);
  return before !== null && grid.headRows.has(before);
}

/** What a head says, without the hint that goes with the button by which its column is sorted. */
function headWords(cell: Element): string {
  const button = firstMatch(cell, "button,[role=button]");
  return (button && words(button)) || words(cell);
}

function isHeadCell(cell: Element | undefined): boolean {
  return cell !== undefined && (nameOf(cell) === "th" || roleOf(cell) === "columnheader");
}

function spread(grid: Grid, { row, cells, texts }: Row): string[] {
  const heads: string[] = [];
  const columns = columnsOf(grid, row, cells);
  cells.forEach((cell, index) => {
    const start = columns[index] ?? 0;
    for (let i = 0; i < span(cell, "colspan"); i++) heads[start + i] = texts[index] ?? "";
  });
  return Array.from(heads, (head) => head ?? "");
}

/** Column heads of a table that has none, where a table of heads alone stands just before it (fixed headers). */
export function headsBefore(table: Element, columns: number): Pick<Grid, "heads" | "headsFrom"> {
  let at: Element | null = table;
  for (let climbed = 0; at && climbed < 4; climbed++, at = parentElementOf(at)) {
    const before = previousElementOf(at);
    if (!before) continue;
    const heading = nameOf(before) === "table" ? before : query(before, "table").at(-1);
    if (!heading) break;
    const rows = rowsOf(heading, 3);
    const cells = rows[0] && rows.length === 1 ? cellsOf(rows[0]) : [];
    return cells.length === columns && cells.some((cell) => isHeadCell(cell) || isHead(words(cell)))
      ? { heads: cells.map(words), headsFrom: heading }
      : { heads: [] };
  }
  return { heads: [] };
}

/** Judges a box of rows of boxes by its heads: the first row of the body, or the row just before the body. */
export function judgeBoxes(body: Element): Grid {
  const grid = newGrid(body, true);
  const first = firstElementOf(body);
  grid.heads = boxHeads(body, first);
  grid.columns = grid.heads.length;
  grid.data = grid.columns > 1;
  if (grid.data && first && words(first) === grid.heads.join(" ")) grid.headRows.add(first);
  return grid;
}

function boxHeads(body: Element, first: Element | null): string[] {
  const before = previousElementOf(body);
  for (const row of [first, before, before ? childrenOf(before)[0] : undefined]) {
    // A bar of links beside a chart has as many as the chart has parts, now and then.
    if (!row || /^(?:nav|ul|ol)$/.test(nameOf(row))) continue;
    const cells = childrenOf(row);
    if (cells.length < 2 || cells.length > 20) continue;
    // Parts of a page side by side, of which each says little, are no heads either.
    if (cells.some(titled)) continue;
    // "Status": "active" over "Medication": "…" are pairs, not heads over a row.
    const other = row === first ? nextElementOf(row) : first;
    if (cells.length === 2 && other && childCountOf(other) === 2 && isHead(firstWords(other))) continue;
    const boxes = cells.map((cell) => (isLonger(cell, 60) ? "" : words(cell)));
    const named = boxes.filter((text) => text && isHead(text)).length;
    if (named >= 2 && named >= boxes.filter(Boolean).length / 2) return boxes;
  }
  return [];
}

/** A heading, and words below it. */
function titled(cell: Element): boolean {
  const heading = firstMatch(cell, "h1,h2,h3,h4,h5,h6");
  return heading !== null && isLonger(cell, words(heading).length + 1);
}

function firstWords(row: Element): string {
  const first = firstElementOf(row);
  return first && !isLonger(first, 60) ? words(first) : "";
}

/** Heads of queues and appointment lists, beside which a "Name" is a person's. */
const OF_VISITS =
  /^(?:age|gender|sex|phone|visit|visit type|reason|reason for visit|chief complaint|priority|room|bed|ward|wait|wait time|waiting time|queue|service|arrived|check in|appointment|appointment time|time|slot|last visit|next visit)$/;
const FULL_NAME = /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){1,3}$/u;

/** A column called "Name" in which names of people may stand, and no name of a medicine does, beside heads of a queue. */
function visitorColumn(grid: Grid, rows: readonly Row[]): number {
  const folded = grid.heads.map(fold);
  if (!folded.some((head) => OF_VISITS.test(head))) return -1;
  return folded.findIndex(
    (head, column) =>
      head === "name" &&
      rows.every(({ texts }) => FULL_NAME.test(texts[column] ?? "") && !mentions(texts[column] ?? "")),
  );
}

export function personColumn(grid: Grid): number | undefined {
  const stated = grid.heads.findIndex((head) => headKind(head) === "person");
  const rows = rowsOf(grid.element, ROWS_ASKED)
    .filter((row) => !grid.headRows.has(row))
    .map(rowOf);
  // One row of nothing but a person's particulars is a banner.
  const banner = rows.length === 1 && !grid.heads.some((head) => isEntryHead(head));
  if (stated >= 0) return banner ? undefined : stated;
  const visitors = visitorColumn(grid, rows);
  if (visitors >= 0 && rows.length > 1) return visitors;
  for (let column = 0; column < grid.columns; column++) {
    const head = grid.heads[column];
    if (head && isCarer(head)) continue;
    const names = rows.flatMap(
      ({ texts }) => /^\p{Lu}[\p{L}'’-]+, \p{Lu}[\p{L}'’-]+/u.exec(texts[column] ?? "")?.[0] ?? [],
    );
    if (names.length >= 3 && names.length >= rows.length * 0.8 && new Set(names).size >= 3) return column;
  }
  return undefined;
}
