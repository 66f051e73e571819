import * as charts from "./charts";
import { onChart, type State } from "./state";

/** Cards and groups, folded and open; the check before escalating. */
export const ADVICE_STATES: State[] = [
  onChart("failure-questions", charts.ADULT, [".four-checks .ask"]),
  onChart(
    "failure-sources",
    charts.ADULT,
    [".four-checks .ask", ".questions details:nth-of-type(2) summary"],
    {
      role: "dermatology",
    },
  ),
  onChart("failure-grams", charts.ADULT_COMPLETE, [
    ".failure > summary",
    { into: ".dispensed input", type: "30" },
  ]),
  onChart("failure-chart-says", charts.EARLY, [".failure details summary"]),
  onChart("card-tacrolimus", charts.CHILD, ["#title-tacrolimus-ointment"]),
  onChart("card-corticosteroid", charts.ADULT_COMPLETE, ["#title-topical-corticosteroid"]),
  onChart("card-ruxolitinib", charts.ADULT, ["#title-ruxolitinib-cream"]),
  onChart("card-excluded", charts.TODDLER, ["#title-tacrolimus-ointment"]),
  onChart("card-beyond-source", charts.ADULT_COMPLETE, ["#title-roflumilast-cream"]),
  onChart("card-all-open", charts.ADULT_COMPLETE, [
    "#title-ruxolitinib-cream",
    "#body-ruxolitinib-cream details:nth-of-type(1) summary",
    "#body-ruxolitinib-cream details:nth-of-type(2) summary",
    "#body-ruxolitinib-cream details:nth-of-type(3) summary",
    "#body-ruxolitinib-cream details:nth-of-type(4) summary",
    "#body-ruxolitinib-cream details:nth-of-type(5) summary",
  ]),
  onChart("card-dermatology", charts.ADULT_COMPLETE, ["#title-tacrolimus-ointment"], { role: "dermatology" }),
  onChart("card-pharmacy", charts.ADULT_COMPLETE, ["#title-tacrolimus-ointment"], {
    role: "pharmacy-nursing",
  }),
  onChart("pitfall-tripped", charts.ADULT, ["#title-oral-antihistamines"]),
  onChart("groups-open", charts.SEVERE, [
    ".pitfalls > summary",
    ".alongside > summary",
    ".rescue > summary",
    "#title-dupilumab",
  ]),
];
