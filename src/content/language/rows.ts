/** Tables in plain text: cells parted by tabs, bars or columns of spaces, told by their heads. */
import type { Line } from "./block";
import { type Cell, isHeadRow } from "./heads";
import type { Place } from "./places";
import { stateOf } from "./states";

export interface Heads {
  cells: string[];
  by: RegExp;
}

export interface Row {
  cells: Cell[];
  by: RegExp;
  /** The row holds column heads. */
  heads?: string[];
  /** A rule between rows. */
  divider?: boolean;
}

const TAB = /\t/;
const BAR = /\|/;
const COLUMNS = / {2,}/;

/** A line as a row of a table; undefined where it is none. `heads`: those of the table that it may go on with. */
export function rowOf(line: Line, heads: Heads | undefined): Row | undefined {
  if (/^[\s|:+-]*-{3,}[\s|:+-]*$/.test(line.text)) return { cells: [], by: COLUMNS, divider: true };
  const wordsOf = (cells: Cell[]) =>
    cells.map(({ start, end }) => line.text.slice(start - line.start, end - line.start));
  const by = TAB.test(line.text) ? TAB : BAR.test(line.text) ? BAR : undefined;
  if (by) {
    const cells = cellsOf(line, by);
    const words = wordsOf(cells);
    if (words.length > 1 && isHeadRow(words)) return { cells, by, heads: words };
    return heads?.by === by
      ? { cells: cells.map((cell, i) => ({ ...cell, head: heads.cells[i] })), by }
      : { cells, by };
  }
  if (heads && heads.by !== COLUMNS) return undefined;
  if (!COLUMNS.test(line.text.trim()))
    return heads && stateOf(line.text) ? { cells: cellsOf(line, COLUMNS), by: COLUMNS } : undefined;
  const cells = cellsOf(line, COLUMNS);
  const words = wordsOf(cells);
  if (words.length > 1 && isHeadRow(words)) return { cells, by: COLUMNS, heads: words };
  if (!heads) return undefined;
  // Empty cells leave no trace here, so only full rows can be told by their heads.
  const full = cells.length === heads.cells.length;
  return {
    cells: cells.map((cell, i) => (full || i === 0 ? { ...cell, head: heads.cells[i] } : cell)),
    by: COLUMNS,
  };
}

function cellsOf(line: Line, by: RegExp): Cell[] {
  const lead = (by === BAR ? /^\s*\|/ : /^ */).exec(line.text)?.[0].length ?? 0;
  const cells: Cell[] = [];
  let at = lead;
  for (const part of line.text.slice(lead).split(by)) {
    const start = line.start + at + (part.length - part.trimStart().length);
    cells.push({ start, end: Math.max(start, line.start + at + part.trimEnd().length) });
    at += part.length + 1;
    if (by === COLUMNS) while (line.text[at] === " ") at++;
  }
  if (by === BAR && cells.length > 1 && /\|\s*$/.test(line.text)) cells.pop();
  return cells;
}

/** A row without heads is an entry only where one of its cells is a state. */
export const isEntryLike = (text: string, cells: readonly Cell[]): boolean =>
  cells.length > 1 &&
  cells.slice(1).some(({ start, end }) => {
    const words = text.slice(start, end);
    return stateOf(words) !== undefined || /^(?:yes|no)$/.test(words);
  });

const BY_HEADS: readonly (readonly [Place, RegExp])[] = [
  ["family", /^(?:relation\w*|relative|family member|parentesco|lien)$/],
  ["allergies", /^(?:allerg\w*|reactions?)$/],
  [
    "medications",
    /^(?:medications?|drugs?|meds?|medicines?|sig|dose|refills|medikamente?|medicamentos?|medicaments?)(?: name)?$/,
  ],
  ["problems", /^(?:problems?|conditions?|diagnos[ie]s)(?: name)?$/],
];

/** The part of the chart that column heads give away. */
export const placeByHeads = (heads: readonly string[]): Place | undefined =>
  BY_HEADS.find(([, sign]) => heads.some((head) => sign.test(head.replace(/[*_#]+/g, "").trim())))?.[0];
