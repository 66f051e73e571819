/**
 * What the clinician typed, keyed by the id of the fact: "severity", "ageMonths", "sites.face",
 * "conditions.netherton", "tried.tacrolimus-ointment". `null` strikes a fact out as read wrongly: it becomes unknown.
 * A word of a list fact ("sites.face", "conditions.smoker") is set with `true`.
 */
export type FactId = string;
export type Corrections = Record<FactId, string | number | boolean | null>;
