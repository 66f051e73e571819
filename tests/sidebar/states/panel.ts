import type { SiteOffer } from "../../../src/sidebar/port";
import { NOW } from "../fake-worker";
import * as charts from "./charts";
import { onChart, type State, withoutChart } from "./state";

const DAY_MS = 86_400_000;

const offering = (offer: SiteOffer | undefined): Partial<State> => ({
  prepare(port) {
    port.offer = offer;
  },
});

/** The panel's states: each of the contract's, and what may go wrong around them. */
export const PANEL_STATES: State[] = [
  withoutChart("not-permitted", "not-permitted", [], offering(undefined)),
  withoutChart("not-permitted-asked", "not-permitted", ["=Always read this site"], {
    prepare(port) {
      port.offer = { way: "by-request" };
      port.permission = "asked";
    },
  }),
  withoutChart("not-permitted-refused", "not-permitted", ["=Always read ehr.example"]),
  withoutChart("no-answer", "no-answer"),
  withoutChart("reading", "reading"),
  withoutChart("two-patients", "two-patients"),
  onChart("nothing-found", charts.HALF),
  onChart("nothing-found-denied", { ...charts.ECZEMA, corrections: { diagnosis: "not-atopic-dermatitis" } }),
  onChart("nothing-found-not-used", { ...charts.ADULT, corrections: { onPimecrolimus: false } }),
  onChart("confirm-changed", { ...charts.ADULT, corrections: { diagnosis: "eczema-unspecified" } }),
  onChart("confirm-eczema", charts.ECZEMA),
  onChart("confirm-missing", charts.NO_DIAGNOSIS),
  onChart("advice", charts.ADULT),
  onChart("advice-coverage", charts.ADULT, [".strip summary"]),
  onChart(
    "advice-always-read",
    charts.ADULT,
    [".strip summary"],
    offering({ host: "ehr.example", way: "granted" }),
  ),
  onChart("advice-complete", charts.ADULT_COMPLETE),
  onChart("advice-child", charts.CHILD),
  onChart("advice-toddler", charts.TODDLER),
  onChart("advice-early", charts.EARLY),
  onChart("advice-severe", charts.SEVERE),
  onChart("advice-red-flag", charts.HERPETIC),
  onChart("advice-red-flag-open", charts.HERPETIC, [".red-flag summary"]),
  onChart("advice-unnamed", charts.UNNAMED),
  onChart("advice-without-guidance", charts.ADULT, [], {
    prepare(port) {
      port.content = () => Promise.reject(new Error("gone"));
    },
  }),
  onChart("advice-correction-failed", charts.ADULT, ["#chip-severity", ".choice"], {
    prepare(port) {
      port.correct = () => Promise.reject(new Error("gone"));
    },
  }),
  onChart("advice-refused-fact", { ...charts.ADULT, corrections: { ageMonths: 2000 } }),
  onChart("advice-overdue", charts.ADULT, [], { now: NOW + 300 * DAY_MS }),
  onChart("advice-withheld", charts.ADULT, [], { now: NOW + 500 * DAY_MS }),
  withoutChart("lookup-failed", "not-permitted", ["=Look up by hand"], {
    prepare(port) {
      port.lookup = () => Promise.reject(new Error("gone"));
    },
  }),
  withoutChart("lookup", "not-permitted", ["=Look up by hand"]),
  withoutChart("lookup-known", "not-permitted", [
    "=Look up by hand",
    "#chip-ageMonths",
    { into: "#editor-ageMonths input", type: "8" },
    "#editor-ageMonths [type=submit]",
    "#chip-severity",
    ".choice:nth-of-type(3)",
  ]),
];
