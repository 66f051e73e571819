/** A first, coarse look at a stretch of text: which later question could it answer? */
import { LONGEST_LABEL, type Meaning, meaningOf } from "./labels";
import { searchable } from "./normalise";

export interface Interest {
  /** May hold a name or word of the terminology. */
  term: boolean;
  /** Names a part of the chart, or a state. */
  label?: Meaning;
  /** May say who the patient is. */
  person: boolean;
  /** May say how much of the chart is shown. */
  cue: boolean;
}

/** Longest stretch in which a banner is looked for, in characters. */
const LONGEST_BANNER = 400;
const LONGEST_CUE = 120;

const PERSON =
  /\b(?:d\.?\s?o\.?\s?b|birth|born|patient\w{0,2}|paciente?|mrn|record (?:no|number)|id|yrs?|y\/?o|years?|months?|mos?|weeks?|wks?|jahre?|monate|a[nñ]os|meses|ans|mois|geb\w*|nac\w*|n[ée]e?|(?:fe)?male|mujer|hombre|weiblich|m[äa]nnlich|femme|homme)\b|\b\d{1,3}\s?y(?:o|rs)?\b|^\s*\p{Lu}[\p{L}'’-]+, \p{Lu}[\p{L}'’-]+/iu;
const CUE =
  /\b(?:of|de|von|sur|page|p[áa]gina|seite|show|showing|shows?|filter\w*|view|loading|fetching|wait|cargando|geladen|chargement|more|mehr|m[áa]s|plus|no|none|nothing|not|nil|nkda|nka|keine?|ning[uú]n\w*|sin|aucune?|empty|collapsed?|expand|hidden)\b|…|\.\.\./i;

/** Terms that may be searched for in raw text, cut words included. */
export type MayHoldTerm = (text: string) => boolean;

export function interestOf(raw: string, mayHoldTerm: MayHoldTerm, heading: boolean): Interest | undefined {
  const text = searchable(raw);
  const term = mayHoldTerm(text) || /(?:…|\.\.\.)\s*$/.test(text);
  const length = text.length;
  const label = length <= LONGEST_LABEL + 20 ? meaningOf(text.trim()) : undefined;
  const person = length <= LONGEST_BANNER && PERSON.test(text);
  const cue = length <= LONGEST_CUE && CUE.test(text);
  return term || label || person || cue || heading
    ? { term, label: label ?? (heading ? {} : undefined), person, cue }
    : undefined;
}
