import MiniSearch from "minisearch";
import type { Content, Verification } from "../../engine/content";
import type { WordKey } from "../words";

/** One thing that the guidance says. */
export interface Passage {
  id: string;
  kind: WordKey & `search_${string}`;
  /** What it is about, in words. */
  about: string;
  text: string;
  /** Where it is from: a statement's number, a guideline's body, a label with its date. */
  from: string;
  verification: Verification[];
  /** The item whose card says it. */
  item?: string;
}

export interface Hit extends Passage {
  /** Words of the passage that the query met, as `termOf` writes them. */
  met: ReadonlySet<string>;
}

/** Words that carry nothing. */
const EMPTY = new Set(
  "a all an and any are about as at be by can do does for from how i if in is it of on or she he that the they this to use used what when which who why with".split(
    " ",
  ),
);

/** What people type, as far as its endings are gone, and the word that the guidance uses. */
const SAME: Record<string, string> = {
  aad: "aad",
  baby: "infant",
  babie: "infant",
  bsa: "surface",
  burned: "burn",
  burnt: "burn",
  children: "child",
  cyclosporin: "ciclosporin",
  cyclosporine: "ciclosporin",
  dupixent: "dupilumab",
  elidel: "pimecrolimus",
  emollient: "moisturiser",
  eucrisa: "crisaborole",
  itchy: "itch",
  kid: "child",
  lactat: "breastfeed",
  lactation: "breastfeed",
  moisturizer: "moisturiser",
  nurs: "breastfeed",
  opzelura: "ruxolitinib",
  pediatric: "paediatric",
  protopic: "tacrolimus",
  pruritu: "itch",
  steroid: "corticosteroid",
  strength: "potency",
  tcs: "corticosteroid",
  vaccination: "vaccine",
};

const NUMBER = /^\d/;
const WORD = /\d+(?:[.,]\d+)*|[\p{L}]+/gu;

/**
 * A word as it is indexed: lower case, singular, without "-ing", the guidance's own; undefined where it carries nothing.
 * "Nothing about stinging" would be untrue of a guidance that says what stings.
 */
export function termOf(word: string): string | undefined {
  const lower = word.toLowerCase();
  if (EMPTY.has(lower)) return undefined;
  const singular = lower.length > 4 && /[^s]s$/.test(lower) ? lower.slice(0, -1) : lower;
  const stem = singular.replace(/(?<=.{4})ing$/, "");
  return SAME[stem] ?? stem;
}

/** A text in pieces, alternating between what is no word and words. */
export function pieces(text: string): { text: string; term?: string }[] {
  const found: { text: string; term?: string }[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    if (match.index > end) found.push({ text: text.slice(end, match.index) });
    found.push({ text: match[0], term: termOf(match[0]) });
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ text: text.slice(end) });
  return found;
}

/** Statements, label facts, differences, guideline checks, notes and ways of use, as passages to search. */
export function passagesOf(content: Content): Passage[] {
  const titles = new Map(content.items.map(({ id, title }) => [id, title]));
  const statements = content.statements.map((statement): Omit<Passage, "id"> => {
    const item = statement.items?.[0];
    return {
      kind: "search_statement",
      about: (item && titles.get(item)) ?? "",
      text: statement.text,
      from: [statement.id, ...statement.citations.map((number) => `[${number}]`)].join(" "),
      verification: [],
      item,
    };
  });
  const differences = content.differences.flatMap(
    ({ id, affects, summary, text, variants, verification }) => {
      const item = content.items.find((card) => card.differences.includes(id))?.id;
      // A text for several countries stands once.
      const texts = new Set([text, ...Object.values(variants ?? {})]);
      return [...texts].map(
        (one): Omit<Passage, "id"> => ({
          kind: "search_difference",
          about: summary,
          text: one,
          from: [id, ...affects.filter((statement) => /\d/.test(statement))].join(", "),
          verification,
          item,
        }),
      );
    },
  );
  const cards = content.items.flatMap(({ id: item, title: about, howTo, notes = [], labels, guidelines }) => [
    ...howTo.map(
      (text): Omit<Passage, "id"> => ({
        kind: "search_how_to",
        about,
        text,
        from: "",
        verification: [],
        item,
      }),
    ),
    ...notes.map(
      (text): Omit<Passage, "id"> => ({ kind: "search_note", about, text, from: "", verification: [], item }),
    ),
    ...labels.map(
      ({ agent, topic, text, jurisdiction, labelDate, verification }): Omit<Passage, "id"> => ({
        kind: "search_label",
        about: [agent ?? about, topic].join(", "),
        text,
        from: [jurisdiction === "other" ? "" : jurisdiction, labelDate].filter(Boolean).join(", "),
        verification,
        item,
      }),
    ),
    ...guidelines.map(
      ({ body, says, verification }): Omit<Passage, "id"> => ({
        kind: "search_guideline",
        about,
        text: says,
        from: body,
        verification,
        item,
      }),
    ),
  ]);
  return [...statements, ...differences, ...cards].map((passage, index) => ({
    ...passage,
    id: String(index),
  }));
}

/** Searches passages: every word of the query must be met; where none has all, one that has most of them will do. */
export function searcherOf(content: Content): (query: string) => Hit[] {
  const passages = passagesOf(content);
  const index = new MiniSearch<Passage>({
    fields: ["about", "text", "from"],
    tokenize: (text) => text.match(WORD) ?? [],
    processTerm: (word) => termOf(word) ?? null,
    searchOptions: {
      // A strength or an age is that number, and no other that begins or looks alike.
      prefix: (term) => term.length > 2 && !NUMBER.test(term),
      fuzzy: (term) => (term.length > 5 && !NUMBER.test(term) ? 0.2 : false),
      boost: { about: 2 },
    },
  });
  index.addAll(passages);
  const byId = new Map(passages.map((passage) => [passage.id, passage]));

  return (query) => {
    const asked = pieces(query).flatMap(({ term }) => term ?? []);
    if (asked.length === 0) return [];
    const all = index.search(query, { combineWith: "AND" });
    const most = () =>
      index
        .search(query, { combineWith: "OR" })
        .filter(({ queryTerms }) => queryTerms.length > asked.length / 2);
    return (all.length > 0 ? all : most()).flatMap(({ id, terms }) => {
      const passage = byId.get(id);
      return passage ? [{ ...passage, met: new Set(terms) }] : [];
    });
  };
}
