/** The finders of trigger words. */
import type { DrugKind } from "./acts";
import { markerOf } from "./marks";
import type { ConditionKind } from "./mention";
import { CONDITION_TRIGGERS, DRUG_TRIGGERS } from "./triggers";

export const drugMarks = markerOf<DrugKind>(DRUG_TRIGGERS);
export const conditionMarks = markerOf<ConditionKind>(CONDITION_TRIGGERS);
