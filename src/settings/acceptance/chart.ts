import type { FactName, PatientFacts } from "../../engine/facts";
import type { PanelState } from "../../sidebar/port";
import type { Expected } from "./vignette";

/** A made-up chart page, and what must come of reading it. Only what is asserted stands in it. */
export interface Chart {
  id: string;
  says: string;
  /** Body of the page; no scripts, no styles. */
  html: string;
  state: PanelState;
  facts?: PatientFacts;
  /** Facts that the page does not state and that must stay unknown. */
  unknown?: FactName[];
  /** Words that the panel must show as the patient. */
  patient?: string;
  items?: Record<string, Expected>;
}

/** The day on which the charts are read, so that ages come out the same for ever. */
export const CHART_DAY = new Date(2026, 10, 2, 12);

export const ADULT =
  '<header class="patient-banner"><h1>Testcase, Avery (synthetic)</h1><span>DOB: 03/14/1990</span> <span>MRN: SYN-0001</span> <span>Sex: Female</span></header>';
export const TODDLER =
  '<header class="patient-banner"><h1>Testcase, Robin (synthetic)</h1><span>DOB: 02/20/2025</span> <span>MRN: SYN-0002</span></header>';

export const problems = (...names: string[]): string =>
  `<section><h2>Problem list</h2><ul>${names.map((name) => `<li>${name}</li>`).join("")}</ul></section>`;

export const medications = (...rows: [name: string, status: string][]): string =>
  `<section><h2>Medications</h2><table><thead><tr><th>Medication</th><th>Status</th></tr></thead><tbody>${rows
    .map(([name, status]) => `<tr><td>${name}</td><td>${status}</td></tr>`)
    .join("")}</tbody></table></section>`;

export const note = (text: string): string => `<section><h2>Progress note</h2><p>${text}</p></section>`;

export const ELIDEL: [string, string] = ["Pimecrolimus 1 % cream, apply twice daily", "Active"];
