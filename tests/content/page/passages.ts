import { JSDOM } from "jsdom";
import { PageReader } from "../../../src/content/page/reader";
import type { Passage, ReadPassage } from "../../../src/content/passage";
import { atOnce } from "../../../src/content/watch/slices";
import type { PageReading } from "../../../src/engine/finding";

const NAMES = /pimecrolimus|elidel|atopic dermatitis|eczema|tacrolimus|hydrocortisone|urticaria/gi;

export const TODAY = new Date(2026, 10, 22);

export const pageOf = (html: string, url = "https://ehr.example/chart"): Document =>
  new JSDOM(html, { url }).window.document;

/** Reads a page with a language that knows a few names and gives each as listed: what counts here are the passages. */
export function readWith(page: Document): { passages: Passage[]; reading: PageReading; found: string[] } {
  const passages: Passage[] = [];
  const readPassage: ReadPassage = (passage) => {
    if (new RegExp(NAMES.source, "i").test(passage.text)) passages.push(passage);
    return [...passage.text.matchAll(NAMES)].map((match) => ({
      concept: match[0].toLowerCase(),
      kind: "other",
      status: "listed",
      quote: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }));
  };
  const reading = atOnce(new PageReader(page, { readPassage, *learn() {} }, () => TODAY).read(true));
  return { passages, reading, found: reading.findings.map(({ quote }) => quote) };
}

export const read1 = (html: string) => readWith(pageOf(html));

/** The passages of a page, without what every one has. */
export const passagesOf = (html: string): Partial<Passage>[] =>
  read1(html).passages.map(({ number: _, ...passage }) => passage);

/** Cells of a passage as head and text. */
export const cellsIn = (passage: Partial<Passage> | undefined) =>
  (passage?.cells ?? []).map(({ head, start, end }) => [head, passage?.text?.slice(start, end)]);
