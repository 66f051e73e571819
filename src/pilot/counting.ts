/**
 * What is counted: how often each rule did what on a day. Every part of a cell comes from a closed list, so nothing of
 * a patient, a page or a text can stand in it.
 */
import type { Advice } from "../engine/advice";
import type { FactName } from "../engine/facts";
import { RED_FLAGS } from "../engine/vocabulary";
import { isDay } from "./day";
import { ITEMS } from "./items";
import { PAIR_RULE, REASONS } from "./manners";
import type { Terms } from "./terms";

export const EVENTS = [
  "would-fire",
  "cued",
  "opened",
  "option-opened",
  "copied",
  "handout",
  "dismissed",
  "snoozed",
  "corrected",
  "abstained",
] as const;
export type CountedEvent = (typeof EVENTS)[number];

/** All red flags together: a rare one on a date says too much about one person. */
export const RED_FLAG_RULE = "red-flag";

/** Why no advice was given though half of the pair stood in the chart. */
export const ABSTENTIONS = ["confirm", "two-patients", "nothing-found"] as const;

const FACT_NAMES = [
  "diagnosis",
  "onPimecrolimus",
  "jurisdiction",
  "ageMonths",
  "weightKg",
  "severity",
  "activeFlare",
  "acuteSevereFlare",
  "steroidSparingPlan",
  "sites",
  "bsaPercent",
  "infection",
  "redFlags",
  "pimecrolimus",
  "adherence",
  "tried",
  "pregnancy",
  "immunocompromised",
  "allergies",
  "conditions",
  "medications",
] as const satisfies readonly FactName[];

const isRedFlag = (id: string) => RED_FLAGS.some((flag) => flag === id);

export const RULES: readonly string[] = [PAIR_RULE, RED_FLAG_RULE, ...ITEMS.filter((id) => !isRedFlag(id))];

/** Words that may stand as feedback of an event; the others have none. */
const FEEDBACK_OF: Partial<Record<CountedEvent, readonly string[]>> = {
  dismissed: REASONS,
  corrected: FACT_NAMES,
  abstained: ABSTENTIONS,
};

export interface Happening {
  event: CountedEvent;
  rule: string;
  feedback?: string;
}

/** How often one thing happened on one day. `feedback` is "" where there is none. */
export interface Cell {
  day: string;
  rule: string;
  event: CountedEvent;
  feedback: string;
  count: number;
}

/** What may be kept of a happening under the terms in force; undefined: nothing. */
export function counted(
  { event, rule: id, feedback }: Happening,
  feedbackTerm: Terms["feedback"],
): Required<Happening> | undefined {
  const rule = isRedFlag(id) ? RED_FLAG_RULE : id;
  if (feedbackTerm === "off" || !EVENTS.includes(event) || !RULES.includes(rule)) return undefined;
  const known = feedback !== undefined && FEEDBACK_OF[event]?.includes(feedback);
  return { event, rule, feedback: feedbackTerm === "coded" && known ? feedback : "" };
}

/** A cell as storage holds it, if it is one. */
export function cellOf(stored: unknown): Cell | undefined {
  const { day, rule, event, feedback, count } = (stored ?? {}) as Partial<Record<keyof Cell, unknown>>;
  const kept = EVENTS.find((candidate) => candidate === event);
  if (!kept || !isDay(day) || typeof rule !== "string" || !RULES.includes(rule)) return undefined;
  if (typeof feedback !== "string" || !(feedback === "" || FEEDBACK_OF[kept]?.includes(feedback)))
    return undefined;
  if (!Number.isInteger(count) || Number(count) < 1) return undefined;
  return { day, rule, event: kept, feedback, count: Number(count) };
}

/** The rules that have something to say in this advice: the pair, a red flag, what is offered, what the chart tripped. */
export function rulesFiring(advice: Advice): string[] {
  const offered = (["options", "adjuncts", "secondary", "escalation", "rescue"] as const)
    .flatMap((group) => advice[group])
    .filter(({ status }) => ["recommend", "consider", "caution"].includes(status));
  const tripped = advice.pitfalls.filter(({ reasons }) => reasons.some(({ code }) => code === "tripped"));
  return [
    PAIR_RULE,
    ...(advice.redFlags.length > 0 ? [RED_FLAG_RULE] : []),
    ...[...offered, ...tripped].map(({ id }) => id),
  ];
}

/** The fact that an id of a correction speaks of: "conditions.netherton" is `conditions`, and no more is counted. */
export const factOf = (factId: string): string | undefined =>
  FACT_NAMES.find((name) => factId === name || factId.startsWith(`${name}.`));
