/** Cards in plain text: a name, then lines or phrases that each say one thing of it ("Status: …", "Reason stopped: …"). */
import { BULLET, type Line } from "./block";
import type { Cell } from "./heads";
import type { Place } from "./places";

const NAMES: readonly (readonly [Place, RegExp])[] = [
  [
    "medications",
    /^\s*(?:medication|drug|medicine|med|product|prescription|medikament|medicamento|medicament)(?: name)?\s*[:=]/,
  ],
  ["allergies", /^\s*(?:allergen|substance)(?: name)?\s*[:=]/],
  ["problems", /^\s*(?:problem|diagnosis|dx|condition|diagnose|problema|diagnostic)(?: name)?\s*[:=]/],
];
const DETAIL =
  /(?<![a-z])((?:clinical |current |problem |medication |order |treatment )?status|(?:stop |discontinuation |d\/c )?reason(?: for)?(?: ?(?:stop|stopped|stopping|discontinued|discontinuing|discontinuation|dc|d\/c|ending|change))?|(?:stop|stopped|end|ended|expires|expiration|expired|discontinued|d\/c|start|started|begin|onset|resolved|resolution|noted)(?: date| on)?|date (?:started|stopped|noted|resolved|of onset|diagnosed)|currently taking|taking|last (?:dispensed|filled|fill|taken|refilled|refill)|sig|dose|dosage|directions|refills|quantity|qty|indication|outcome|response|effectiveness|result|route|frequency|verification|reaction|severity|prescriber|provider)\??(?: \(check [a-z ]+\))?\s*[:=]/g;
/** Labels that say how an entry stands; only they make a card of words that no label names. */
const STATE = /status|reason|stop|end|expire|discontinued|d\/c|resolved|taking|outcome|effectiveness/;
const LONGEST_NAME = 80;

/** The part of the chart that a card's first label names. */
export const cardPlace = (line: string): Place | undefined =>
  NAMES.find(([, sign]) => sign.test(line.replace(BULLET, "")))?.[0];

/** Whether a line only goes on with a card. */
export function isDetail(line: Line | undefined): boolean {
  if (!line) return false;
  DETAIL.lastIndex = 0;
  const found = DETAIL.exec(line.text);
  return found !== null && line.text.slice(0, found.index).replace(BULLET, "").trim() === "";
}

/** The parts of a card, the first without a head; undefined where the stretch is none. */
export function cardCells(text: string, start: number, end: number): Cell[] | undefined {
  const cells: Cell[] = [{ start, end }];
  const part = text.slice(start, end);
  for (const match of part.matchAll(DETAIL)) {
    const last = cells.at(-1);
    if (last) last.end = start + match.index;
    cells.push({ head: match[1] ?? "", start: start + match.index + match[0].length, end });
  }
  const [name] = cells;
  if (!name || cells.length < 2) return undefined;
  const words = text.slice(name.start, name.end);
  if (cardPlace(words)) return cells;
  const told = cells.some(({ head }) => head !== undefined && STATE.test(head));
  return told && words.trim() !== "" && words.length <= LONGEST_NAME && !/:/.test(words) ? cells : undefined;
}
