/** The static words about items, as the panel shows them. Assembled from `knowledge/`; nothing here depends on a patient. */

/** primary: read in a stored copy of the primary document. secondary: in a secondary source only. unverified: neither (dossier §0.1). */
export type Verification = "primary" | "secondary" | "unverified" | "design";

export interface Statement {
  id: string;
  kind: string;
  /** The source's statement in our own words. */
  text: string;
  strength: "strong" | "conditional" | "conditional-against" | "none";
  certainty: "high" | "moderate" | "low" | "none";
  citations: string[];
  /** For whom the statement holds, in its own terms. */
  conditions: string[];
  /** Conditions it needs but does not state. */
  unstated: string[];
  /** How it compares with the guidelines (dossier §2). */
  match: string;
  check: string;
  verification: Verification[];
}

export interface Difference {
  id: string;
  affects: string[];
  summary: string;
  /** For the clinician, two sentences at most. */
  text: string;
  verification: Verification[];
}

export interface GuidelineCheck {
  body: string;
  says: string;
  verification: Verification[];
}

export interface LabelFact {
  jurisdiction: "US" | "UK" | "EU" | "other";
  topic: string;
  text: string;
  /** Date of the label that was read, as stated; "not stated" where it has none. */
  labelDate: string;
  verification: Verification[];
}

export interface ItemCard {
  id: string;
  title: string;
  /** Fits one line of 360 px: what it is. */
  line: string;
  howTo: string[];
  statements: string[];
  differences: string[];
  guidelines: GuidelineCheck[];
  labels: LabelFact[];
}

export interface SourceReference {
  id: string;
  text: string;
  date: string;
}

export interface Content {
  version: string;
  source: {
    title: string;
    lastUpdated: string;
    reviewStatus: string;
    reviewer: null | string;
    references: SourceReference[];
  };
  /** ISO date after which the content is out of date. */
  reviewBy: string;
  statements: Statement[];
  differences: Difference[];
  items: ItemCard[];
  sources: SourceReference[];
}
