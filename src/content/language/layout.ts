/** The shape of a plain text: tables, cards, lists under their groups, headings on lines and in them, paragraphs. */
import { type Block, BULLET, type HoldsName, type IsUpper, type Line } from "./block";
import { cardCells, cardPlace, isDetail } from "./cards";
import { isCopied, labelOf, lineHeading, splitAtHeadings } from "./headings";
import { namesPerson } from "./people";
import type { Place } from "./places";
import { type Heads, isEntryLike, placeByHeads, rowOf } from "./rows";
import { type State, stateOf } from "./states";

/** "Diagnosis Date Noted", "Medication Sig Dispense Refill": what the entries are, then what is told of each. */
const COLUMN_NAMES =
  /^\W*(?:diagnos[ie]s|problems?|medications?|allergens?|name)(?:[^\w:]+(?:date|noted|relation|age of onset|sig|dispense|refills?|dose|route|frequency|reactions?|severity|reason|start|end|status|comments?|last|taking|prescriber|provider|authorizing|overview|priority|class|type|description|qty|quantity|onset))+\W*$/;
/** A column's name alone may be the next heading, unless it only says again what the heading said. */
const ONLY_NAME: Readonly<Partial<Record<Place, RegExp>>> = {
  medications: /^\W*medications?\W*$/,
  plan: /^\W*medications?\W*$/,
  "past-medications": /^\W*medications?\W*$/,
  problems: /^\W*(?:diagnos[ie]s|problems?)\W*$/,
  "past-problems": /^\W*(?:diagnos[ie]s|problems?)\W*$/,
  history: /^\W*(?:diagnos[ie]s|problems?)\W*$/,
  allergies: /^\W*allergens?\W*$/,
};
const isColumnNames = (line: string, place: Place): boolean =>
  !/:\s*$/.test(line) && (COLUMN_NAMES.test(line) || ONLY_NAME[place]?.test(line) === true);
/** Ends what was copied from an older note. */
const AGAIN_TODAY = /^\W*(?:today|now|currently|this visit|update)\s*:/;

/** Splits folded text into blocks, in order, each with the part of the chart it stands in. Linear. */
export function layoutOf(
  text: string,
  isUpper: IsUpper,
  holdsName: HoldsName,
  first: Place = "note",
): Block[] {
  return new Layout(text, isUpper, holdsName, first).read();
}

class Layout {
  private readonly lines: readonly Line[];
  private readonly blocks: Block[] = [];
  private at = 0;
  private group: State | undefined;
  private heads: Heads | undefined;
  private copied = false;
  /** The part of the chart was named by a label with its words beside it. */
  private inLine = false;
  /** The line before was a heading. */
  private headed = false;
  private afterBlank = true;

  constructor(
    private readonly text: string,
    private readonly isUpper: IsUpper,
    private readonly holdsName: HoldsName,
    private place: Place,
  ) {
    this.lines = linesOf(text);
  }

  read(): Block[] {
    for (; this.at < this.lines.length; this.at++) {
      const line = this.lines[this.at];
      if (!line) continue;
      const blank = line.text.trim() === "";
      if (blank) {
        this.heads = undefined;
        this.copied = false;
      } else if (isCopied(line.text)) this.copied = true;
      else if (AGAIN_TODAY.test(line.text)) this.copied = false;
      if (!blank && !this.row(line)) {
        this.heads = undefined;
        if (!this.label(line) && !this.card(line)) this.prose(line);
      }
      this.afterBlank = blank;
    }
    return this.blocks;
  }

  private add(block: Omit<Block, "place" | "group"> & { place?: Place }): Block {
    const placed: Block = { place: this.placeNow(), group: this.group, ...block };
    this.blocks.push(placed);
    return placed;
  }

  /** An older note's words stay an older note's, whatever headings it has of its own. */
  private placeNow(): Place {
    return this.copied && this.place !== "family" && this.place !== "allergies" ? "copied" : this.place;
  }

  private row(line: Line): boolean {
    const row = rowOf(line, this.heads);
    if (!row || row.divider) return row !== undefined;
    if (row.heads) {
      this.heads = { cells: row.heads, by: row.by };
      this.place = placeByHeads(row.heads) ?? this.place;
      return true;
    }
    const filled = row.cells.filter((cell) => cell.end > cell.start);
    const [only] = filled;
    const state = only && filled.length === 1 ? stateOf(this.text.slice(only.start, only.end)) : undefined;
    if (state) this.group = state;
    else if (this.heads || isEntryLike(this.text, row.cells))
      this.add({ start: line.start, end: line.end, entry: true, cells: row.cells });
    else return false;
    return true;
  }

  /** A line that names a part of the chart, or the state of the entries under it. */
  private label(line: Line): boolean {
    if (this.holdsName(line.start, line.end)) return false;
    const under = this.headed;
    this.headed = false;
    // Under a heading, a line of column names says nothing of where its entries stand.
    if (under && isColumnNames(line.text, this.place)) return true;
    this.headed = this.labelled(line);
    return this.headed;
  }

  private labelled(line: Line): boolean {
    const next = this.lines[this.at + 1];
    const colon = /:\s*$/.test(line.text);
    const state = BULLET.test(line.text) && !colon ? undefined : stateOf(labelOf(line.text));
    const named = lineHeading(line, next, this.isUpper);
    const generic =
      named === undefined ||
      named === "note" ||
      named === "other" ||
      named === "past-medications" ||
      named === "past-problems" ||
      named === "failed-medications";
    if (state && generic) {
      this.group = state;
      if (named && named !== "note" && named !== "other") this.place = named;
      return true;
    }
    if (!named) {
      // "FHx: brother melanoma" said all in its line: a list under another label is not the family's.
      if (colon && this.inLine && this.place === "family" && !namesPerson(line.text)) this.place = "note";
      return false;
    }
    this.place = named;
    this.inLine = false;
    this.group = undefined;
    return true;
  }

  private card(line: Line): boolean {
    let last = this.at;
    const named = cardPlace(line.text);
    const indented = BULLET.test(line.text) || this.group !== undefined;
    while (
      isDetail(this.lines[last + 1]) &&
      (named || (indented && /^\s{2,}/.test(this.lines[last + 1]?.text ?? "")))
    )
      last++;
    const end = this.lines[last]?.end ?? line.end;
    const cells = cardCells(this.text, line.start, end);
    // "Consult. Reason: rash": a card is about something that has a name.
    const [name] = cells ?? [];
    if (!cells || !name || (!named && !this.holdsName(name.start, name.end))) return false;
    this.add({
      start: line.start,
      end,
      entry: true,
      cells,
      ...(named && { place: this.copied ? "copied" : named }),
    });
    this.at = last;
    return true;
  }

  /** A line in a list that says which list comes next, with or without a blank before it. */
  private isHeading(at: number): boolean {
    const line = this.lines[at];
    return (
      line !== undefined &&
      this.isUpper(line.start) &&
      !this.holdsName(line.start, line.end) &&
      lineHeading(line, this.lines[at + 1], this.isUpper) !== undefined
    );
  }

  private prose(line: Line): void {
    const bulleted = BULLET.test(line.text);
    if (!bulleted && this.group && (this.afterBlank || line.text.length > 90)) this.group = undefined;
    const block: Block = {
      start: line.start,
      end: line.end,
      place: this.placeNow(),
      group: this.group,
      entry: this.group !== undefined || (bulleted && this.place === "past-medications"),
    };
    const goesOn = bulleted ? isContinued : wraps;
    while (
      goesOn(this.lines[this.at], this.lines[this.at + 1]) &&
      !(this.holdsName(line.start, line.end) && this.isHeading(this.at + 1))
    )
      block.end = this.lines[++this.at]?.end ?? block.end;
    const from = this.blocks.length;
    const before = this.place;
    this.place = splitAtHeadings(
      this.text,
      { ...block, place: this.place },
      this.isUpper,
      this.holdsName,
      this.blocks,
    );
    if (this.place !== before) this.inLine = true;
    if (this.copied)
      for (const made of this.blocks.slice(from))
        if (made.place !== "family" && made.place !== "allergies") made.place = "copied";
  }
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

/** Whether a paragraph broken at a fixed width goes on in the next line. */
function wraps(line: Line | undefined, next: Line | undefined): boolean {
  if (!line || !next || next.text.trim() === "" || BULLET.test(next.text) || /[\t|]/.test(next.text))
    return false;
  if (/^\s*[a-z][a-z /&,]{1,40}:/.test(next.text)) return false;
  const text = line.text.trimEnd();
  return /[.:;!?]$/.test(text) ? text.length >= 60 && /[.;]$/.test(text) : text.length >= 45;
}

function isContinued(line: Line | undefined, next: Line | undefined): boolean {
  if (!line || !next || BULLET.test(next.text) || next.text.trim() === "") return false;
  return /^\s{2,}\S/.test(next.text) && line.text.length > 40 && !isDetail(next);
}
