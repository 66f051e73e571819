/** Trigger words of a table, found in one pass, longest first. */
import { anyOf, expand, nameOf } from "./trie";

export interface Mark<Kind extends string> {
  kinds: readonly Kind[];
  start: number;
  end: number;
  word: string;
}

export type Marker<Kind extends string> = (text: string, start: number, end: number) => Mark<Kind>[];

/** A finder for the words of `table`; a word may stand in several lists. Offsets are those of `text`. */
export function markerOf<Kind extends string>(table: Readonly<Record<Kind, string>>): Marker<Kind> {
  const kindsOf = new Map<string, Kind[]>();
  let pattern: RegExp | undefined;
  const learn = () => {
    for (const [kind, words] of Object.entries(table) as [Kind, string][])
      for (const name of expand(words)) {
        const kinds = kindsOf.get(name) ?? [];
        if (!kinds.includes(kind)) kinds.push(kind);
        kindsOf.set(name, kinds);
      }
    return anyOf(kindsOf.keys());
  };
  return (text, start, end) => {
    pattern ??= learn();
    const marks: Mark<Kind>[] = [];
    for (const match of text.slice(start, end).matchAll(pattern)) {
      const word = nameOf(match[0]);
      const from = start + match.index;
      marks.push({ kinds: kindsOf.get(word) ?? [], start: from, end: from + match[0].length, word });
    }
    return marks;
  };
}

/** How many words stand in a stretch. */
export function wordsIn(text: string): number {
  return text.match(/[a-z0-9\u0400-\u04ff][^\s,;:()/]*/g)?.length ?? 0;
}
