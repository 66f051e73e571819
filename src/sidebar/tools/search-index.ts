import MiniSearch, { type Query } from "minisearch";
import type { Content, Verification } from "../../engine/content";
import type { WordKey } from "../words";
import { alike, NUMBER, pieces, termOf, WORD } from "./search-words";

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
    const groups = asked.map((term): Query => ({ combineWith: "OR", queries: [term, ...alike(term)] }));
    const all = index.search({ combineWith: "AND", queries: groups });
    const most = () => {
      const met = new Map<string, number>();
      for (const group of groups)
        for (const { id } of index.search(group)) met.set(id, (met.get(id) ?? 0) + 1);
      return index
        .search({ combineWith: "OR", queries: groups })
        .filter(({ id }) => (met.get(id) ?? 0) > asked.length / 2);
    };
    return (all.length > 0 ? all : most()).flatMap(({ id, terms }) => {
      const passage = byId.get(id);
      return passage ? [{ ...passage, met: new Set(terms) }] : [];
    });
  };
}
