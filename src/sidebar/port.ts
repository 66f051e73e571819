import type { Advice } from "../engine/advice";
import type { Content } from "../engine/content";
import type { Corrections } from "../engine/corrections";
import type { Evidence } from "../engine/evidence";
import type { FactName, PatientFacts } from "../engine/facts";
import type { Coverage } from "../engine/finding";
import type { Sensitivity } from "../engine/sensitivity";

export type PanelState =
  | "not-permitted"
  | "no-answer"
  | "reading"
  | "nothing-found"
  | "confirm"
  | "advice"
  | "two-patients"
  | "lookup";

/** A fact that the engine refuses, and what would be accepted. */
export interface FactProblem {
  field: FactName;
  message: string;
}

/** All that the panel shows, for one reading of one patient (or one set of facts typed by hand). */
export interface PanelView {
  state: PanelState;
  /** Names tab, documents, visit and reading: what is shown may be corrected only while this still holds. */
  stamp: string;
  /** The documents it was read from: a view of an earlier visit to one of them is stale. */
  sources?: { document: string; visit: number }[];
  /** The page's own banner words; absent: "patient not identified on this page". */
  patient?: string;
  /** Milliseconds since 1970. */
  readAt?: number;
  coverage: Coverage[];
  /** Which half of the pair was found, in the page's words. */
  found: { pimecrolimus?: string; diagnosis?: string; unspecifiedEczema?: string };
  /** The facts in force: the chart's, with the clinician's corrections on top. */
  facts: PatientFacts;
  evidence: Evidence[];
  corrections: Corrections;
  pimecrolimusStart?: string;
  advice?: Advice;
  sensitivity: Sensitivity[];
  problems: FactProblem[];
}

/** What the panel can ask of the world outside it. The gallery and the tests give one of their own. */
export interface PanelPort {
  /** Calls back with every new view of the tab in front, and with `undefined` at once when the last one no longer holds. */
  watch(show: (view: PanelView | undefined) => void): () => void;
  content(): Promise<Content>;
  /** Replaces the clinician's corrections; resolves with the view that follows. */
  correct(stamp: string, corrections: Corrections): Promise<PanelView>;
  lookup(corrections: Corrections): Promise<PanelView>;
  /** Reads the tab in front again. */
  read(): Promise<void>;
  /** Reloads the tab in front. */
  reload(): Promise<void>;
  /** Asks for lasting access to the site in front; true if granted. To be called from a click. */
  allowSite(): Promise<boolean>;
  /** Shows the words in the page; false where they are gone. */
  showInPage(
    stamp: string,
    where: { frame: number; passage?: number; quote: string } | undefined,
  ): Promise<boolean>;
  /** The keyboard shortcut that reads a page, as the browser has it; empty where none is set. */
  shortcut(): Promise<string>;
  /** A word of the interface from the language catalogue. */
  word(key: string, ...substitutions: string[]): string;
}
