import * as charts from "./charts";
import { onChart, type State, withoutChart } from "./state";

/** What the foot opens. */
export const TOOL_STATES: State[] = [
  onChart("note", charts.ADULT_COMPLETE, ["=Copy for the note"]),
  onChart("note-refused", charts.ADULT_COMPLETE, ["=Copy for the note", ".drawer .primary"], {
    noClipboard: true,
  }),
  onChart("handouts", charts.ADULT_COMPLETE, ["=Handout"]),
  onChart("handouts-none", charts.HERPETIC, ["=Handout"]),
  onChart("search", charts.ADULT, ["=Search", { into: ".drawer input", type: "steroid strength eyelid" }]),
  onChart("search-nothing", charts.ADULT, ["=Search", { into: ".drawer input", type: "isotretinoin" }]),
  withoutChart("search-without-chart", "no-answer", ["=Search", { into: ".drawer input", type: "0.1 %" }]),
  onChart("about", charts.ADULT, ["=About"]),
  withoutChart("about-open", "reading", [
    "=About",
    ".about details:nth-of-type(1) summary",
    ".about details:nth-of-type(2) summary",
    ".about details:nth-of-type(3) summary",
    ".about details:nth-of-type(4) summary",
    ".about details:nth-of-type(5) summary",
  ]),
];
