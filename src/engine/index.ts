/** The engine's front door. Pure: no clock, no randomness, no network, no page. */

export { type Advice, ITEM_IDS, type Item, type Reason, type Status } from "./advice";
export { advise, itemsOf } from "./advise";
export { checkFacts, FactError, type FactProblem } from "./check-facts";
export { correct } from "./correct";
export type { Corrections } from "./corrections";
export { emollientGramsPerWeek } from "./emollients";
export type { Resolved } from "./evidence";
export type { PatientFacts } from "./facts";
export { dispensedAgainstExpected, expectedGramsPerWeek, fingertipUnits, gramsOfOption } from "./grams";
export { handouts } from "./handout";
export { content } from "./knowledge-content";
export { resolve } from "./resolve";
export type { Sensitivity } from "./sensitivity";
export { severityFromScore } from "./severity-scores";
export { whatWouldChange } from "./what-would-change";
