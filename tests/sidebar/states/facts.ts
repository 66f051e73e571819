import * as charts from "./charts";
import { onChart, type State } from "./state";

/** Editors, one a kind, and what a correction does. */
export const FACT_STATES: State[] = [
  onChart("chips-all", charts.ADULT, [".chip.more"]),
  onChart("editor-age", charts.ADULT, ["#chip-ageMonths"]),
  onChart("editor-age-not-a-number", charts.ADULT, [
    "#chip-ageMonths",
    { into: "#editor-ageMonths input", type: "six" },
    "#editor-ageMonths [type=submit]",
  ]),
  onChart("editor-weight", charts.ADULT, [".chip.more", "#chip-weightKg"]),
  onChart("editor-body-surface", charts.ADULT, [".chip.more", "#chip-bsaPercent"]),
  onChart("editor-severity", charts.ADULT, ["#chip-severity"]),
  onChart("editor-severity-score", charts.ADULT, ["#chip-severity", { into: ".score input", type: "3" }]),
  onChart("editor-severity-refused", charts.ADULT, ["#chip-severity", { into: ".score input", type: "5" }]),
  onChart("editor-severity-conflict", charts.UNNAMED, ["#chip-severity"]),
  onChart("editor-sites", charts.ADULT_COMPLETE, ["#chip-sites"]),
  onChart("editor-infection", charts.ADULT, ["#chip-infection"]),
  onChart("editor-tried", charts.ADULT, ["#chip-tried"]),
  onChart("editor-pregnancy", charts.ADULT, [".chip.more", "#chip-pregnancy"]),
  onChart("editor-immune-state", charts.ADULT, ["#chip-immunocompromised"]),
  onChart("editor-conditions", charts.ADULT, [".chip.more", "#chip-conditions"]),
  onChart("editor-conditions-filtered", charts.ADULT, [
    ".chip.more",
    "#chip-conditions",
    { into: ".filter input", type: "hep" },
  ]),
  onChart("editor-medications", charts.ADULT, ["#chip-medications"]),
  onChart("editor-allergies", charts.ADULT, [".chip.more", "#chip-allergies"]),
  onChart("editor-red-flags", charts.ADULT, [".chip.more", "#chip-redFlags"]),
  onChart("editor-diagnosis", charts.ADULT, ["#chip-diagnosis"]),
  onChart("editor-passage-gone", charts.ADULT, ["#chip-diagnosis", "=Show in the page"], {
    prepare(port) {
      port.passageThere = false;
    },
  }),
  onChart("read-wrongly", charts.ADULT, ["#chip-medications", "=Read wrongly"]),
  onChart("difference", charts.CHILD, [
    "#chip-ageMonths",
    { into: "#editor-ageMonths input", type: "1" },
    "#editor-ageMonths [type=submit]",
  ]),
  onChart("difference-none", charts.ADULT_COMPLETE, [".chip.more", "#chip-jurisdiction", ".choice"]),
];
