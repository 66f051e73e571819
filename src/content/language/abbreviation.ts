/** When "AD" is atopic dermatitis: written out in the same text, or among words of the skin and no others (§6.3). */
import { AD_CUES, AD_VETOES } from "../../engine/terminology";
import type { Folded } from "./fold";

interface Abbreviation {
  raw: string;
  folded: Folded;
  start: number;
  end: number;
  name: string;
  /** Abbreviations that the text explains. */
  explained: ReadonlySet<string>;
  /** The text has meant atopic dermatitis by it elsewhere. */
  meant: boolean;
  /** The text names an eczema or a treatment of it, and nothing else that the letters stand for. */
  isOfSkin: boolean;
}

const WORDS_AROUND = 8;
const REACH = 110;
/** Beside other ear and eye abbreviations it is the right ear. */
const EARS = /\b(?:AS|AU|OD|OS|OU|TM|TMs)\b/;

const wordsOf = (list: string) => new RegExp(`(?<![a-z])(?:${list})`);
const CUES = wordsOf(`${AD_CUES}|l20`);
const VETOES = wordsOf(AD_VETOES);

/** A directive that is signed, kept or talked over with a family; somebody's cause of death. */
const DIRECTIVE =
  /^\s*(?:,?\s*died\b|(?:form|forms|on file|status)\b|(?:was |were )?(?:discussed|reviewed|completed|updated|scanned|signed)\b[^.;]{0,24}\b(?:signed|family|file|proxy|witness\w*)\b)/;
/** "Start an AD": an antidepressant. A disease takes no article, but what it adjoins may: "an AD flare". */
const COUNTED = /\ban\s+$/;
const ADJOINS =
  /^\s*(?:flare|exacerbation|patient|action|skin|rash|lesion|plaque|diagnos|history|hist|clinic)/;

/** Said of diseases rather than of ears and wishes. */
const GRADED =
  /(?:^|\s)(?:mild|moderate|severe|mod|sev|chronic|lifelong|long-?standing|known|refractory|recalcitrant|uncontrolled|diagnosis of|history of|hx of|h\/o)\s*$/;
const GRADED_AFTER =
  /^\W{0,3}(?:mild|moderate|severe|well[- ]controlled|poorly[- ]controlled|uncontrolled)\b/;
/** No other meaning does. */
const FLARES = /^\s+(?:flar(?:e|es|ed|ing)|exacerbations?)\b/;

export function isAtopicDermatitis({
  raw,
  folded,
  start,
  end,
  name,
  explained,
  meant,
  isOfSkin,
}: Abbreviation): boolean {
  const { text, from } = folded;
  const written = unhidden(raw.slice(from?.[start] ?? start, (from?.[end - 1] ?? end - 1) + 1));
  if (written !== name.toUpperCase()) return false;
  if (explained.has(name)) return true;
  if (name === "ae") return false;
  const next = text.slice(end, end + REACH);
  const isCounted = COUNTED.test(text.slice(Math.max(0, start - 6), start)) && !ADJOINS.test(next);
  if (isCounted || DIRECTIVE.test(next)) return false;
  if (FLARES.test(next)) return true;
  const before = lastWords(text.slice(Math.max(0, start - REACH), start));
  const after = firstWords(next);
  const around = `${before} ${after}`;
  const rawAround = unhidden(
    raw.slice(Math.max(0, (from?.[start] ?? start) - 30), (from?.[end - 1] ?? end) + 30),
  );
  const isCued = meant || CUES.test(around) || (isOfSkin && (GRADED.test(before) || GRADED_AFTER.test(next)));
  return isCued && !VETOES.test(around) && !EARS.test(rawAround);
}

/** Without signs that nobody sees. */
export const unhidden = (raw: string) => raw.replace(/\p{Cf}/gu, "");
const lastWords = (text: string) => text.split(/\s+/).slice(-WORDS_AROUND).join(" ");
const firstWords = (text: string) => text.split(/\s+/, WORDS_AROUND + 1).join(" ");

/** The abbreviations that the text itself explains as atopic dermatitis or atopic eczema. */
export function explained(text: string): Set<string> {
  const names = new Set<string>();
  for (const pattern of EXPLANATIONS)
    for (const match of text.matchAll(pattern)) if (match[1]) names.add(match[1]);
  return names;
}

const EXPLANATIONS = [
  /atopic[ -](?:dermatitis|eczema)\s{0,2}[([,=:/-]{1,2}\s{0,2}"?(ad|ae)"?(?![a-z])/g,
  /(?<![a-z])(ad|ae)\s{0,2}[([=:/-]{1,2}\s{0,2}atopic[ -](?:dermatitis|eczema)/g,
];
