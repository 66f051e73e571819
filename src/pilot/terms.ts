/** The terms under which Nextline runs: what a clinic's policy, else the user, else the default says. */
import type { AgentId, Jurisdiction } from "../engine/facts";
import { ROLES } from "../sidebar/port";

export { ROLES };

export const MODES = ["off", "shadow", "live"] as const;
export const FEEDBACKS = ["off", "counts", "coded"] as const;
export const AVAILABILITIES = ["preferred", "available", "prior-authorisation", "unavailable"] as const;
export const UNITS = ["metric", "imperial"] as const;

/** Longest free text of a formulary entry, in characters. */
export const NOTE_LIMIT = 120;

export interface FormularyEntry {
  status?: (typeof AVAILABILITIES)[number];
  note?: string;
}
export type Formulary = Partial<Record<AgentId, FormularyEntry>>;

/** Every term and the type of its value; the name is the key in a managed policy and in the user's settings. */
export interface Terms {
  /** off: kill switch. shadow: evaluate and count, show nothing. */
  mode: (typeof MODES)[number];
  /** Match patterns of the pages that may be read; undefined: the browser's permissions alone decide. */
  ehrHosts: string[] | undefined;
  /** The one version of the knowledge that may be shown. */
  rulePackPin: string | undefined;
  disabledRules: string[];
  /** False: medication, problem, allergy and order lists only. */
  readNotes: boolean;
  /** Cues on the toolbar a day; undefined: no limit. */
  maxCuesPerDay: number | undefined;
  /** counts: events without reasons. coded: with coded reasons. */
  feedback: (typeof FEEDBACKS)[number];
  /** Last day of the pilot; "unreadable" counts as over. */
  pilotEnds: string | undefined;
  jurisdiction: Jurisdiction | undefined;
  formulary: Formulary;
  contactText: string | undefined;
  locationCode: string | undefined;
  /** The organisation holds the documented consent that Firefox asks for where it installs by policy. */
  consentDocumented: boolean;
  role: (typeof ROLES)[number];
  units: (typeof UNITS)[number];
  userCode: string | undefined;
}
export type TermName = keyof Terms;

export type Origin = "policy" | "user" | "default";

export type ProblemCode =
  | "not-one-of"
  | "not-true-or-false"
  | "not-a-number"
  | "not-a-day"
  | "not-a-list"
  | "not-an-object"
  | "not-a-pattern"
  | "not-an-item"
  | "safety-item"
  | "not-an-agent"
  | "too-long"
  | "not-a-code"
  | "not-a-text"
  | "unknown-key"
  | "not-arrived"
  | "missing";

/** A value that could not be taken as it stands: where, what it was, and what would have been. */
export interface Problem {
  key: string;
  code: ProblemCode;
  given?: string;
  accepted?: string;
}

export interface Policy {
  /** A managed policy is there at all. */
  managed: boolean;
  terms: Terms;
  origins: Record<TermName, Origin>;
  problems: Problem[];
}

export const UNREADABLE = "unreadable";
