import { BASE_AGE_CASES, BASE_CASES, BASE_REASON_CASES } from "./base-matrix";
import { GATE_CASES } from "./gate-cases";
import { AGE_CASES, AGE_REASON_CASES, ELSEWHERE_CASES, MODIFIER_CASES } from "./modifier-matrix";
import type { Case } from "./patients";
import { PITFALL_CASES } from "./pitfall-cases";
import { SITE_CASES } from "./site-cases";
import { WORKED_CASES } from "./worked-cases";

/** Every case, by what it is about. */
export const ALL_CASES: Record<string, Case[]> = {
  "worked cases (§5.4)": WORKED_CASES,
  "status by severity and age (§5.3.1)": BASE_CASES,
  "and why": [...BASE_REASON_CASES, ...BASE_AGE_CASES],
  "what makes it stricter (§5.3.2)": MODIFIER_CASES,
  "and what it leaves alone": ELSEWHERE_CASES,
  "by age": [...AGE_CASES, ...AGE_REASON_CASES],
  "potency and strength (§5.3.3)": SITE_CASES,
  "gates (§5.2)": GATE_CASES,
  "pitfalls, red flags, applicability": PITFALL_CASES,
};
