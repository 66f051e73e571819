/** How often and how long Nextline speaks up: mutes, snoozes, dismissals, and the day's budget of cues. */
import { type Advice, GROUPS } from "../engine/advice";
import { addDays, isDay } from "./day";
import { isMutable, mustStay } from "./items";

/**
 * Why advice was dismissed: codes of HL7's non-adherence-reason-codes, and one of our own for a chart read wrongly.
 * http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes
 */
export const REASONS = [
  "action-completed",
  "action-unsuccessful",
  "patient-contraindication",
  "prefers-alternative",
  "too-costly-uncovered",
  "service-not-available",
  "need-more-info",
  "limited-time",
  "does-not-align-latest-evidence",
  "cds-not-applicable",
  "detection-wrong",
] as const;
export type OverrideReason = (typeof REASONS)[number];

/** The rule that pimecrolimus with atopic dermatitis calls for advice: what the cue on the toolbar stands for. */
export const PAIR_RULE = "pimecrolimus-and-atopic-dermatitis";

/** Longest snooze, in days. */
export const LONGEST_SNOOZE = 90;

/** A rule that is silent up to and including the day `until`. */
export interface Snooze {
  rule: string;
  until: string;
}

export const maySnooze = (rule: string): boolean => rule === PAIR_RULE || isMutable(rule);

/** Snoozes that are still running on `today`; what storage held is not trusted, so none runs longer than it may. */
export function runningSnoozes(stored: unknown, today: string): Snooze[] {
  if (!Array.isArray(stored)) return [];
  const latest = addDays(today, LONGEST_SNOOZE);
  return stored.flatMap((entry: unknown): Snooze[] => {
    const { rule, until } = (entry ?? {}) as Record<string, unknown>;
    if (typeof rule !== "string" || !maySnooze(rule) || !isDay(until)) return [];
    return until >= today && until <= latest ? [{ rule, until }] : [];
  });
}

/**
 * The snoozes with one more, which replaces an earlier one of the same rule. Undefined where the rule may not be
 * silenced or `days` is not a whole number of 1 to 90.
 */
export function withSnooze(
  snoozes: Snooze[],
  rule: string,
  days: number,
  today: string,
): Snooze[] | undefined {
  if (!maySnooze(rule) || !Number.isInteger(days) || days < 1 || days > LONGEST_SNOOZE) return undefined;
  // The day of the snooze is its first.
  const until = addDays(today, days - 1);
  return [...snoozes.filter((snooze) => snooze.rule !== rule), { rule, until }];
}

/** Who keeps an item out of sight, and until when. */
export interface Muted {
  item: string;
  by: "policy" | "snooze" | "dismissal";
  until?: string;
}

export interface Mutes {
  policy: string[];
  snoozes: Snooze[];
  /** Items dismissed for this patient and visit. */
  dismissed: string[];
}

/** The advice without what is muted, and what was left out of it. What must stay in sight stays. */
export function quieten(advice: Advice, mutes: Mutes): { advice: Advice; muted: Muted[] } {
  const muted: Muted[] = [];
  const quiet = { ...advice };
  for (const group of GROUPS) {
    quiet[group] = advice[group].filter((item) => {
      const why = mustStay(item, group) ? undefined : whyMuted(item.id, mutes);
      if (why) muted.push(why);
      return !why;
    });
  }
  const gone = new Set(muted.map(({ item }) => item));
  quiet.missing = advice.missing
    .map((fact) => ({ ...fact, blocks: fact.blocks.filter((item) => !gone.has(item)) }))
    .filter(({ blocks }) => blocks.length > 0);
  return { advice: quiet, muted };
}

function whyMuted(item: string, { policy, snoozes, dismissed }: Mutes): Muted | undefined {
  if (policy.includes(item)) return { item, by: "policy" };
  const snooze = snoozes.find(({ rule }) => rule === item);
  if (snooze) return { item, by: "snooze", until: snooze.until };
  return dismissed.includes(item) ? { item, by: "dismissal" } : undefined;
}

/** Cues given on a day. */
export interface CueMeter {
  day: string;
  given: number;
}

export const cuesGiven = (meter: CueMeter | undefined, today: string): number =>
  meter?.day === today ? meter.given : 0;

/** Whether one more cue fits the day's budget; no budget, no limit. */
export const cueFits = (given: number, budget: number | undefined): boolean =>
  budget === undefined || given < budget;
