/** Where a text holds names and codes of the terminology. One pass, longest name first. */
import { CODES, type Code, type Concept, namesOf, TERMS, type Term } from "../../engine/terminology";
import { explained, isAtopicDermatitis, unhidden } from "./abbreviation";
import type { Folded } from "./fold";
import { MEASURE_NAMES, measureAt } from "./measures";
import { Phrases, plainOf } from "./phrases";
import { routed } from "./route";

/** A name found, by its place in the folded text. */
export interface Hit {
  start: number;
  end: number;
  /** As it stands in the terminology. */
  name: string;
  concept: Concept;
  value?: string;
  /** The right name for another route: never a use of the concept. */
  wrongRoute?: boolean;
  note?: string;
}

/** The two abbreviations that mean something only by what stands around them. */
const ABBREVIATIONS = new Set(["ad", "ae"]);
const MEASURES: ReadonlySet<string> = new Set(MEASURE_NAMES);
/** Scripts that set no space between words. */
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

interface Names {
  phrases: Phrases<Term | null>;
  /** Finds where a name may begin. */
  begins: RegExp;
  unspaced: ReadonlyMap<string, Term>;
}

let names: Names | undefined;

/** Builds the names, in pieces; what the first look at a text would wait for. */
export function* learnNames(): Generator<void> {
  if (names) return;
  const entries: [string, Term | null][] = [...MEASURE_NAMES, ...ABBREVIATIONS].map((name) => [name, null]);
  const unspaced = new Map<string, Term>();
  for (const term of TERMS)
    for (const name of [...namesOf(term.names), ...namesOf(term.misspelt)]) {
      if (UNSPACED.test(name)) unspaced.set(name, term);
      else entries.push([name, term]);
    }
  yield;
  const phrases = new Phrases(entries);
  yield;
  const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  const first = phrases.firstWords.map(escaped).join("|");
  const begins = new RegExp(
    `(?<![a-z0-9\\u0400-\\u04ff])(?:${first})(?![a-z\\u0400-\\u04ff])|${[...unspaced.keys()].join("|")}`,
    "g",
  );
  // A pattern is compiled when it is first used, and once more, to run faster, when it is used again.
  for (let use = 0; use < 2; use++) {
    begins.test("");
    yield;
  }
  names = { phrases, begins, unspaced };
}

function namesNow(): Names {
  for (const pieces = learnNames(); !names; ) pieces.next();
  return names;
}

/** Shapes of codes; what a shape means is looked up. */
const CODE_SHAPES =
  /(?<![a-z0-9.])(?:[bchil]\d\d\.[0-9a-z]{1,4}|\d{4,5}-\d{3,4}(?:-\d{1,2})?|24079001|43116000|rx(?:norm|cui)\W{0,3}(?:code|id|cui)?\W{0,3}\d{6,7})(?![a-z0-9])/g;
const CODE_HINT = /g\d{1,2} ?p\d|\d{4}-\d{3}|[bchil]\d\d\.|24079001|43116000|rx(?:norm|cui)/;

/** Whether a text may hold anything that the reader looks for. Linear, no context. */
export function holdsName(folded: string): boolean {
  return (
    walkNames(folded, ({ term, name }) => term === null || term.concept !== null || MEASURES.has(name)) ||
    CODE_HINT.test(folded)
  );
}

/** Calls `visit` with each name in turn until it answers true; whether it did. */
function walkNames(text: string, visit: (found: Found) => boolean): boolean {
  const { phrases, begins, unspaced } = namesNow();
  begins.lastIndex = 0;
  for (let match = begins.exec(text); match; match = begins.exec(text)) {
    const { index } = match;
    const alone = unspaced.get(match[0]);
    const found = alone
      ? { start: index, end: index + match[0].length, value: alone }
      : phrases.at(text, index, text.length);
    if (!found) continue;
    begins.lastIndex = found.end;
    if (
      visit({
        start: found.start,
        end: found.end,
        name: plainOf(text.slice(found.start, found.end)),
        term: found.value,
      })
    )
      return true;
  }
  return false;
}

interface Found {
  start: number;
  end: number;
  name: string;
  term: Term | null;
}

/** Where this is spoken of as well, a bare "AD" needs words of the skin around it. */
const OTHER_AD = /alzheimer|dementia|directive|autosomal/;

/** Names and codes in order of place, none overlapping. `raw` is what `folded` was made from. */
export function findNames(raw: string, folded: Folded): Hit[] {
  const { text } = folded;
  const found: Found[] = [];
  walkNames(text, (one) => {
    found.push(one);
    return false;
  });
  const abbreviated = found.some(({ name }) => ABBREVIATIONS.has(name));
  const explainedNames = abbreviated ? explained(text) : new Set<string>();
  const hits: Hit[] = [];
  const named = (concept: RegExp) =>
    abbreviated && found.some(({ term }) => concept.test(term?.concept ?? "")) && !OTHER_AD.test(text);
  const isOfSkin = named(
    /^(?:eczema-(?!herpeticum)|pimecrolimus$|tacrolimus-topical$|dupilumab$|crisaborole$)/,
  );
  const isSkin = ({ start, end, name }: Found, meant: boolean) =>
    isAtopicDermatitis({ raw, folded, start, end, name, explained: explainedNames, meant, isOfSkin });
  // Who means atopic dermatitis by it once, or writes that out, means it throughout.
  const meant =
    named(/^atopic-dermatitis$/) || found.some((one) => ABBREVIATIONS.has(one.name) && isSkin(one, false));
  found.forEach(({ start, end, name, term }, index) => {
    if (MEASURES.has(name)) {
      const measure = measureAt(text, writtenAs(raw, folded, start, end), name, start, end);
      if (measure) hits.push({ name, ...measure });
      return;
    }
    if (!term) {
      if (isSkin({ start, end, name, term }, meant))
        hits.push({ start, end, name, concept: "atopic-dermatitis" });
      return;
    }
    if (term.concept === null || !fits(text, start, end, term)) return;
    if (term.capitals && writtenAs(raw, folded, start, end) !== name.toUpperCase()) return;
    const before = found[index - 1]?.end ?? 0;
    const after = found[index + 1]?.start ?? text.length;
    const meaning = routed(text, { start, end, name, term, before, after });
    if (meaning) hits.push({ start, end, name, ...meaning });
  });
  return merge(hits, findCodes(text));
}

/** As the text has it, but for signs that nobody sees. */
const writtenAs = (raw: string, { from }: Folded, start: number, end: number): string =>
  unhidden(raw.slice(from?.[start] ?? start, (from?.[end - 1] ?? end - 1) + 1));

/** How far around a name its vetoes and needs are looked for, in characters; never over a line's end. */
const AROUND = 160;

function fits(text: string, start: number, end: number, { vetoes, needs }: Term): boolean {
  if (!vetoes && !needs) return true;
  const from = text.lastIndexOf("\n", start) + 1;
  const to = text.indexOf("\n", end);
  const window = text.slice(
    Math.max(from, start - AROUND),
    Math.min(to < 0 ? text.length : to, end + AROUND),
  );
  return !(vetoes && beginsWord(window, vetoes)) && !(needs && !beginsWord(window, needs));
}

const beginnings = new Map<string, RegExp>();

/** Whether any word of `text` begins as one of `list` does. */
export function beginsWord(text: string, list: string): boolean {
  const known = beginnings.get(list) ?? new RegExp(`(?<![a-z])(?:${list.replace(/\+/g, "\\+")})`);
  beginnings.set(list, known);
  return known.test(text);
}

/** "G2P1 at 22 weeks", "G1P0 20w3d": with child, unless it tells of a birth or of somebody else. */
const GESTATION =
  /(?<![a-z0-9])g\d{1,2} ?p\d{1,5}(?![a-z0-9])[^.;\n]{0,30}?\b\d{1,2} ?(?:\+ ?\d|w(?:(?:ee)?ks?)?)(?: ?\d ?d(?:ays?)?)?(?![a-z0-9])/g;
const NOT_NOW =
  /\b(?:born|birth|deliver\w*|post ?partum|pp|s\/p|after|nsvd|svd|c-?sections?|old|ago|loss|miscarr\w*|demise|mother|mom|mum|wife|partner|sister|daughter)\b/;

function findGestation(text: string): Hit[] {
  return [...text.matchAll(GESTATION)]
    .filter(
      ({ 0: words, index }) => !NOT_NOW.test(text.slice(Math.max(0, index - 30), index + words.length + 30)),
    )
    .map(({ 0: words, index }) => ({
      start: index,
      end: index + words.length,
      name: words,
      concept: "pregnant" as const,
    }));
}

const prefixes: { prefix: string; code: Code }[] = CODES.flatMap((code) =>
  namesOf(code.codes).map((prefix) => ({ prefix: prefix.toLowerCase(), code })),
);

function findCodes(text: string): Hit[] {
  if (!CODE_HINT.test(text)) return [];
  const hits = findGestation(text);
  for (const match of text.matchAll(CODE_SHAPES)) {
    const name = match[0];
    const rxnorm = name.startsWith("rx");
    const shown = rxnorm ? (/\d+$/.exec(name)?.[0] ?? "") : name;
    const found = prefixes.find(({ prefix, code }) =>
      rxnorm
        ? code.system === "RxNorm" && shown === prefix
        : code.system !== "RxNorm" && shown.startsWith(prefix),
    );
    if (!found) continue;
    const { concept, value } = found.code;
    const start = match.index + name.length - shown.length;
    hits.push({
      start,
      end: match.index + name.length,
      name: shown,
      concept,
      value,
      note: found.code.system,
    });
  }
  return hits;
}

function merge(hits: Hit[], codes: Hit[]): Hit[] {
  if (codes.length === 0) return hits;
  return [...hits, ...codes].sort((a, b) => a.start - b.start);
}

/** Whether a name begins in a stretch of the text. `hits` in order; logarithmic. */
export function holderOf(hits: readonly Hit[]): (start: number, end: number) => boolean {
  return (start, end) => {
    let low = 0;
    let high = hits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((hits[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return (hits[low]?.start ?? Number.POSITIVE_INFINITY) < end;
  };
}
