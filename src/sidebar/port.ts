import type { Advice } from "../engine/advice";
import type { Content } from "../engine/content";
import type { Corrections } from "../engine/corrections";
import type { Evidence } from "../engine/evidence";
import type { FactName, PatientFacts, Site } from "../engine/facts";
import type { Coverage } from "../engine/finding";
import type { DispensedAgainstExpected, ExpectedGrams, NoFigure } from "../engine/grams";
import type { Handout } from "../engine/handout";
import type { Sensitivity } from "../engine/sensitivity";
import type { SeverityFromScore, SeverityScale } from "../engine/severity-scores";
import type { Muted, OverrideReason } from "../pilot/manners";
import type { Formulary } from "../pilot/terms";

/** What only the panel sees the clinician do. */
export type PanelEvent = "option-opened" | "copied" | "handout";

export type PanelState =
  | "not-permitted"
  | "no-answer"
  | "reading"
  | "nothing-found"
  | "confirm"
  | "advice"
  | "two-patients"
  | "lookup";

/**
 * Why less is shown than could be. off, ended, knowledge, shadow: nothing is shown at all, and the view holds nothing.
 * site: the clinic does not let this site be read. lists-only: notes were left out.
 */
export type NoticeCode = "off" | "ended" | "knowledge" | "shadow" | "site" | "lists-only";

/** What the clinic's policy and the user's settings do to a view. */
export interface PilotView {
  notice?: { code: NoticeCode; contact?: string };
  /** Items left out of the advice, and who left them out. */
  muted: Muted[];
  /** The clinic's own words about what it stocks; they change no status. */
  formulary: Formulary;
  /** Cues given today on the toolbar; no budget, no limit. */
  cues: { given: number; budget?: number };
  /** The cue is silent up to and including this day. */
  cueSnoozedUntil?: string;
  /** In which weights are typed. */
  units?: "metric" | "imperial";
  /** The whole advice was dismissed for this patient and visit. */
  dismissed?: OverrideReason;
}

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
  /** Absent where no terms were applied: in the gallery and in tests. */
  pilot?: PilotView;
}

export const ROLES = ["dermatology", "primary-care", "pharmacy-nursing"] as const;
/** Who reads: changes how much is explained, never what is advised. */
export type Role = (typeof ROLES)[number];

/** How much pimecrolimus the extent takes, and what was dispensed over how many weeks, where that is known. */
export interface GramsQuestion {
  ageMonths?: number;
  sites?: Site[];
  bsaPercent?: number;
  gramsDispensed?: number;
  weeks?: number;
}

export interface GramsAnswer {
  expected?: ExpectedGrams | NoFigure;
  dispensed?: DispensedAgainstExpected | NoFigure;
  /** Which number was refused, and what would be accepted. */
  problem?: { field: string; accepted: string };
}

/** A site that may come to be read without a press, and the browser's way of asking. */
export interface SiteOffer {
  /** Its name, where that is known. */
  host?: string;
  /** granted: it is read without a press already. by-request: the browser asks beside its toolbar. */
  way: "granted" | "ask" | "by-request";
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
  /** What can be offered for the site in front to be read without a press; undefined: nothing. */
  site(): Promise<SiteOffer | undefined>;
  /** Asks for lasting access to the site in front. To be called from a click. */
  allowSite(): Promise<"granted" | "refused" | "asked">;
  /** Shows the words in the page; false where they are gone. */
  showInPage(
    stamp: string,
    where: { frame: number; passage?: number; quote: string } | undefined,
  ): Promise<boolean>;
  /** Dismisses one item, or the whole advice, for this patient and visit. */
  dismiss?(stamp: string, reason: OverrideReason, item?: string): Promise<PanelView>;
  /** Takes a dismissal back. */
  restore?(stamp: string, item?: string): Promise<PanelView>;
  /** Silences one item, or the cue, for 1 to 90 days; 0 ends it. */
  snooze?(stamp: string, days: number, item?: string): Promise<PanelView>;
  /** Counts what the clinician did with the advice, on this machine and only where counting is on. */
  count?(stamp: string, event: PanelEvent, item?: string): void;
  openSettings?(): Promise<void>;
  /** The keyboard shortcut that reads a page, as the browser has it; empty where none is set. */
  shortcut(): Promise<string>;
  /** The severity that a score stands for. */
  severityOf(scale: SeverityScale, score: number): Promise<SeverityFromScore>;
  grams(question: GramsQuestion): Promise<GramsAnswer>;
  /** The pages that may be printed for these facts. */
  handouts(facts: PatientFacts): Promise<Handout[]>;
  /** Who reads, as last chosen on this machine; and the choice itself. No patient's datum. */
  role?(): Promise<Role | undefined>;
  chooseRole?(role: Role): Promise<void>;
  /** A word of the interface from the language catalogue. */
  word(key: string, ...substitutions: string[]): string;
}
