import type { Finding, PagePatient, PageReading } from "../../src/engine/finding";
import type { FromPage } from "../../src/messages";

/** Synthetic findings, as the reader gives them. */
export const PIMECROLIMUS: Finding = {
  concept: "pimecrolimus",
  kind: "medication",
  status: "current",
  quote: "Pimecrolimus 1 % cream",
  section: "medications",
};
export const ATOPIC: Finding = {
  concept: "atopic-dermatitis",
  kind: "condition",
  status: "present",
  quote: "Atopic dermatitis",
  section: "problems",
};
export const ECZEMA: Finding = {
  concept: "eczema-unspecified",
  kind: "condition",
  status: "present",
  quote: "Eczema",
  section: "problems",
};

export const QUILL: PagePatient = {
  key: "k1",
  ageMonths: 432,
  label: "Quill, Synthia (synthetic)",
  parts: { name: "n1", birth: "b1", record: "r1" },
};
export const FERN: PagePatient = {
  key: "k2",
  ageMonths: 96,
  label: "Fern, Synthetic",
  parts: { name: "n2", birth: "b2", record: "r2" },
};

export const readingOf = (findings: Finding[], patient?: PagePatient): PageReading => ({
  findings,
  patient,
  coverage: [{ section: "medications", state: "read", count: findings.length }],
});

export const pageReading = (
  reading: PageReading,
  more: Partial<Extract<FromPage, { type: "page/reading" }>> = {},
): FromPage => ({
  type: "page/reading",
  document: "doc-1",
  visit: 0,
  number: 1,
  done: true,
  visible: true,
  contentType: "text/html",
  reading,
  ...more,
});
