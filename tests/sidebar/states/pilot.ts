import { type Surroundings, underTerms } from "../../../src/background/under-terms";
import { PAIR_RULE } from "../../../src/pilot/manners";
import { policyOf } from "../../../src/pilot/policy";
import { type FakePort, viewOfChart } from "../fake-worker";
import * as charts from "./charts";
import { onChart, type State, type Step } from "./state";

const TODAY = "2026-11-23";

type Standing = Parameters<typeof underTerms>[1];
type Terms = { managed?: object; standing?: Partial<Standing>; surroundings?: Surroundings };

const dismissing = (dismissed: NonNullable<Surroundings["visit"]>["dismissed"]): Surroundings => ({
  visit: { day: TODAY, counted: [], cued: true, dismissed },
});

/** A chart as a clinic's policy leaves it. */
function underPolicy(name: string, chart: charts.Chart, terms: Terms, steps: Step[] = []): State {
  const { managed = {}, standing = {}, surroundings } = terms;
  const policy = policyOf(managed, {});
  const view = underTerms(
    viewOfChart(chart),
    { policy, today: TODAY, reads: true, snoozes: [], ...standing },
    surroundings,
  );
  return {
    ...onChart(name, chart, steps),
    view,
    prepare(port: FakePort) {
      port.dismiss = port.restore = port.snooze = async () => view;
    },
  };
}

const FORMULARY = {
  "ruxolitinib-cream": { status: "prior-authorisation", note: "Form 12 on the intranet" },
  "crisaborole-ointment": { status: "unavailable" },
};

/** What a clinic's terms, and the clinician's own, add to the panel or take from it. */
export const PILOT_STATES: State[] = [
  underPolicy("pilot-formulary", charts.ADULT_COMPLETE, {
    managed: { formulary: FORMULARY, maxCuesPerDay: 5 },
    surroundings: { meter: { day: TODAY, given: 2 } },
  }),
  underPolicy("pilot-left-out", charts.ADULT_COMPLETE, {
    managed: { disabledRules: ["bleach-baths"] },
    standing: {
      snoozes: [
        { rule: "bathing", until: "2026-12-01" },
        { rule: PAIR_RULE, until: "2026-12-10" },
      ],
    },
    surroundings: dismissing({ "wet-wraps": "limited-time" }),
  }),
  underPolicy("pilot-quieten", charts.ADULT_COMPLETE, {}, [".left .quieten summary"]),
  underPolicy("pilot-quieten-item", charts.ADULT_COMPLETE, {}, [
    ".alongside > summary",
    "#title-bathing",
    "#body-bathing .quieten summary",
  ]),
  underPolicy("pilot-dismissed", charts.ADULT_COMPLETE, {
    surroundings: dismissing({ [PAIR_RULE]: "need-more-info" }),
  }),
  underPolicy("pilot-lists-only", charts.ADULT, { managed: { readNotes: false, contactText: "IT, 4321" } }),
  underPolicy("pilot-silenced", charts.ADULT, { standing: { silence: "ended" } }),
  underPolicy("pilot-other-site", charts.ADULT, { surroundings: { fenced: true } }),
];
