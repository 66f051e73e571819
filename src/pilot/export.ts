/**
 * The export of the counts. No number below five stands in it: days that saw fewer wait and are joined with the days
 * that follow until five are reached. Days that are over are joined in the same way in every later export, so that
 * one export subtracted from another leaves no smaller number either.
 */
import type { Cell } from "./counting";

/** Smallest number that an export states. */
export const SMALLEST_CELL = 5;

export const COLUMNS = [
  "intervention",
  "action taken",
  "feedback",
  "user code",
  "date",
  "location code",
  "count",
] as const;

/** One row; `date` is a day, or a stretch of days "2026-10-01/2026-10-04" (ISO 8601). */
export type Row = Record<(typeof COLUMNS)[number], string>;

/** Stands for a number from one to four. */
export const HIDDEN = `<${SMALLEST_CELL}`;

/** The rows of an export, by rule, event, feedback and date. `codes` are the clinic's own, and may be empty. */
export function rowsOf(cells: Cell[], codes: { user?: string; location?: string }): Row[] {
  const series = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = [cell.rule, cell.event, cell.feedback].join(" ");
    series.set(key, [...(series.get(key) ?? []), cell]);
  }
  return [...series.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, days]) => joined(days))
    .map(({ first, date, count }) => ({
      intervention: first.rule,
      "action taken": first.event,
      feedback: first.feedback,
      "user code": codes.user ?? "",
      date,
      "location code": codes.location ?? "",
      count: count < SMALLEST_CELL ? HIDDEN : String(count),
    }));
}

function joined(days: Cell[]): { first: Cell; date: string; count: number }[] {
  const stretches: { first: Cell; date: string; count: number }[] = [];
  let waiting: Cell[] = [];
  const close = () => {
    const [first] = waiting;
    const last = waiting.at(-1);
    if (!first || !last) return;
    const date = first.day === last.day ? first.day : `${first.day}/${last.day}`;
    stretches.push({ first, date, count: waiting.reduce((sum, { count }) => sum + count, 0) });
    waiting = [];
  };
  for (const cell of [...days].sort((one, other) => (one.day < other.day ? -1 : 1))) {
    waiting.push(cell);
    if (waiting.reduce((sum, { count }) => sum + count, 0) >= SMALLEST_CELL) close();
  }
  close();
  return stretches;
}

/** RFC 4180 with a heading line, but for the line ends, which are the ones that a text field shows unchanged. */
export function toCsv(rows: Row[]): string {
  const field = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))];
  return lines.map((line) => `${line.map(field).join(",")}\n`).join("");
}

/** The same rows as an array of objects; a hidden number is the text "<5". */
export function toJson(rows: Row[]): string {
  const entries = rows.map((row) => ({
    ...row,
    count: row.count === HIDDEN ? HIDDEN : Number(row.count),
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}
