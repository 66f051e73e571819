/** What a text or a passage of a page says of the patient's skin disease and its treatment. Pure; never throws. */
import type { Finding } from "../../engine/finding";
import type { Passage } from "../passage";
import { findNames, holderOf, holdsName, learnNames } from "./find";
import { fold } from "./fold";
import { layoutOf } from "./layout";
import { blocksOf } from "./passages";
import { isUpperIn, readBlocks } from "./read";
import { unwrap } from "./unwrap";
import { conditionMarks, drugMarks } from "./words";

export interface ReadOptions {
  /** ISO date against which an end date is past or to come; absent: an end date before 2090 is past. */
  today?: string;
}

/** Findings of one note or paragraph, in order of place; `start` and `end` are offsets in `text`. */
export function readText(text: string, { today }: ReadOptions = {}): Finding[] {
  const source = { raw: text, folded: fold(text), today };
  const hits = findNames(text, source.folded);
  if (hits.length === 0) return [];
  const isUpper = isUpperIn(source);
  const holdsName = holderOf(hits);
  source.folded.text = unwrap(source.folded.text, isUpper, holdsName);
  return readBlocks(source, layoutOf(source.folded.text, isUpper, holdsName), hits);
}

/** More names than this in one passage are no clinician's text, and would hold the page up. */
const MOST_NAMES = 300;

/** Findings of one passage of a page; `start` and `end` are offsets in its text. */
export function readPassage(passage: Passage, { today }: ReadOptions = {}): Finding[] {
  const source = { raw: passage.text, folded: fold(passage.text), today };
  const hits = findNames(passage.text, source.folded).slice(0, MOST_NAMES);
  if (hits.length === 0) return [];
  const holdsName = holderOf(hits);
  if (passage.kind === "paragraph")
    source.folded.text = unwrap(source.folded.text, isUpperIn(source), holdsName);
  const findings = readBlocks(source, blocksOf(passage, source, holdsName), hits);
  return findings.map((finding) => ({
    ...finding,
    ...(passage.section && { section: passage.section }),
    passage: passage.number,
  }));
}

/** A cheap first look: false where neither reader would find anything. */
export function mentions(text: string): boolean {
  return holdsName(fold(text).text);
}

/** Builds, in pieces, the lists of words that the first text would wait for. Nothing is left to do a second time. */
export function* learn(): Generator<void> {
  yield* learnNames();
  for (const marks of [drugMarks, conditionMarks]) {
    marks("", 0, 0);
    yield;
  }
}

/** All that reads one passage after another needs. */
export const language = { readPassage, learn };
