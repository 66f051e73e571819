/** Changes to a text or a page after which the reader must say the same, or the same of another medicine. */
import { readText } from "../../../src/content/language";
import { readPage } from "../../../src/content/read";
import type { Finding } from "../../../src/engine/finding";

/** What a reading says, less where it says it. */
export const said = (findings: readonly Finding[]): string[] =>
  findings.map(({ concept, status }) => `${concept} ${status}`);

export interface Relation {
  name: string;
  /** The changed text; undefined where the change does not apply to it. */
  change: (text: string) => string | undefined;
  /** What a finding's concept must become; the same where absent. */
  concept?: (concept: string) => string;
}

/** Replaces whole words as they are cased: "elidel", "Elidel", "ELIDEL". */
function exchange(text: string, pairs: Readonly<Record<string, string>>): string | undefined {
  const words = new RegExp(`(?<![\\p{L}\\p{N}])(?:${Object.keys(pairs).join("|")})(?![\\p{L}\\p{N}])`, "giu");
  const changed = text.replace(words, (word) => {
    const other = pairs[word.toLowerCase()] ?? word;
    if (word === word.toUpperCase()) return other.toUpperCase();
    return word[0] === word[0]?.toUpperCase() ? `${other[0]?.toUpperCase()}${other.slice(1)}` : other;
  });
  return changed === text ? undefined : changed;
}

const isProse = (text: string) => !/[\n\t|]/.test(text) && !/ {2}/.test(text);
/** With the space doubled that is nearest to the middle. */
function doubled(text: string): string | undefined {
  const at = text.indexOf(" ", text.length / 2);
  return at < 0 ? undefined : `${text.slice(0, at)} ${text.slice(at)}`;
}
const endsInStop = (text: string) => isProse(text) && /[a-z]\.$/.test(text);

/** Changes that hold for any text, whole or in pieces. */
export const SPELLINGS: readonly Relation[] = [
  { name: "in capitals", change: (text) => (text === text.toUpperCase() ? undefined : text.toUpperCase()) },
  {
    name: "soft hyphens inside words",
    change: (text) => text.replace(/(\p{L}{3})(?=\p{L}{3})/gu, "$1\u00ad"),
  },
  {
    name: "zero-width letters inside words",
    change: (text) => text.replace(/(\p{L}{2})(?=\p{L}{2})/gu, "$1\u200b"),
  },
  { name: "hard spaces", change: (text) => text.replaceAll(" ", "\u00a0") },
];

/** The cream under its trade name and the other way round. */
export const BRAND: Relation = {
  name: "pimecrolimus and Elidel exchanged",
  change: (text) => exchange(text, { pimecrolimus: "elidel", elidel: "pimecrolimus" }),
};

/** Another cream in its place: the same statuses, of the other. */
export const OTHER_CREAM: Relation = {
  name: "crisaborole in place of pimecrolimus",
  change: (text) =>
    /crisaborole|eucrisa/i.test(text)
      ? undefined
      : exchange(text, { pimecrolimus: "crisaborole", elidel: "eucrisa" }),
  concept: (concept) => (concept === "pimecrolimus" ? "crisaborole" : concept),
};

/** Changes of a whole text. */
export const RELATIONS: readonly Relation[] = [
  BRAND,
  OTHER_CREAM,
  ...SPELLINGS,
  {
    name: "a neutral sentence before",
    change: (text) => (isProse(text) ? `Seen today with an interpreter. ${text}` : undefined),
  },
  {
    name: "a neutral sentence after",
    change: (text) => `${text}${isProse(text) && /[.!?]$/.test(text) ? " " : "\n"}Vital signs were reviewed.`,
  },
  {
    name: "a neutral clause at the end",
    change: (text) =>
      endsInStop(text) ? `${text.slice(0, -1)}, as was written down at the desk.` : undefined,
  },
  {
    name: "a neutral clause at the beginning",
    change: (text) => (endsInStop(text) ? `As of this morning, ${text}` : undefined),
  },
  {
    name: "more spaces between sentences and after lines",
    change: (text) => `\n ${text.replace(/([.!?]) (?=\S)/g, "$1  ").replaceAll("\n", "  \n")} \n`,
  },
  {
    name: "one space doubled",
    change: (text) => (isProse(text) ? doubled(text) : undefined),
  },
  {
    name: "every space doubled",
    change: (text) => (isProse(text) ? text.replaceAll(" ", "  ") : undefined),
  },
  {
    name: "lines broken after some forty letters",
    change: (text) =>
      isProse(text) && text.length > 45 ? text.replace(/(.{38}\S*) (?=\S)/g, "$1\n") : undefined,
  },
  {
    name: "lines ended as Windows ends them",
    change: (text) => (text.includes("\n") ? text.replaceAll("\n", "\r\n") : undefined),
  },
];

/** A sentence as it may stand on a page. */
export const WRAPPINGS: Readonly<Record<string, (html: string) => string>> = {
  "in a paragraph": (html) => `<h2>Progress note</h2><p>${html}</p>`,
  "in an item of a list": (html) => `<h2>Progress note</h2><ul><li>${html}</li></ul>`,
  "in a cell": (html) => `<h2>Progress note</h2><table><tr><td>${html}</td></tr></table>`,
  "in boxes": (html) =>
    `<div><div class="x1"><span>Progress note</span></div><div><div><span>${html}</span></div></div></div>`,
  "in a row of dated notes": (html) =>
    `<table><tr><th>Date</th><th>Note</th></tr><tr><td>2026-11-02</td><td>${html}</td></tr></table>`,
};

export interface Broken {
  /** What was read after the change: a text, or a page's name. */
  of: string;
  expected: string[];
  got: string[];
}

const renamed = (findings: readonly Finding[], { concept }: Pick<Relation, "concept">) =>
  findings.map((finding) => ({ ...finding, concept: concept?.(finding.concept) ?? finding.concept }));

const compared = (of: string, expected: string[], got: string[]): Broken[] =>
  expected.join() === got.join() ? [] : [{ of, expected, got }];

/** How many texts a change applies to, and those which are read otherwise after it. */
export function brokenTexts(relation: Relation, texts: readonly string[]): { of: number; broken: Broken[] } {
  const pairs = texts.flatMap((text) => {
    const changed = relation.change(text);
    return changed === undefined ? [] : [[text, changed] as const];
  });
  const broken = pairs.flatMap(([text, changed]) =>
    compared(changed, said(renamed(readText(text), relation)), said(readText(changed))),
  );
  return { of: pairs.length, broken };
}

const asHtml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Sentences that are read otherwise on a page than alone. `page` is written over again and again. */
export function brokenByWrapping(
  wrap: (html: string) => string,
  texts: readonly string[],
  page: Document,
): Broken[] {
  return texts.flatMap((text) => {
    page.body.innerHTML = wrap(asHtml(text));
    return compared(text, said(readText(text)), said(readPage(page).findings));
  });
}

/** Texts that are one run of words: what a page can hold in one element. */
export const proseOf = (texts: readonly string[]) => texts.filter(isProse);
