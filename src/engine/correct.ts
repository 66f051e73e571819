/** The clinician's word on top of the chart's. */
import type { Corrections } from "./corrections";
import type { FactName, PatientFacts } from "./facts";
import { AGENT_IDS, ALLERGIES, CONDITIONS, MEDICATIONS, RED_FLAGS, SITES, TRIED } from "./vocabulary";

/** A correction that could not be made, and why. */
export interface CorrectionProblem {
  field: FactName;
  message: string;
}

/** Facts that are lists of words, with the words. */
const LISTS = {
  sites: SITES,
  redFlags: RED_FLAGS,
  allergies: ALLERGIES,
  conditions: CONDITIONS,
  medications: MEDICATIONS,
} as const;

const SINGLE: readonly FactName[] = [
  "diagnosis",
  "onPimecrolimus",
  "jurisdiction",
  "ageMonths",
  "weightKg",
  "severity",
  "activeFlare",
  "acuteSevereFlare",
  "steroidSparingPlan",
  "bsaPercent",
  "infection",
  "pimecrolimus",
  "adherence",
  "pregnancy",
  "immunocompromised",
];

type ListName = keyof typeof LISTS;
const isList = (name: string): name is ListName => Object.hasOwn(LISTS, name);
const isSingle = (name: string): name is FactName => SINGLE.includes(name as FactName);

/**
 * Facts with corrections applied; neither argument is changed. `null` makes a fact (or a word of a list) unknown.
 * Values are not judged here: see `checkFacts`. An id that names no fact is a problem and changes nothing.
 */
export function correct(
  chart: PatientFacts,
  corrections: Corrections,
): { facts: PatientFacts; problems: CorrectionProblem[] } {
  const facts: Record<string, unknown> = { ...chart };
  const problems: CorrectionProblem[] = [];
  for (const [id, value] of Object.entries(corrections)) {
    const [name = "", word = ""] = id.split(/\.(.*)/s);
    if (!word && isSingle(name)) {
      if (value === null) delete facts[name];
      else facts[name] = value;
    } else if (isList(name) && (LISTS[name] as readonly string[]).includes(word)) {
      if (value !== true && value !== null) {
        problems.push({ field: name, message: `${word}: true sets it and null strikes it out.` });
        continue;
      }
      const others = ((facts[name] as string[] | undefined) ?? []).filter((other) => other !== word);
      const next = value ? [...others, word] : others;
      if (next.length > 0) facts[name] = next;
      else delete facts[name];
    } else if (name === "tried" && (AGENT_IDS as readonly string[]).includes(word)) {
      const { [word]: _before, ...others } = (facts.tried ?? {}) as Record<string, unknown>;
      if (value !== null && !(TRIED as readonly unknown[]).includes(value)) {
        problems.push({ field: "tried", message: `${word}: one of ${TRIED.join(", ")} is expected.` });
        continue;
      }
      const next = value === null ? others : { ...others, [word]: value };
      if (Object.keys(next).length > 0) facts.tried = next;
      else delete facts.tried;
    } else {
      problems.push({ field: name as FactName, message: `"${id}" is not a fact that can be entered.` });
    }
  }
  return { facts: facts as PatientFacts, problems };
}
