/** Headings on lines of their own and in running text. */

import { type Block, BULLET, type HoldsName, type IsUpper, type Line } from "./block";
import { isSiteName } from "./measures";
import { LONGEST_HEADING, type Place, placeOf } from "./places";

/** Words of an older note, up to the next blank line. */
const COPIED =
  /\[?\b(?:copied|copy[- ]forward(?:ed)?|carried forward|pasted|imported|excerpt(?:ed)?)\s+(?:forward\s+)?(?:from|text|note)|^\W*(?:from|per|quoting|quote from|quoted from)\s+(?:the\s+)?(?:previous|prior|old|last|outside)\s+(?:\w+\s+)?(?:note|visit|record|records|consult|letter)|^\W*(?:from|per)\s+(?:\w+\s+){0,3}note\s+(?:of|dated|from|on)\b|^\s*>|^-+\s*(?:original|previous|prior|old) (?:note|message)|\bnote (?:of|dated|from) \d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\]|^\W*(?:previous|prior|old|last) (?:visit|note)\s*\(?\s*(?:of |dated |from )?\d/;

export const isCopied = (line: string): boolean => COPIED.test(line.slice(0, 200));

/** What part of the chart a whole line names; undefined where the line says more, or nothing of the kind. */
export function lineHeading(line: Line, next: Line | undefined, isUpper: IsUpper): Place | undefined {
  const colon = /:\s*[*_]*\s*$/.test(line.text);
  if (line.text.length > LONGEST_HEADING + 12 || (BULLET.test(line.text) && !colon)) return undefined;
  const label = labelOf(line.text);
  // "ALLERGIES: none. MEDICATIONS:" holds two.
  if (/[:;.]\s/.test(label)) return undefined;
  const place = placeOf(label, colon && allCapitals(line, isUpper));
  if (!place || colon || /^\s*#/.test(line.text)) return place;
  if (place === "other") return undefined;
  const first = line.start + line.text.length - line.text.trimStart().length;
  return isUpper(first) || (next !== undefined && BULLET.test(next.text)) ? place : undefined;
}

export const labelOf = (line: string): string =>
  line
    .replace(BULLET, "")
    .replace(/[:\s*_#=-]+$/, "")
    .replace(/^[#*_=\s]+/, "");

function allCapitals({ start, text }: Line, isUpper: IsUpper): boolean {
  let letters = 0;
  for (let i = 0; i < Math.min(text.length, LONGEST_HEADING); i++) {
    const char = text[i] ?? "";
    if (char === ":") break;
    if (!/[a-z]/.test(char)) continue;
    if (!isUpper(start + i)) return false;
    letters++;
  }
  return letters > 1;
}

/** Splits a paragraph at the headings inside it; gives the part of the chart that the text after it stands in. */
export function splitAtHeadings(
  text: string,
  block: Block,
  isUpper: IsUpper,
  holdsName: HoldsName,
  into: Block[],
): Place {
  let place = block.place;
  let from = block.start;
  const part = text.slice(block.start, block.end);
  for (const { index } of part.matchAll(/:(?!\d)/g)) {
    const colon = block.start + index;
    const found = labelBefore(text, from, colon, isUpper);
    if (!found || holdsName(found.start, colon)) continue;
    if (text.slice(from, found.start).trim() !== "")
      into.push({ ...block, start: from, end: found.start, place });
    place = found.place;
    from = colon + 1;
  }
  // "PMH - eczema"
  const dashed = from === block.start ? /^\s*([a-z][a-z/& ]{1,24}?)\s*-\s+/.exec(part.slice(0, 40)) : null;
  const named = dashed?.[1] ? placeOf(dashed[1]) : undefined;
  if (dashed && named && named !== "other" && named !== "note") {
    place = named;
    from = block.start + dashed[0].length;
  }
  const none = place === "allergies" ? NO_ALLERGY.exec(text.slice(from, block.end))?.[0].length : undefined;
  if (none !== undefined) {
    into.push({ ...block, start: from, end: from + none, place });
    place = "note";
    from += none;
  }
  if (text.slice(from, block.end).trim() !== "") into.push({ ...block, start: from, end: block.end, place });
  return place;
}

/** "Allergies: none." says all there is to say: what comes after stands in that part no more. */
const NO_ALLERGY =
  /^\W*(?:none(?: (?:known|reported|listed|noted|on file))?|nil(?: known)?|nkda|nka|no (?:known )?(?:drug |medication |food |environmental |other )*allerg(?:y|ies)|denies(?: any| all)?(?: (?:drug |known )?allergies)?|keine(?: bekannt)?|ninguna|aucune)\s*(?:[.;]|$)/;

/** Boundaries back to which a heading may reach, the surest first. */
const REACHES = [/[^.;!?\n\]•]*$/, /[^,.;!?\n\]•]*$/, /(?:(?! {2}| - )[^\n])*$/];

/** The heading that ends at a colon, if what stands before it, back to a boundary, is one. */
function labelBefore(
  text: string,
  from: number,
  colon: number,
  isUpper: IsUpper,
): { place: Place; start: number } | undefined {
  const reach = Math.max(from, colon - LONGEST_HEADING - 2);
  const before = text.slice(reach, colon);
  for (const boundary of REACHES) {
    const offset = before.search(boundary);
    const start = reach + offset;
    if (offset === 0 && reach > from) continue;
    const label = text.slice(start, colon).replace(BULLET, "").trim();
    // In capitals too "FACE: pimecrolimus" tells where it is put.
    if (!label || isSiteName(label)) continue;
    // Three spaces part what stood in columns, where the last column is a heading of its own.
    const columns = label.split(/ {3,}/);
    if (columns.length > 1 && placeOf(columns.at(-1) ?? "")) continue;
    const at = colon - (text.slice(start, colon).length - text.slice(start, colon).indexOf(label));
    const line = { start: at, end: colon, text: label };
    // "Rx: triamcinolone, 30 g" in running text is today's order; "Rx" over a list, the list.
    const place = label === "rx" ? "plan" : placeOf(label, allCapitals(line, isUpper));
    const opens = start === from || isUpper(at) || /[.;\n]/.test(text[start - 1] ?? "");
    if (place && opens && (place !== "note" || label.length > 2 || start === from)) return { place, start };
  }
  return undefined;
}
