/** What short texts say about how much of a chart is shown ("1–5 of 6", "Show: Active", "No known allergies"). */
import type { CoverageState } from "../../engine/finding";

/** Something is still to come. */
export const BUSY =
  "[aria-busy=true],[role=progressbar],progress,[class*=skeleton i],[class*=spinner i],[class*=animate-pulse],[role=status][aria-label^=loading i]";

const RANGE = /(\d+)\s*(?:[-–—]|to|bis|a|à)\s*(\d+)\s*(?:of|von|de|sur|\/|out of)\s*(?:about )?(\d+)/i;
const ITEMS = /(\d+)\s*\/\s*(\d+)\s*(?:items?|entries|results|records|rows)\b/i;
const OUT_OF = /(?:showing|shown|anzeige|mostrando)\s*(?:first\s*)?(\d+)\s*(?:of|von|de|sur)\s*(\d+)/i;
const PAGE = /(?:page|p[áa]gina|seite)\s*(\d+)\s*(?:of|von|de|sur|\/)\s*(\d+)/i;
const FILTER =
  /^\s*(?:show(?:ing)?|filter(?:ed)?(?: by)?|view(?:ing)?|status|anzeigen|mostrar|afficher)\s*[:：]?\s*(?:only\s*)?(?:active|current|recent|open|my|last|past|inactive|aktive?|activ[oa]s|actifs|(?:the )?last \d+)\b/i;
const ONLY = /\b(?:active|current)\s+only\b|\bonly\s+(?:active|current)\b|\bfilters? applied\b/i;
const MORE =
  /^\s*(?:\+\s*\d+\s*(?:more)?|(?:show|see|view|load|display)\s+(?:all|more|\d+ more)\b.*|\d+\s+more\b.*|more…?|alle anzeigen|mehr anzeigen|ver m[áa]s|ver todos|voir plus|voir tout)\s*(?:\(\d+\))?\s*$/i;
const LOADING =
  /^\s*(?:loading|please wait|fetching|retrieving|cargando|wird geladen|lade|laden|chargement)\b.{0,30}(?:…|\.\.\.)?\s*$/i;
const EMPTY =
  /^\s*(?:(?:there are )?no (?:known |active |current |recorded |documented |data |results? )*(?:\p{L}+ ){0,3}?(?:to display|recorded|found|on file|documented|entered|listed|available|for this patient)\b.*|no known .{0,40}|no (?:active |current )?(?:medications?|problems?|conditions?|allerg\p{L}+|diagnoses|notes|data|results|entries)\.?|nothing (?:recorded|to display|found|on file|documented)\.?|none(?: recorded| known| on file| documented| reported)?\.?|nkda|nka|not on file|empty|sin (?:datos|registros|alergias|medicaci[óo]n).{0,30}|ning[uú]n\p{L}*.{0,30}|keine .{0,40}|aucune? .{0,40})\s*$/iu;

/** What a short text says about how much is shown. */
export function cueState(text: string): CoverageState | undefined {
  const range = RANGE.exec(text);
  if (range) {
    const [, from, to, total] = range.map(Number);
    if ((to ?? 0) >= (from ?? 0) && (total ?? 0) > (to ?? 0) - (from ?? 0) + 1) return "partly";
    return undefined;
  }
  const part = OUT_OF.exec(text) ?? ITEMS.exec(text);
  if (part) return Number(part[1]) < Number(part[2]) ? "partly" : undefined;
  const page = PAGE.exec(text);
  if (page) return Number(page[2]) > 1 ? "partly" : undefined;
  if (FILTER.test(text) || ONLY.test(text) || MORE.test(text)) return "partly";
  if (LOADING.test(text)) return "reading";
  return EMPTY.test(text) ? "empty" : undefined;
}

/** A text that says that nothing is recorded. */
export const saysEmpty = (text: string): boolean => EMPTY.test(text);
