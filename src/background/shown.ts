/** What may be shown of a tab, and what is counted on the way: every view of a chart goes through here. */
import { ABSTENTIONS, type Happening, rulesFiring } from "../pilot/counting";
import { cueFits, PAIR_RULE } from "../pilot/manners";
import type { PanelView } from "../sidebar/port";
import { type Standing, standingAt } from "./policy";
import { recordsOf, type TabRecords } from "./records";
import { underTerms } from "./under-terms";
import { type Place, viewOf } from "./view";
import { cueMeter, during, type Visit, visitOf } from "./visits";

export const placeOf = ({ policy: { terms, origins } }: Standing): Place => ({
  jurisdiction: terms.jurisdiction,
  fixed: origins.jurisdiction === "policy",
});

/** The view of a tab as it may be shown at `now`, and the terms and records that it was made from. */
export async function shownView(
  tabId: number,
  now: number,
  known?: { records: TabRecords; standing: Standing },
): Promise<{ view: PanelView; raw: PanelView; standing: Standing; records: TabRecords }> {
  const [records, standing] = known
    ? [known.records, known.standing]
    : await Promise.all([recordsOf(tabId), standingAt(now)]);
  const raw = viewOf(tabId, records, now, placeOf(standing));
  const [visit, meter] = await Promise.all([visitOf(raw.stamp, standing.today), cueMeter()]);
  const fenced = records.tab?.fenced && records.frames.length === 0;
  const view = underTerms(raw, standing, { fenced, visit, meter });
  return { view, raw, standing, records };
}

/** Counts what a reading of the tab amounts to, and tells whether the toolbar should give a cue. */
export async function decideCue(tabId: number, now: number): Promise<boolean> {
  const { raw, standing } = await shownView(tabId, now);
  if (!standing.reads) return false;
  const { advice } = raw;
  if (raw.state === "advice" && advice) {
    return during(raw.stamp, standing, (visit, meter) => {
      const happenings = rulesFiring(advice).map((rule): Happening => ({ event: "would-fire", rule }));
      const result = mayCue(visit, meter.given, standing);
      if (result && !visit.cued) {
        visit.cued = true;
        meter.given++;
      }
      if (result) happenings.push({ event: "cued", rule: PAIR_RULE });
      return { happenings, result };
    });
  }
  const abstention = ABSTENTIONS.find((state) => state === raw.state);
  const half = Object.values(raw.found).some((quote) => quote !== undefined);
  if (abstention && (half || abstention === "two-patients")) {
    const happening: Happening = { event: "abstained", rule: PAIR_RULE, feedback: abstention };
    await during(raw.stamp, standing, () => ({ happenings: [happening], result: undefined }));
  }
  return false;
}

function mayCue(visit: Visit, given: number, { silence, snoozes, policy }: Standing): boolean {
  if (silence || visit.dismissed[PAIR_RULE] || snoozes.some(({ rule }) => rule === PAIR_RULE)) return false;
  // Charged once a patient and visit: a patient who had a cue today keeps it.
  return visit.cued || cueFits(given, policy.terms.maxCuesPerDay);
}
