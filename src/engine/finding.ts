/** What the reader says of a page or a text: evidence, not a verdict. Shared by the content script and the engine. */

/**
 * listed: in a list whose status the page does not state. present: includes a chronic disease in the past history
 * unless resolved. historical: resolved, outgrown. hypothetical: possible, suspected, "if", education text.
 * other: another person, another meaning.
 */
export type ConditionStatus =
  | "listed"
  | "present"
  | "negated"
  | "family"
  | "historical"
  | "hypothetical"
  | "other";

/**
 * failed: stopped or judged inadequate for lack of effect. allergy: allergy or intolerance (`note` says which).
 * other: merely discussed, another person, another route than the concept's.
 */
export type MedicationStatus =
  | "listed"
  | "current"
  | "past"
  | "planned"
  | "failed"
  | "allergy"
  | "negated"
  | "other";

export type FindingKind =
  | "condition"
  | "medication"
  | "severity"
  | "site"
  | "infection"
  | "red-flag"
  | "other";

export type SectionName =
  | "problems"
  | "medications"
  | "allergies"
  | "family-history"
  | "note"
  | "orders"
  | "other";

export interface Finding {
  concept: string;
  kind: FindingKind;
  status: ConditionStatus | MedicationStatus;
  /** The matched words exactly as they stand in the text. */
  quote: string;
  /** Offsets in the string given to `readText`; absent from `readPage`. */
  start?: number;
  end?: number;
  section?: SectionName;
  /** ISO date stated for it, e.g. the start of a medication row. */
  date?: string;
  note?: string;
  /** What a severity or site finding says, in the words of the vocabulary ("moderate", "face"), or a score ("EASI 12"). */
  value?: string;
  /** Number of the passage on its page, so that the finding can be shown there; absent from `readText`. */
  passage?: number;
}

export type CoverageState = "read" | "partly" | "reading" | "empty" | "unreadable";

export interface Coverage {
  section: string;
  /** partly: paged, filtered, collapsed. reading: not finished. unreadable: another site's frame, a PDF. */
  state: CoverageState;
  count: number;
}

export interface PagePatient {
  /** Stable for one patient on this page; says nothing about them. */
  key: string;
  ageMonths?: number;
  /** The banner's own words. */
  label?: string;
  /** One digest per part of the identity that the page states, so that frames showing different parts can be compared. */
  parts?: { name?: string; birth?: string; record?: string };
  sex?: "female" | "male";
}

export interface PageReading {
  findings: Finding[];
  patient?: PagePatient;
  coverage: Coverage[];
  /** Two people on one page: no patient, and no advice. */
  twoPatients?: boolean;
}
