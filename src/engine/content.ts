/** The static words about items, as the panel shows them. Assembled from `knowledge/`; nothing here depends on a patient. */
import type { Jurisdiction } from "./facts";

/** primary: read in a stored copy of the primary document. secondary: in a secondary source only. unverified: neither (dossier §0.1). */
export type Verification = "primary" | "secondary" | "unverified" | "design";

/** One thing said, how far it was verified, and the ids of the sources it was read in. */
export interface Fact {
  text: string;
  verification: Verification[];
  sources: string[];
}

export interface Statement {
  /** "S0a", "S0b" (about the article itself), "S1" … "S35". */
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
  /** How it compares with the guidelines (dossier §2): codes, then a note; empty for S0a and S0b. */
  match: string;
  /** What the guidelines say; each fact ends with its sources and tag in brackets. */
  check: string;
  verification: Verification[];
  /** `check`, fact by fact. */
  checks?: Fact[];
  /** Ids of the items that stand on it. */
  items?: string[];
}

export interface Difference {
  id: string;
  /** Statement ids; "all": whatever the article grades; "whole": the article as such. */
  affects: string[];
  summary: string;
  /** For the clinician, two sentences at most. */
  text: string;
  verification: Verification[];
  /** For whom it matters, where not for everybody. */
  when?: string;
  /** The text to show instead where the jurisdiction is known. */
  variants?: Partial<Record<Jurisdiction, string>>;
}

export interface GuidelineCheck {
  body: string;
  says: string;
  verification: Verification[];
  /** Ids in `Content.sources`. */
  sources?: string[];
}

export interface LabelFact {
  jurisdiction: "US" | "UK" | "EU" | "other";
  topic: string;
  /** Complete in itself: begins with the topic, and with the drug on a card that has several. */
  text: string;
  /** Date of the label that was read, as stated; "not stated" where it has none. */
  labelDate: string;
  verification: Verification[];
  /** The product or drug the label is for, by name. */
  agent?: string;
  /** Id in `Content.sources`, or "none" where no label was read. */
  source?: string;
}

export interface ItemCard {
  id: string;
  title: string;
  /** Fits one line of 360 px: what it is. */
  line: string;
  /** What was not read in a primary source says so in brackets. */
  howTo: string[];
  /** What to know of the drug that no label says, e.g. why no dose is shown. */
  notes?: string[];
  statements: string[];
  differences: string[];
  guidelines: GuidelineCheck[];
  labels: LabelFact[];
}

export interface SourceReference {
  id: string;
  text: string;
  date: string;
  /** How much of it was read. */
  read?: string;
  verification?: Verification[];
}

/** Where the knowledge comes from and where it stops, for the page about it. */
export interface About {
  /** ISO date on which the facts were read. */
  factsReadOn: string;
  openPoints: string[];
  /** The thirteen source attributes of evidence-based decision support; a blank one says so. */
  sourceAttributes: { attribute: string; says: string }[];
  /** What a user needs to judge the basis of a recommendation independently. */
  aboutThisTool: { topic: string; says: string }[];
}

export interface Content {
  version: string;
  source: {
    title: string;
    publisher?: string;
    lastUpdated: string;
    /** The same date as the page prints it. */
    lastUpdatedAsPrinted?: string;
    /** What the article says of its own review. */
    ownStatus?: string;
    /** The review of this knowledge. */
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
  about?: About;
}
