/** Where a text holds names and codes of the terminology. One pass, longest name first. */
import { CODES, type Code, type Concept, namesOf, TERMS, type Term } from "../../engine/terminology";
import { explained, isAtopicDermatitis } from "./abbreviation";
import type { Folded } from "./fold";
import { MEASURE_NAMES, measureAt } from "./measures";
import { routed } from "./route";
import { anyOf, nameOf } from "./trie";

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

const byName = new Map<string, Term>();
for (const term of TERMS)
  for (const name of [...namesOf(term.names), ...namesOf(term.misspelt)]) byName.set(nameOf(name), term);

/** The two abbreviations that mean something only by what stands around them. */
const ABBREVIATIONS = ["ad", "ae"];

const NAMES = anyOf([...byName.keys(), ...ABBREVIATIONS, ...MEASURE_NAMES]);
const MEASURES: ReadonlySet<string> = new Set(MEASURE_NAMES);
/** Shapes of codes; what a shape means is looked up. */
const CODE_SHAPES =
  /(?<![a-z0-9.])(?:[bchil]\d\d\.[0-9a-z]{1,4}|\d{4,5}-\d{3,4}(?:-\d{1,2})?|24079001|43116000|rx(?:norm|cui)\W{0,3}(?:code|id|cui)?\W{0,3}\d{6,7})(?![a-z0-9])/g;
const CODE_HINT = /\d{3}-|[bchil]\d\d\.|24079001|43116000|rx(?:norm|cui)/;

/** Whether a text may hold anything that the reader looks for. Linear, no context. */
export function holdsName(folded: string): boolean {
  NAMES.lastIndex = 0;
  for (let match = NAMES.exec(folded); match; match = NAMES.exec(folded))
    if (byName.get(nameOf(match[0]))?.concept !== null) return true;
  return CODE_HINT.test(folded);
}

/** Names and codes in order of place, none overlapping. `raw` is what `folded` was made from. */
export function findNames(raw: string, folded: Folded): Hit[] {
  const { text } = folded;
  const found: { start: number; end: number; name: string; term: Term | undefined }[] = [];
  for (const match of text.matchAll(NAMES)) {
    const name = nameOf(match[0]);
    found.push({ start: match.index, end: match.index + match[0].length, name, term: byName.get(name) });
  }
  const abbreviated = found.some(({ name }) => ABBREVIATIONS.includes(name));
  const names = abbreviated ? explained(text) : new Set<string>();
  const hits: Hit[] = [];
  found.forEach(({ start, end, name, term }, index) => {
    if (MEASURES.has(name)) {
      const measure = measureAt(text, writtenAs(raw, folded, start, end), name, start, end);
      if (measure) hits.push({ name, ...measure });
      return;
    }
    if (!term) {
      const written = { raw, folded, start, end, name, explained: names };
      if (isAtopicDermatitis(written)) hits.push({ start, end, name, concept: "atopic-dermatitis" });
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

const writtenAs = (raw: string, { from }: Folded, start: number, end: number): string =>
  raw.slice(from?.[start] ?? start, (from?.[end - 1] ?? end - 1) + 1);

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

const prefixes: { prefix: string; code: Code }[] = CODES.flatMap((code) =>
  namesOf(code.codes).map((prefix) => ({ prefix: prefix.toLowerCase(), code })),
);

function findCodes(text: string): Hit[] {
  if (!CODE_HINT.test(text)) return [];
  const hits: Hit[] = [];
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
