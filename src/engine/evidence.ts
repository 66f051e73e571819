import type { FactId } from "./corrections";
import type { FactName, PatientFacts } from "./facts";
import type { PageReading, SectionName } from "./finding";

/** The words of the page behind a fact, and where to find them again. */
export interface Quote {
  quote: string;
  section?: SectionName;
  date?: string;
  /** Index of the reading (frame) given to `resolve`. */
  frame: number;
  passage?: number;
}

export interface Evidence {
  id: FactId;
  fact: FactName;
  /** The value as the chart has it, in the vocabulary's word or as a number with its unit in the fact's name. */
  value: string | number | boolean;
  quotes: Quote[];
  /** What stands against it: both are shown, neither is resolved silently. */
  against?: Quote[];
  note?: string;
}

export interface Resolved {
  facts: PatientFacts;
  evidence: Evidence[];
  /** ISO date on which pimecrolimus was started, where the page states one: an upper bound of use, not use (dossier §4.1). */
  pimecrolimusStart?: string;
  /** The page's own words for the eczema that is not stated to be atopic. */
  found: { pimecrolimus?: Quote; diagnosis?: Quote; unspecifiedEczema?: Quote };
}

export type Resolve = (readings: PageReading[], today: string) => Resolved;
