/** Lines that were broken at a fixed width, as notes are stored, made whole again. */
import { BULLET, type HoldsName, type IsUpper } from "./block";

/** A line that ends with one of these is not at its end. */
const GOES_ON =
  /(?:,|\b(?:with|on|of|for|to|and|or|the|a|an|her|his|their|any|no|not|never|by|from|in|at|is|was|were|are|be|been|has|had|have|without|but|than|as|that|which|who|mit|und|oder|von|der|die|das|con|de|la|el|y|avec|et|du|des|since|after|starting|following|despite|may|will|would|should|could|until|while|because|during|include|includes|including|then|now|add|(?:may|will|should|would|could) (?:start|try|use|begin|add)))$/;
/** A verb that still wants its medicine. Without its subject it may head a list: "Treatments that failed". */
const WANTS_OBJECT =
  /(?:\b(?:she|he|they|we|i|patient|pt|mom|mother|dad|father|parents)|;)\s+(?:(?:has|have|had|been|just|also|then|is|are|was|not|now|only|recently|still|stopped|started)\s+)*(?:starts?|started|stops?|stopped|uses?|used|using|tries|tried|trying|takes?|took|taking|applies|applied|applying|tolerates|tolerated|failed|continues?|continued|restarted|began)$/;
/** What a line of its own may begin with: a label, a table. */
const OWN = /^\s*[a-z][a-z /&,]{1,40}:|[\t|]/;
/** "History of eczema: no", "Elidel - patient not taking": an answer is at its end. */
const ANSWERED = /(?:[:?]\s*no|[-–—:]\s*(?:patient |pt )?(?:is )?not taking)$/;
/** "BSA 12 %", "hydrocortisone 2.5 %": a number belongs to the word before it. */
const MEASURE = /\b(?:bsa|nrs|v?iga|easi|scorad|poem|dlqi)$/;
const STRENGTH = /^\d[\d.,]* ?%/;
const SHORTEST = 20;

/**
 * Folded text in which a line break inside a sentence is a space; nothing else changes, nor any offset. A line that
 * begins with a name may be the next of a list, and one with a capital the next sentence: they only go on where the
 * line before cannot be at its end. Linear.
 */
export function unwrap(text: string, isUpper: IsUpper, holdsName: HoldsName): string {
  const lines = text.split("\n");
  let start = 0;
  let made = lines[0] ?? "";
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined) break;
    const begin = start + line.length + 1;
    made += goesOn(line, next, begin, isUpper, holdsName) ? ` ${next}` : `\n${next}`;
    start = begin;
  }
  return made;
}

function goesOn(line: string, next: string, begin: number, isUpper: IsUpper, holdsName: HoldsName): boolean {
  const before = line.trimEnd();
  const after = next.trimStart();
  if (before.length < SHORTEST || after === "" || /[.:!?]$/.test(before) || /[\t|]/.test(line)) return false;
  if (BULLET.test(next) || OWN.test(next)) return false;
  if (ANSWERED.test(before)) return false;
  if (
    (STRENGTH.test(after) || MEASURE.test(before)) &&
    endsWithName(before, begin - line.length - 1, holdsName)
  )
    return true;
  if (GOES_ON.test(before) || WANTS_OBJECT.test(before)) return true;
  const first = begin + next.length - after.length;
  const word = /^\S+/.exec(after)?.[0] ?? "";
  return /^[a-z(]/.test(after) && !isUpper(first) && !holdsName(first, first + word.length);
}

/** What the number that comes next is of. `start`: where the line begins. */
function endsWithName(line: string, start: number, holdsName: HoldsName): boolean {
  const word = start + line.search(/\S+$/);
  return MEASURE.test(line) || holdsName(word, start + line.length);
}
