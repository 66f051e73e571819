/** The terminology as one list, for the reader and for whoever names what it found. */
import { AGENTS } from "./agents";
import { CONDITIONS_AND_FLAGS } from "./conditions";
import { ECZEMA } from "./eczema";
import { MEDICINES } from "./medicines";
import { STEROIDS } from "./steroids";
import type { Term } from "./term";

export { severityFromScore } from "../severity-scores";
export { CODES, type Code } from "./codes";
export { CONCEPTS, type Concept, KIND_OF } from "./concepts";
export { AD_CUES, AD_VETOES } from "./eczema";
export { SCALES, SEVERITY_WORDS, SIGN_WORDS, SITE_WORDS } from "./measures";
export { POTENCIES, type Potency } from "./steroids";
export type { Route, Term } from "./term";

export const TERMS: readonly Term[] = [
  ...ECZEMA,
  ...AGENTS,
  ...STEROIDS,
  ...MEDICINES,
  ...CONDITIONS_AND_FLAGS,
];

/** The parts of a list written "a|b|c". */
export const namesOf = (list: string | undefined): string[] => (list ? list.split("|") : []);
