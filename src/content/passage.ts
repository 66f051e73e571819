import type { Coverage, Finding, SectionName } from "../engine/finding";

/** One cell of a table row or one part of a label–value pair; offsets into the passage's text. */
export interface Cell {
  /** Column head or label, as written; absent where the page gives none. */
  head?: string;
  start: number;
  end: number;
}

/**
 * A piece of the page that belongs together, and where it stands. Text is normalised (NFKC, no zero-width or soft
 * hyphen characters, single spaces; a tab between cells) and holds only what a person can see.
 */
export interface Passage {
  /** Its number on the page, so that a finding can be shown there. */
  number: number;
  kind: "paragraph" | "row" | "item" | "pair" | "field";
  text: string;
  cells?: Cell[];
  /** Section by heading or nearest short label. */
  section?: SectionName;
  /** The words that name the section, as written. */
  heading?: string;
  /** Group heading row, parent list label or list caption that governs it ("Discontinued", "Past medications"). */
  group?: string;
  /** Status words beside it: a badge, a column, a class of visible words. */
  status?: string;
  /** Struck through, or inside `<del>`. */
  struck?: boolean;
  /** State of its checkbox, where it has one. */
  checked?: boolean;
  /** Being typed: a form field, not a chart fact. */
  draft?: boolean;
  /** `lang` of the nearest ancestor that has one. */
  lang?: string;
}

/** Findings of one passage; `start` and `end` are offsets in its text. Pure. */
export type ReadPassage = (passage: Passage) => Finding[];

export type { Coverage, Finding };
