/** Severity and place of the disease: scores anywhere, words only beside a name of the disease or its treatment (§6.5). */
import {
  namesOf,
  SCALES,
  SEVERITY_WORDS,
  SIGN_WORDS,
  SITE_WORDS,
  severityFromScore,
} from "../../engine/terminology";
import { Phrases, plainOf } from "./phrases";
import type { Span } from "./sentences";

export interface Measure extends Span {
  concept: "severity" | "site" | "bsa";
  value: string;
  note?: string;
}

const scaleOf = new Map(
  SCALES.flatMap(([scale, names]) => namesOf(names).map((name) => [plainOf(name), scale] as const)),
);
/** Names after which a number is a measure. */
export const MEASURE_NAMES: readonly string[] = [
  ...scaleOf.keys(),
  "bsa",
  "body surface area",
  "body surface",
];

/** Between a score's name and its number. "EASI-75" is a response, no score. */
const NUMBER =
  /^(?: ?-? ?(?:ad|score|scores|total|of|is|was|at|today|now|=|:|\(|,|\t|currently|approximately|about|approx|~|<|>|involved|involvement|affected)[\s:=(~]*| ?[:=(\t] ?| ){0,6}(\d{1,3}(?:\.\d{1,2})?)(?: ?(?:-|to) ?(\d{1,3}(?:\.\d{1,2})?))?( ?%)?(?!\s?(?:mg|kg|years|yrs|weeks|months|days|\d)|\.\d|\d)/;
const SCORE = String.raw`(\d{1,3}(?:\.\d{1,2})?)(?: ?%)?(?!\s?(?:mg|kg|years|yrs|weeks|wks|months|days|x|\d)|\.\d|\d|/)`;
/** "18 -> 6", "24 at baseline, now 3": where a score went counts, not where it came from. */
const WENT_TO = [
  new RegExp(
    String.raw`^(?: ?%)?(?: ?(?:-+>|=+>|→) ?\d{1,3}(?:\.\d{1,2})?(?: ?%)?)* ?(?:-+>|=+>|→) ?${SCORE}`,
  ),
  new RegExp(String.raw`^(?: ?%)?[^.;\n\d]{0,24}\b(?:now|today|currently)(?: is| at|:)? ?${SCORE}`),
];
/** "EASI improved from 22 to 4" */
const FROM_TO = new RegExp(
  String.raw`^ ?(?:scores? )?(?:(?:has |have )?(?:improved|decreased|went|down|fell|dropped|rose|increased|worsened|up|is|was) ){0,2}from \d{1,3}(?:\.\d{1,2})?(?: ?%)?(?: [a-z ]{2,20})? to ${SCORE}`,
);

/** The number beside a score's or extent's name, where it ends, and whether it is a share of something. */
function numberBeside(
  text: string,
  end: number,
): { value: number; stop: number; percent: boolean } | undefined {
  const rest = text.slice(end, end + 90);
  const moved = FROM_TO.exec(rest.replace(/\n/g, " "));
  if (moved) return { value: Number(moved[1]), stop: end + moved[0].length, percent: false };
  const found = NUMBER.exec(rest.slice(0, 60));
  if (!found) return undefined;
  const later = rest.slice(found[0].length);
  const went = WENT_TO.map((pattern) => pattern.exec(later)).find(Boolean);
  const value = Number(went?.[1] ?? found[2] ?? found[1]);
  return { value, stop: end + found[0].length + (went?.[0].length ?? 0), percent: found[3] !== undefined };
}
const PERCENT_BEFORE = /(\d{1,3}(?:\.\d{1,2})?) ?% ?(?:of )?(?:the |her |his |total |estimated |involved )?$/;

/** The measure that a name opens; undefined where no number of its scale stands beside it. */
export function measureAt(
  text: string,
  written: string,
  name: string,
  start: number,
  end: number,
): Measure | undefined {
  const scale = scaleOf.get(name);
  // Immunoglobulin A
  if (name === "iga" && /^IgA$/.test(written)) return undefined;
  const found = numberBeside(text, end);
  const stop = found?.stop ?? end;
  if (!scale) {
    const before = PERCENT_BEFORE.exec(text.slice(Math.max(0, start - 24), start));
    const percent = before ? Number(before[1]) : found?.value;
    if (
      percent === undefined ||
      percent > 100 ||
      /\bburn/.test(text.slice(Math.max(0, start - 60), end + 60))
    )
      return undefined;
    return {
      concept: "bsa",
      start: before ? start - before[0].length : start,
      end: before ? end : stop,
      value: String(percent),
    };
  }
  if (!found || found.percent) return undefined;
  const words = text.slice(start, stop).replace(/\s+/g, " ");
  const read = severityFromScore(scale, found.value);
  if ("problem" in read) return undefined;
  const [first, ...others] = read.readings;
  const value = first?.severities.at(-1);
  if (!first || !value) return undefined;
  const differ = others.map(({ by, severities }) => `; ${severities.join(" or ")} by ${by}`).join("");
  return {
    concept: "severity",
    start,
    end: stop,
    value,
    note: `${words}: ${first.band.replace("-", " ")} by ${first.by}${differ}`,
  };
}

const BASELINE =
  /\b(?:baseline|initial|initially|previous|previously|last visit|prior|earlier|from|started at)\b[^.;]{0,24}$/;
const THEN =
  /^ ?%? ?\(?(?:(?:at|on|from) (?:the )?(?:baseline|start|presentation|(?:initial|first|last|previous|prior) visit)|at first|initially|previously|last (?:visit|time))\b/;
/** Whether a score is one of earlier times. */
export const isEarlier = (text: string, sentence: Span, { start: at, end }: Span): boolean =>
  (THEN.test(text.slice(end, Math.min(sentence.end, end + 40))) ||
    BASELINE.test(text.slice(sentence.start, at))) &&
  !/\b(?:now|today|current|currently)\b[^.;]{0,20}$/.test(text.slice(sentence.start, at));

const severityOf = new Map(
  SEVERITY_WORDS.flatMap(([value, names]) => namesOf(names).map((name) => [plainOf(name), value] as const)),
);
const SEVERITY = new Phrases(severityOf);
const siteOf = new Map(
  SITE_WORDS.flatMap(([site, names]) => namesOf(names).map((name) => [plainOf(name), site] as const)),
);
const SITE = new Phrases(siteOf);

/** A label that names a part of the body and nothing else: "FACE". Folded. */
export const isSiteName = (label: string): boolean => SITE.at(label, 0, label.length)?.end === label.length;

const ADJECTIVES =
  /^(?:\s|,|-|(?:chronic|acute|adult|adult-onset|onset|pediatric|paediatric|childhood|facial|eyelid|flexural|widespread|diffuse|generalized|localized|recalcitrant|refractory|persistent|active|longstanding|recurrent|and|flare|flares|of|his|her|the|in|disease|case|exacerbation|known|persistent|underlying)\b){0,8}$/;
const AFTER =
  /^(?:\s|,|:|-|\(|(?:is|was|are|remains|remained|has been|currently|now|which|still|of|overall|today|appears|graded|rated|as|severity|considered|diffuse|chronic|with|in|the|her|his|both|and|bilateral|left|right|(?:upper |lower )?(?:trunk|face|neck|hands?|arms?|legs?|eyelids?|extremit\w+|scalp|elbows?|knees?|wrists?|feet|back|chest|flexures?|body))\b){0,8}$/;
const NOT_SKIN =
  /^\s*(?:itch\w*|prurit\w*|asthma|pain|allerg\w*|depress\w*|anxiety|sleep|symptoms|rhinitis|acne|xerosis|persistent|cough|intermittent|burning|stinging|reaction|food|to the touch|potency|strength|infection|erythema|amount)\b/;

/** The severity that words beside a name of the disease give it; undefined where they give none. */
export function severityBeside(text: string, sentence: Span, name: Span): Measure | undefined {
  for (const { start, end, value } of SEVERITY.in(text, sentence.start, sentence.end)) {
    const before =
      end <= name.start &&
      name.start - end < 60 &&
      value !== "clear" &&
      ADJECTIVES.test(text.slice(end, name.start));
    const after =
      start >= name.end &&
      start - name.end < 50 &&
      AFTER.test(text.slice(name.end, start)) &&
      !NOT_SKIN.test(text.slice(end, sentence.end));
    const denied = /\b(?:not|no|without|never)\s+(?:\w+\s+)?$/.test(
      text.slice(Math.max(sentence.start, start - 16), start),
    );
    if ((before || after) && !denied)
      return { concept: "severity", start, end, value, note: text.slice(start, end) };
  }
  return undefined;
}

const SPARED =
  /\b(?:spar\w+|without|no|not|none|clear of|clear on|never|except|excluding|avoid|away from)\b[^.;,]{0,40}$/;
const IS_SPARED =
  /^(?: (?:and|or|\/)? ?[a-z]+)?\s+(?:(?:is|are|was|were|remains?|appears?)\s+)?(?:completely |relatively |totally )?(?:spared|clear|uninvolved|unaffected|unremarkable|not (?:involved|affected)|free of)\b/;
/** "Back in two weeks", "hand out", "face to face" are no places. */
const NO_PLACE =
  /^\s*(?:in \d|in (?:one|two|three|four|six|a)|to (?:clinic|school|work|face|see|me|us|her|the)|pain|out\b|held|washing|sanitizer|exam|x-ray|on (?:elidel|track)|if\b)/;
const IS_BACK = /\b(?:the|her|his|upper|lower|mid|and|chest|trunk|on|of|arms|legs|neck)[\s,/]*$/;
const MOST_SITES = 8;

/** Places named in a sentence that speaks of the disease or of a cream for it. */
export function sitesIn(text: string, sentence: Span, names: readonly Span[]): Measure[] {
  const sites: Measure[] = [];
  for (const { start, end, value } of SITE.in(text, sentence.start, sentence.end)) {
    const word = plainOf(text.slice(start, end));
    const before = text.slice(sentence.start, start);
    if (names.some((name) => start < name.end && end > name.start && word !== "flexural")) continue;
    if (
      SPARED.test(before) ||
      IS_SPARED.test(text.slice(end, sentence.end)) ||
      NO_PLACE.test(text.slice(end, sentence.end))
    )
      continue;
    if (word === "back" && !IS_BACK.test(before)) continue;
    if (sites.every((site) => site.value !== value)) sites.push({ concept: "site", start, end, value });
    if (sites.length === MOST_SITES) break;
  }
  return sites;
}

const SIGNS = new RegExp(`(?<![a-z])(?:${SIGN_WORDS})`);
export const holdsSign = (text: string): boolean => SIGNS.test(text);
