/**
 * One look at a stretch of raw text: could anything in it matter? Generous, because a closer look follows; one pass
 * without backtracking, because nearly all text of a page ends here.
 */
import { namesOf, SCALES, TERMS } from "../../engine/terminology";
import { LABEL_NAMES } from "./labels";
import { isPlain, unaccented } from "./letters";

/** Words that stand everywhere on a chart: names that hold one are looked for by another word, or in whole. */
const COMMON =
  /^(?:active|chronic|acute|current|severe|pain|care|high|long|short|mid|low|hand|hands|foot|light|oral|skin|cell|system\w*|medium|early|adult|history|disease|infection|condition|drug|patient\w*|other|with|from|test|status|type|use|class|treatment|therapy|daily|positive|negative)$/;
const STEM = 6;
const SHORTEST = 4;

/** Words of the skin, shapes of codes, and beginnings of words that name people or say how much is shown. */
const OTHER =
  "skin|rash|lesion|plaque|itch|prurit|juck|piel|haut|peau|lichen|flexur|[bchil]\\d\\d\\.\\d|\\d{4}-\\d{3,4}-\\d|24079001|43116000|g\\d{1,2} ?p\\d|rxnorm|rxcui|dob|name ?:|age ?:|d\\.o\\.b|birth|born|mrn|patien|pacien|geb|nac\\.|nacim|nee? le|female|male|mujer|hombre|weibl|mannl|femme|homme|\\d\\s?(?:y|mo|jahr|ano|ans)|loading|cargando|geladen|chargement|wait|show|filter|anzeig|mostr|affich|page \\d|more|nothing|no (?:known|data|active|current|record|result|med|prob|all|entr|item)|none|nka|kein|ning|aucun|\\d\\s*(?:of|von|de|sur)\\s*\\d|\\.\\.\\.|\\b[a-z](?: [a-z]){4}\\b";
/** Left as they are, in capitals: glued to the next cell's words, initials have no boundary to look for. */
const INITIALS = ["AD", "CsA", "CyA"];

let prepared: { words: RegExp; initials: RegExp } | undefined;

/** Builds, in pieces, what every look needs. Nothing is left to do a second time. */
export function* prepare(): Generator<undefined> {
  if (prepared) return;
  const { stems, short } = beginnings();
  yield;
  // In order, so that the compiled search shares what they begin with.
  const sources: string[] = [];
  for (const stem of [...stems].sort()) if (!stem.startsWith(sources.at(-1) ?? " ")) sources.push(stem);
  const words = new RegExp(`${sources.map(escaped).join("|")}|${OTHER}`, "g");
  // A pattern is compiled when it is first used, and once more, to run faster, when it is used again.
  for (let use = 0; use < 2; use++) {
    words.test("");
    yield;
  }
  prepared = { words, initials: new RegExp([...short].map(escaped).join("|"), "g") };
}

function preparedNow(): { words: RegExp; initials: RegExp } {
  for (const pieces = prepare(); !prepared; ) pieces.next();
  return prepared;
}

/** With what the names begin that are looked for; `short` are looked for in whole, in capitals. */
function beginnings(): { stems: Set<string>; short: Set<string> } {
  const stems = new Set<string>();
  const short = new Set(INITIALS);
  const add = (name: string) => {
    // Whichever words a name has, its longest is the rarest.
    const words = name.split(/[\s-]+/).filter((each) => !COMMON.test(each));
    const word = words.reduce((long, next) => (next.length > long.length ? next : long), "");
    if (word.length >= SHORTEST || (word && !/^[a-z0-9]/.test(word))) stems.add(word.slice(0, STEM));
    else if (word === name) short.add(name.toUpperCase()).add(name.charAt(0).toUpperCase() + name.slice(1));
    else stems.add(name);
  };
  for (const { names, misspelt } of TERMS) for (const list of [names, misspelt]) namesOf(list).forEach(add);
  for (const [, names] of SCALES) namesOf(names).forEach(add);
  LABEL_NAMES.forEach(add);
  return { stems, short };
}

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** False only for text in which nothing matters. */
export function mayMatter(raw: string): boolean {
  const { words, initials } = preparedNow();
  const text = unaccented(raw);
  // Lower case once is many times cheaper than a search that takes both.
  return begins(words, text.toLowerCase()) || begins(initials, text);
}

/**
 * Which of some neighbouring texts may matter: the indexes, in order, of those in which something begins that does. What
 * stands in one text and goes on in the next is found in the first.
 */
export function hintsIn(raws: readonly string[]): number[] {
  const { words, initials } = preparedNow();
  const whole = raws.join("");
  const plain = isPlain(whole);
  // Without its accents a text has another length.
  const texts = plain ? raws : raws.map(unaccented);
  const text = plain ? whole : texts.join("");
  const found = new Set<number>();
  mark(words, text.toLowerCase(), texts, found);
  mark(initials, text, texts, found);
  return [...found].sort((a, b) => a - b);
}

function begins(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

function mark(pattern: RegExp, whole: string, texts: readonly string[], found: Set<number>): void {
  pattern.lastIndex = 0;
  let index = 0;
  let end = texts[0]?.length ?? 0;
  for (let match = pattern.exec(whole); match; match = pattern.exec(whole)) {
    while (end <= match.index) end += texts[++index]?.length ?? 0;
    found.add(index);
    // One is enough; what follows in the next text is looked for from its beginning.
    pattern.lastIndex = end;
  }
}
