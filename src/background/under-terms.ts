/** What the terms in force leave of a view. Pure. */
import { type CueMeter, cuesGiven, PAIR_RULE, quieten } from "../pilot/manners";
import type { PanelView, PilotView } from "../sidebar/port";
import type { Standing } from "./policy";
import { bareView } from "./view";
import type { Visit } from "./visits";

/** What else is known of the tab and its patient. */
export interface Surroundings {
  /** The policy does not let this page be read, and no frame in it either. */
  fenced?: boolean;
  visit?: Visit;
  meter?: CueMeter;
}

/** The view as it may be shown. Where the terms are silent nothing of the chart is left in it. */
export function underTerms(
  raw: PanelView,
  standing: Standing,
  { fenced, visit, meter }: Surroundings = {},
): PanelView {
  const { terms } = standing.policy;
  const contact = terms.contactText;
  const pilot: PilotView = {
    muted: [],
    formulary: {},
    cues: { given: cuesGiven(meter, standing.today), budget: terms.maxCuesPerDay },
    units: terms.units,
    cueSnoozedUntil: standing.snoozes.find(({ rule }) => rule === PAIR_RULE)?.until,
  };
  if (standing.silence) {
    return {
      ...bareView("no-answer", "silent"),
      pilot: { ...pilot, notice: { code: standing.silence, contact } },
    };
  }
  if (fenced)
    return {
      ...bareView("not-permitted", raw.stamp),
      pilot: { ...pilot, notice: { code: "site", contact } },
    };
  const dismissed = visit?.dismissed ?? {};
  pilot.formulary = terms.formulary;
  pilot.dismissed = dismissed[PAIR_RULE];
  if (!terms.readNotes && raw.readAt !== undefined) pilot.notice = { code: "lists-only", contact };
  if (!raw.advice) return { ...raw, pilot };
  const { advice, muted } = quieten(raw.advice, {
    policy: terms.disabledRules,
    snoozes: standing.snoozes,
    dismissed: Object.keys(dismissed),
  });
  const gone = new Set(muted.map(({ item }) => item));
  const sensitivity = raw.sensitivity.flatMap((fact) => {
    const outcomes = fact.outcomes.map(({ value, changes }) => ({
      value,
      changes: changes.filter(({ item }) => !gone.has(item)),
    }));
    return outcomes.some(({ changes }) => changes.length > 0) ? [{ ...fact, outcomes }] : [];
  });
  return { ...raw, advice, sensitivity, pilot: { ...pilot, muted } };
}
