import type { Verification } from "./content";
import type { FactId } from "./corrections";
import type { FactName } from "./facts";
import { PITFALLS, type STATUSES } from "./vocabulary";

export type Status = (typeof STATUSES)[number];

export interface Reason {
  /** Stable key of the reason, e.g. "TAC-AGE" or "verify-first". */
  code: string;
  text: string;
  /** The fact that caused it, where one did. */
  fact?: FactName;
  /** Where it comes from: ids of the register of sources; none where it is a rule of this tool. */
  sources?: string[];
  /** How far that was verified. */
  verification?: Verification[];
  /** Of what the chart trips: ids of all facts behind it, as in `Evidence`, to find the chart's own entries by. */
  restsOn?: FactId[];
}

/** The source's own words for strength and certainty; "none" where it states none, never inferred. */
export interface Grade {
  strength: "strong" | "conditional" | "conditional-against" | "none";
  certainty: "high" | "moderate" | "low" | "none";
  /** Numbers of the source's reference list. */
  citations: string[];
}

export interface Item {
  id: string;
  /** "S1" … "S35"; empty only where `beyondSource`. */
  statements: string[];
  status: Status;
  /** Every reason, never just the first; empty where the item simply fits. */
  reasons: Reason[];
  grade: Grade;
  /** Not in the source article. */
  beyondSource?: boolean;
  /** The decision is a specialist's (dossier §5.3.2 "spec"). */
  specialist?: boolean;
  /** "Check before prescribing", in words: what is not known of this patient and would stand against it (R13). */
  check?: string[];
}

export interface Advice {
  applicability: "applies" | "confirm-diagnosis" | "not-applicable";
  redFlags: Item[];
  adherence: Item[];
  options: Item[];
  adjuncts: Item[];
  secondary: Item[];
  escalation: Item[];
  rescue: Item[];
  pitfalls: Item[];
  /** Unknown facts for which some value changes an item; `blocks` are those items' ids (R40). */
  missing: { fact: FactName; blocks: string[] }[];
}

export const GROUPS = [
  "redFlags",
  "adherence",
  "options",
  "adjuncts",
  "secondary",
  "escalation",
  "rescue",
  "pitfalls",
] as const;
export type Group = (typeof GROUPS)[number];

export const ITEM_IDS = {
  adherence: ["technique", "moisturizer-use", "triggers", "relapsing-nature"],
  options: ["tacrolimus-ointment", "topical-corticosteroid", "ruxolitinib-cream", "crisaborole-ointment"],
  optionsBeyondSource: ["roflumilast-cream", "tapinarof-cream"],
  adjuncts: ["moisturizer", "bathing", "wet-wraps"],
  secondary: ["infection-evaluation", "antistaphylococcal-antibiotics", "bleach-baths"],
  escalation: ["phototherapy", "dupilumab", "ciclosporin", "methotrexate", "azathioprine"],
  escalationBeyondSource: ["tralokinumab", "lebrikizumab", "nemolizumab", "upadacitinib", "abrocitinib"],
  rescue: ["oral-corticosteroid"],
  pitfalls: PITFALLS,
} as const;
