/** Trigger words of a table, found in one pass, longest first. */
import { alternatives } from "./expand";
import { Phrases, plainOf } from "./phrases";

export interface Mark<Kind extends string> {
  kinds: readonly Kind[];
  start: number;
  end: number;
  word: string;
}

export type Marker<Kind extends string> = (text: string, start: number, end: number) => Mark<Kind>[];

/** A finder for the words of `table`, built at its first use; a word may stand in several lists. */
export function markerOf<Kind extends string>(table: Readonly<Record<Kind, string>>): Marker<Kind> {
  let phrases: Phrases<Kind> | undefined;
  return (text, start, end) => {
    phrases ??= learn(table);
    return phrases.in(text, start, end).map((found) => ({
      kinds: found.values,
      start: found.start,
      end: found.end,
      word: plainOf(text.slice(found.start, found.end)),
    }));
  };
}

function learn<Kind extends string>(table: Readonly<Record<Kind, string>>): Phrases<Kind> {
  const entries = (Object.entries(table) as [Kind, string][]).flatMap(([kind, words]) =>
    alternatives(words).map((word): [string, Kind] => [word, kind]),
  );
  return new Phrases(entries, true);
}

/** How many words stand in a stretch. */
export function wordsIn(text: string): number {
  return text.match(/[a-z0-9\u0400-\u04ff][^\s,;:()/]*/g)?.length ?? 0;
}
