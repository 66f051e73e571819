import { daysBetween, isoDay } from "../dates";
import type { PanelView } from "../port";

/** So long after its review-by date the content is no longer offered as options. */
export const WITHHELD_AFTER_DAYS = 180;

/** How the knowledge stands against the date by which it was to be reviewed. A date that cannot be read is overdue. */
export function standingOfContent(reviewBy: string, now: number): "fresh" | "overdue" | "withheld" {
  const late = daysBetween(reviewBy, isoDay(now));
  if (late === undefined) return "overdue";
  if (late > WITHHELD_AFTER_DAYS) return "withheld";
  return late > 0 ? "overdue" : "fresh";
}

/** A view of which content too old leaves the warnings and the facts, and no option. */
export function withheld(view: PanelView): PanelView {
  if (!view.advice) return view;
  const { applicability, redFlags } = view.advice;
  const nothing = {
    adherence: [],
    options: [],
    adjuncts: [],
    secondary: [],
    escalation: [],
    rescue: [],
    pitfalls: [],
  };
  return { ...view, advice: { applicability, redFlags, ...nothing, missing: [] }, sensitivity: [] };
}
