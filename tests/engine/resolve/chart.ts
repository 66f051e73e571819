import type { Finding, PagePatient, PageReading, SectionName } from "../../../src/engine/finding";
import { resolve } from "../../../src/engine/resolve";
import { KIND_OF } from "../../../src/engine/terminology/concepts";

export const TODAY = "2026-11-23";

const SECTION_OF_KIND: Partial<Record<Finding["kind"], SectionName>> = {
  medication: "medications",
  condition: "problems",
};

/** A finding as the reader gives it: medicines and conditions from their list, everything else from a note. */
export function found(concept: string, status: Finding["status"], more: Partial<Finding> = {}): Finding {
  const kind = KIND_OF.get(concept) ?? "other";
  return { concept, kind, status, quote: concept, section: SECTION_OF_KIND[kind] ?? "note", ...more };
}

/** The same out of somebody's note. */
export const noted = (concept: string, status: Finding["status"], more: Partial<Finding> = {}) =>
  found(concept, status, { section: "note", ...more });

export const reading = (findings: Finding[], patient?: PagePatient): PageReading => ({
  findings,
  ...(patient && { patient }),
  coverage: [],
});

export const person = (more: Partial<PagePatient>): PagePatient => ({
  key: "k",
  label: "Quill, Synthia (synthetic)",
  ...more,
});

export const resolved = (...findings: Finding[]) => resolve([reading(findings)], TODAY);
export const factsOf = (...findings: Finding[]) => resolved(...findings).facts;

/** Evidence for one fact of the chart, by id. */
export const evidenceOf = (id: string, ...findings: Finding[]) =>
  resolved(...findings).evidence.find((one) => one.id === id);
