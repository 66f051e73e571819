/** The shape of a plain text: tables, cards, lists under their groups, headings on lines and in them, paragraphs. */
import { type Cell, isHeadRow } from "./heads";
import { LONGEST_HEADING, type Place, placeOf } from "./places";
import { type State, stateOf } from "./states";

export interface Block {
  start: number;
  end: number;
  place: Place;
  /** Table rows, cards and list items: what stands in them belongs to their leading name. */
  entry: boolean;
  cells?: Cell[];
  /** State of the group it stands in. */
  group?: State;
  struck?: boolean;
  checked?: boolean;
  draft?: boolean;
  lang?: string;
  /** Status words beside it, folded. */
  status?: string;
  /** In a list whose status the page does not state, an entry is merely listed. */
  list?: boolean;
}

type IsUpper = (at: number) => boolean;
/** Whether a name stands in a stretch: then it is no heading. */
export type HoldsName = (start: number, end: number) => boolean;

interface Line {
  start: number;
  end: number;
  text: string;
}

const BULLET = /^\s*(?:[-*+•·●▪◦‣>]|\d{1,2}[.)]|\(\d{1,2}\)|\[[ x]?\]|[☐☑☒□■✓✔✗✘])\s*/;
/** Labels of a card's first line and of those after it. */
const CARD_NAME =
  /^\s*(?:medication|drug|medicine|med|product|prescription|problem|diagnosis|dx|condition|allergen|substance|name|medikament|diagnose|problema|medicamento|medicament|diagnostic)(?: name)?\s*[:=]/;
const CARD_DETAIL =
  /(?<![a-z])((?:clinical |current |problem |medication |order |treatment )?status|(?:stop |discontinu\w+ |d\/c )?reason(?: for)?(?: ?(?:stop\w*|discontinu\w*|dc|d\/c|end\w*|change))?|reason stopped|(?:stop|stopped|end|ended|expires|expiration|expired|discontinued|d\/c|start|started|begin|onset|resolved|resolution|noted)(?: date| on)?|date (?:started|stopped|noted|resolved|of onset|diagnosed)|currently taking|taking|last (?:dispensed|filled|fill|taken|refill\w*)|sig|dose|dosage|directions|refills|quantity|qty|indication|outcome|response|effectiveness|result|route|frequency|verification|reaction|severity|prescriber|provider)\??\s*[:=]/g;

/** Splits folded text into blocks, in order, each with the part of the chart it stands in. Linear. */
export function layoutOf(
  text: string,
  isUpper: IsUpper,
  holdsName: HoldsName,
  first: Place = "note",
): Block[] {
  const lines = linesOf(text);
  const blocks: Block[] = [];
  let place: Place = first;
  let group: State | undefined;
  let heads: { cells: string[]; by: RegExp } | undefined;
  let blank = true;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (!line) continue;
    if (line.text.trim() === "") {
      heads = undefined;
      blank = true;
      continue;
    }
    const row = rowOf(line, heads);
    if (row) {
      if (row.divider) continue;
      if (row.heads) {
        heads = { cells: row.heads, by: row.by };
        place = placeByHeads(row.heads) ?? place;
        continue;
      }
      const only = row.cells.filter((cell) => cell.end > cell.start);
      const state =
        only.length === 1 && only[0] ? stateOf(text.slice(only[0].start, only[0].end)) : undefined;
      if (state) group = state;
      else if (heads || isEntryLike(text, row.cells))
        blocks.push({ ...spanOf(line), place, entry: true, cells: row.cells, group });
      else blocks.push({ ...spanOf(line), place, entry: false, group });
      blank = false;
      continue;
    }
    heads = undefined;
    const label = line.text
      .replace(BULLET, "")
      .replace(/[:\s*_#=-]+$/, "")
      .replace(/^[#*_=\s]+/, "");
    const bulleted = BULLET.test(line.text);
    const naming = !holdsName(line.start, line.end);
    const state = !naming || (bulleted && !/[:]\s*$/.test(line.text)) ? undefined : stateOf(label);
    const named =
      !bulleted || /:\s*$/.test(line.text)
        ? placeOf(label, /:\s*$/.test(line.text) && allCapitals(line, isUpper))
        : undefined;
    if (state && (!named || named === "note" || named === "past-medications" || named === "past-problems")) {
      group = state;
      if (named && named !== "note") place = named;
      blank = false;
      continue;
    }
    if (named && label.length <= LONGEST_HEADING && isHeadingLine(line, named, lines[index + 1], isUpper)) {
      place = named;
      group = undefined;
      blank = false;
      continue;
    }
    // A card: a name, then lines that each say one thing of it.
    let last = index;
    if (CARD_NAME.test(line.text)) while (isDetail(lines[last + 1])) last++;
    else if (bulleted || group) {
      while (isDetail(lines[last + 1]) && /^\s{2,}/.test(lines[last + 1]?.text ?? "")) last++;
    }
    const end = lines[last]?.end ?? line.end;
    const details = detailsOf(text, line.start, end);
    if (details.length > 1 || last > index) {
      blocks.push({
        start: line.start,
        end,
        place: cardPlace(line.text) ?? place,
        entry: true,
        cells: details,
        group,
      });
      index = last;
      blank = false;
      continue;
    }
    if (bulleted) {
      const item: Block = {
        ...spanOf(line),
        place,
        entry: group !== undefined || place === "past-medications",
        group,
      };
      while (continues(lines[index + 1], lines[index])) item.end = lines[++index]?.end ?? item.end;
      place = inlineHeadings(text, item, isUpper, holdsName, blocks);
      blank = false;
      continue;
    }
    if (group && (blank || line.text.length > 90)) group = undefined;
    const paragraph: Block = { ...spanOf(line), place, entry: false, group };
    while (wraps(lines[index], lines[index + 1])) paragraph.end = lines[++index]?.end ?? paragraph.end;
    place = inlineHeadings(text, paragraph, isUpper, holdsName, blocks);
    blank = false;
  }
  return blocks;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", start)) {
    lines.push({ start, end: at, text: text.slice(start, at) });
    start = at + 1;
  }
  lines.push({ start, end: text.length, text: text.slice(start) });
  return lines;
}

const spanOf = ({ start, end }: Line) => ({ start, end });

function allCapitals({ start, text }: Line, isUpper: IsUpper): boolean {
  let letters = 0;
  for (let i = 0; i < Math.min(text.length, LONGEST_HEADING); i++) {
    if (text[i] === ":") break;
    if (!/[a-z]/.test(text[i] ?? "")) continue;
    if (!isUpper(start + i)) return false;
    letters++;
  }
  return letters > 1;
}

/** A line that only names a part: with a colon, or standing apart from what would be one entry of a list. */
function isHeadingLine(line: Line, place: Place, next: Line | undefined, isUpper: IsUpper): boolean {
  if (/[:#]\s*$|^\s*#/.test(line.text)) return true;
  if (place === "other") return false;
  return (
    isUpper(line.start + (line.text.length - line.text.trimStart().length)) ||
    (next !== undefined && BULLET.test(next.text))
  );
}

function wraps(line: Line | undefined, next: Line | undefined): boolean {
  if (!line || !next || next.text.trim() === "" || BULLET.test(next.text) || /\t|\|/.test(next.text))
    return false;
  const text = line.text.trimEnd();
  if (text.length < 45 || /[.:;!?]$/.test(text))
    return text.length >= 60 && /[.;]$/.test(text) && !/^\s*[a-z /&]{2,40}:/.test(next.text);
  return !/^\s*[a-z][a-z /&,]{1,40}:/.test(next.text);
}

const continues = (next: Line | undefined, line: Line | undefined): boolean =>
  next !== undefined &&
  /^\s{2,}\S/.test(next.text) &&
  !BULLET.test(next.text) &&
  (line?.text.length ?? 0) > 40;

interface Row {
  cells: Cell[];
  by: RegExp;
  heads?: string[];
  divider?: boolean;
}

const SEPARATORS = [/\t/, /\|/];
const COLUMNS = / {2,}/;

function rowOf(line: Line, heads: { cells: string[]; by: RegExp } | undefined): Row | undefined {
  if (/^[\s|:+-]*-{3,}[\s|:+-]*$/.test(line.text)) return { cells: [], by: COLUMNS, divider: true };
  for (const by of SEPARATORS) {
    if (!by.test(line.text)) continue;
    const cells = cellsOf(line, by);
    const words = cells.map(({ start, end }) => line.text.slice(start - line.start, end - line.start));
    if (!heads && words.length > 1 && isHeadRow(words)) return { cells, by, heads: words };
    if (heads?.by === by) return { cells: cells.map((cell, i) => ({ ...cell, head: heads.cells[i] })), by };
    return { cells, by };
  }
  if (heads?.by === COLUMNS || (!heads && COLUMNS.test(line.text.trim()))) {
    const cells = cellsOf(line, COLUMNS);
    const words = cells.map(({ start, end }) => line.text.slice(start - line.start, end - line.start));
    if (!heads)
      return words.length > 1 && isHeadRow(words) ? { cells, by: COLUMNS, heads: words } : undefined;
    // Empty cells leave no trace here, so only full rows can be told by their heads.
    const whole = cells.length === heads.cells.length;
    if (cells.length > 1 || stateOf(line.text))
      return {
        cells: cells.map((cell, i) => (whole || i === 0 ? { ...cell, head: heads.cells[i] } : cell)),
        by: COLUMNS,
      };
  }
  return undefined;
}

function cellsOf(line: Line, by: RegExp): Cell[] {
  const lead =
    by.source === "\\|"
      ? (/^\s*\|/.exec(line.text)?.[0].length ?? 0)
      : (/^ */.exec(line.text)?.[0].length ?? 0);
  const cells: Cell[] = [];
  let at = lead;
  for (const part of line.text.slice(lead).split(by)) {
    const left = part.length - part.trimStart().length;
    const start = line.start + at + left;
    cells.push({ start, end: Math.max(start, line.start + at + part.trimEnd().length) });
    at += part.length + (by === COLUMNS ? gapAt(line.text, at + part.length) : 1);
  }
  if (by.source === "\\|" && cells.length > 1 && /\|\s*$/.test(line.text)) cells.pop();
  return cells;
}

const gapAt = (text: string, at: number) => /^ */.exec(text.slice(at, at + 200))?.[0].length ?? 0;

/** A row without heads is an entry only where one of its cells is a state. */
const isEntryLike = (text: string, cells: Cell[]) =>
  cells.length > 1 &&
  cells
    .slice(1)
    .some(({ start, end }) => stateOf(text.slice(start, end)) || /^(?:yes|no)$/.test(text.slice(start, end)));

function placeByHeads(heads: string[]): Place | undefined {
  if (heads.some((head) => /^(?:relation\w*|relative|family member|parentesco|lien)$/.test(head)))
    return "family";
  if (heads.some((head) => /^(?:allerg\w*|reactions?)$/.test(head))) return "allergies";
  if (
    heads.some((head) => /^(?:medications?|drugs?|meds?|medicines?|sig|dose|refills)(?: name)?$/.test(head))
  )
    return "medications";
  return heads.some((head) => /^(?:problems?|conditions?|diagnos[ie]s)(?: name)?$/.test(head))
    ? "problems"
    : undefined;
}

const cardPlace = (line: string): Place | undefined => {
  if (/^\s*(?:medication|drug|medicine|med|product|prescription|medikament|medic\w+)/.test(line))
    return "medications";
  if (/^\s*(?:allergen|substance)/.test(line)) return "allergies";
  return /^\s*(?:problem|diagnos|dx|condition)/.test(line) ? "problems" : undefined;
};

function isDetail(line: Line | undefined): boolean {
  if (!line) return false;
  CARD_DETAIL.lastIndex = 0;
  const found = CARD_DETAIL.exec(line.text);
  return found !== null && line.text.slice(0, found.index).trim().replace(BULLET, "") === "";
}

/** "Name … Status: … Reason: …": the parts of a card, the first without a head. */
function detailsOf(text: string, start: number, end: number): Cell[] {
  const part = text.slice(start, end);
  const cells: Cell[] = [{ start, end }];
  for (const match of part.matchAll(CARD_DETAIL)) {
    const last = cells.at(-1);
    if (last) last.end = start + match.index;
    cells.push({ head: match[1] ?? "", start: start + match.index + match[0].length, end });
  }
  return cells;
}

/** Splits a paragraph at the headings inside it; gives the part of the chart that the text after it stands in. */
function inlineHeadings(
  text: string,
  block: Block,
  isUpper: IsUpper,
  holdsName: HoldsName,
  into: Block[],
): Place {
  let place = block.place;
  let from = block.start;
  const part = text.slice(block.start, block.end);
  for (let colon = part.search(/:(?!\d)/); colon >= 0; ) {
    const at = block.start + colon;
    const found = labelBefore(text, from, at, isUpper);
    if (found && !holdsName(found.start, at)) {
      if (text.slice(from, found.start).trim() !== "")
        into.push({ ...block, start: from, end: found.start, place });
      place = found.place;
      from = at + 1;
    }
    const next = part.slice(colon + 1).search(/:(?!\d)/);
    colon = next < 0 ? -1 : colon + 1 + next;
  }
  const dashed = from === block.start ? /^\s*([a-z][a-z/& ]{1,24}?)\s*(?:-|–)\s+/.exec(part) : null;
  const named = dashed?.[1] ? placeOf(dashed[1]) : undefined;
  if (dashed && named && named !== "other" && named !== "note") {
    place = named;
    from = block.start + dashed[0].length;
  }
  if (text.slice(from, block.end).trim() !== "") into.push({ ...block, start: from, end: block.end, place });
  return place;
}

/** The heading that ends at a colon, if what stands before it, back to a boundary, is one. */
function labelBefore(
  text: string,
  from: number,
  colon: number,
  isUpper: IsUpper,
): { place: Place; start: number } | undefined {
  const reach = Math.max(from, colon - LONGEST_HEADING - 2);
  const before = text.slice(reach, colon);
  const strong = before.search(/[^.;!?\n\]•]*$/);
  const weak = before.search(/[^,.;!?\n\]•]*$/);
  const wide = before.search(/(?:(?! {2}| - )[^\n])*$/);
  for (const offset of [strong, weak, wide]) {
    const start = reach + offset;
    if (offset === 0 && reach > from && reach !== from) continue;
    const label = text.slice(start, colon).replace(BULLET, "").trim();
    if (!label) continue;
    const line = { start: colon - label.length, end: colon, text: label };
    const capitals = allCapitals(line, isUpper);
    const place = placeOf(label, capitals);
    const opens = start === from || isUpper(line.start) || /[.;\n]/.test(text[start - 1] ?? "");
    if (place && opens && !(place === "note" && /^(?:o|s|on|at|to|in)$/.test(label) && start !== from))
      return { place, start };
  }
  return undefined;
}
