/** A closer look at a stretch of text: which question could it answer? */

import { mentions } from "../language";
import { mayMatter } from "./hint";
import { LONGEST_LABEL, type Meaning, meaningOf } from "./labels";
import { unaccented } from "./letters";
import { rawText, type Stretch } from "./search";

export interface Interest {
  /** May hold a name of the terminology. */
  term: boolean;
  /** Names a part of the chart; `{}` for a heading that says something else. */
  label?: Meaning;
  /** May say who the patient is. */
  person: boolean;
  /** May say how much of the chart is shown. */
  cue: boolean;
}

export interface Run extends Stretch {
  interest: Interest;
}

/** Longest stretch in which a banner is looked for, in characters. */
const LONGEST_BANNER = 400;
const LONGEST_CUE = 120;
const KEPT = 3000;

const PERSON =
  /\b(?:(?:name|age)\s?:|(?:d\.?\s?o\.?\s?b|birth|born|patient\w{0,2}|paciente?|mrn|record (?:no|number)|id|yrs?|y\/?o|years?|months?|mos?|weeks?|wks?|jahre?|monate|anos|meses|ans|mois|geb\w*|nac\w*|nee?|(?:fe)?male|mujer|hombre|weiblich|mannlich|femme|homme)\b)|\b\d{1,3}\s?y(?:o|rs)?\b|^\s*[A-Z][A-Za-z'’-]+, [A-Z][A-Za-z'’-]+/i;
const CUE =
  /\d\s*(?:of|von|de|sur|\/)\s*\d|\b(?:showing|show|filter\w*|view|loading|fetching|wait|cargando|geladen|chargement|more|mehr|mas|plus|none|nothing|nkda|nka|keine?|ningun\w*|sin|aucune?|empty|only)\b|^\s*no \w/i;

/** Words cut short, whose whole may stand in a title. */
const CUT = /(?:…|\.\.\.)\s*$/;

const meanings = new Map<string, Meaning | undefined>();

function labelOf(text: string): Meaning | undefined {
  const known = meanings.get(text);
  if (known || meanings.has(text)) return known;
  const meaning = meaningOf(text);
  if (meanings.size > KEPT) meanings.clear();
  meanings.set(text, meaning);
  return meaning;
}

/** The words of a stretch's first piece. */
export const firstWords = ({ nodes }: Stretch): string =>
  nodes.find(({ data }) => data.trim())?.data.trim() ?? "";

/** A link or button beside a label: "Edit", "(collapse)", "+ Add". */
const ACTION =
  /^\W*(?:(?:edit|add|new|view|see|more|all|show|hide|expand|collapse|print|refresh|manage)\b\W*){0,2}$/i;

/** The words of a stretch's only piece that is no action; "" where there are several. */
export function besideActions({ nodes }: Stretch): string {
  const pieces = nodes.map(({ data }) => data.trim()).filter((data) => !ACTION.test(data));
  return pieces.length === 1 ? (pieces[0] ?? "") : "";
}

const holds = (raw: string): boolean => [mentions(raw), mentions("")][0] === true;

/** undefined: it answers nothing. `heading`: the text stands in a heading. */
export function interestOf(stretch: Stretch, heading: boolean): Interest | undefined {
  const raw = rawText(stretch);
  const text = unaccented(stretch.nodes.length > 1 ? rawText(stretch, " ") : raw);
  // Boxes side by side may be parts of one word, or words of their own.
  const term =
    (mayMatter(raw) && (holds(raw) || CUT.test(raw))) ||
    (stretch.nodes.length > 1 && mayMatter(text) && holds(text));
  const { length } = text;
  const named =
    length <= LONGEST_LABEL + 20
      ? (labelOf(text.trim()) ??
        (heading ? labelOf(firstWords(stretch)) : undefined) ??
        (stretch.nodes.length > 1 ? labelOf(besideActions(stretch)) : undefined))
      : undefined;
  // States ("Discontinued") are looked for where an entry was found: most stand in columns.
  // A heading without letters is a button's.
  const label = named?.section || (heading && /\p{L}/u.test(text)) ? (named ?? {}) : undefined;
  const person = length <= LONGEST_BANNER && PERSON.test(text);
  const cue = length <= LONGEST_CUE && CUE.test(text);
  return term || label || person || cue ? { term, label, person, cue } : undefined;
}
