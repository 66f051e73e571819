import type { FactName, PatientFacts } from "./facts";
import {
  ADHERENCES,
  AGENT_IDS,
  ALLERGIES,
  CONDITIONS,
  DIAGNOSES,
  INFECTIONS,
  JURISDICTIONS,
  MEDICATIONS,
  PIMECROLIMUS_STATES,
  PREGNANCIES,
  RED_FLAGS,
  SEVERITIES,
  SITES,
  TRIED,
} from "./vocabulary";

/** One fact that cannot be used as it stands, and what would be accepted. */
export interface FactProblem {
  /** The name of the fact, or of the field that is none; "facts" where the whole is not an object. */
  field: string;
  message: string;
}

/** Facts that the engine refuses (R4), all of them at once. */
export class FactError extends Error {
  readonly problems: FactProblem[];

  constructor(problems: FactProblem[]) {
    super(problems.map(({ field, message }) => `${field}: ${message}`).join(" "));
    this.name = "FactError";
    this.problems = problems;
  }
}

/** Says what is wrong with a value, or nothing. */
type Check = (value: unknown) => string | undefined;

const quoted = (value: unknown) => (typeof value === "string" ? `"${value.slice(0, 40)}"` : typeof value);

function word(words: readonly string[]): Check {
  const known = new Set<unknown>(words);
  return (value) => (known.has(value) ? undefined : `${quoted(value)} is not one of: ${words.join(", ")}.`);
}

function list(words: readonly string[]): Check {
  const check = word(words);
  return (value) => {
    if (!Array.isArray(value)) return "Must be a list of words.";
    for (const entry of value) {
      const wrong = check(entry);
      if (wrong) return wrong;
    }
    return undefined;
  };
}

function number(least: number, most: number, unit: string, whole = false): Check {
  const accepted = `Must be a ${whole ? "whole " : ""}number from ${least} to ${most} (${unit}).`;
  return (value) =>
    typeof value === "number" && value >= least && value <= most && (!whole || Number.isInteger(value))
      ? undefined
      : accepted;
}

const yesNo: Check = (value) => (typeof value === "boolean" ? undefined : "Must be true or false.");

const triedWord = word(TRIED);
const agentId = word(AGENT_IDS);

/** Agents by what became of them; an agent that is present but undefined is unknown. */
const tried: Check = (value) => {
  if (!isRecord(value)) return "Must be a record of treatments.";
  for (const agent of Object.keys(value)) {
    const outcome = value[agent];
    const wrong = agentId(agent) ?? (outcome === undefined ? undefined : triedWord(outcome));
    if (wrong) return `${agent.slice(0, 40)}: ${wrong}`;
  }
  return undefined;
};

/** R5: years typed as months can be told only above the limit. Age counts completed months, so no fraction is one. */
const CHECKS: Record<FactName, Check> = {
  diagnosis: word(DIAGNOSES),
  onPimecrolimus: yesNo,
  jurisdiction: word(JURISDICTIONS),
  ageMonths: number(0, 1440, "completed months: up to 120 years", true),
  weightKg: number(0.4, 350, "kg"),
  severity: word(SEVERITIES),
  activeFlare: yesNo,
  acuteSevereFlare: yesNo,
  steroidSparingPlan: yesNo,
  sites: list(SITES),
  bsaPercent: number(0, 100, "% of body surface"),
  infection: word(INFECTIONS),
  redFlags: list(RED_FLAGS),
  pimecrolimus: word(PIMECROLIMUS_STATES),
  adherence: word(ADHERENCES),
  tried,
  pregnancy: word(PREGNANCIES),
  immunocompromised: yesNo,
  allergies: list(ALLERGIES),
  conditions: list(CONDITIONS),
  medications: list(MEDICATIONS),
};

/** The facts, in the order of the vocabulary. */
export const FACT_NAMES = Object.keys(CHECKS) as FactName[];

/** Pregnancy, plans and breastfeeding are refused below this age, in completed months (R4). */
export const LEAST_AGE_OF_PREGNANCY = 96;

/** The words of `pregnancy` that an age below `LEAST_AGE_OF_PREGNANCY` contradicts. */
export const PREGNANCY_WORDS: readonly string[] = ["pregnant", "planning", "breastfeeding"];

/**
 * Every problem of the facts, none where they can be used. Refused are numbers out of range, words outside their
 * vocabulary, wrong types, unknown names, both TPMT words, and pregnancy under 96 months (R4); any other contradiction
 * is left to the worse reading.
 */
export function checkFacts(facts: unknown): FactProblem[] {
  if (!isRecord(facts)) return [{ field: "facts", message: "Must be an object of facts." }];
  const problems: FactProblem[] = [];
  for (const field of Object.keys(facts)) {
    const value = facts[field];
    if (value === undefined) continue;
    const check = Object.hasOwn(CHECKS, field) ? CHECKS[field as FactName] : undefined;
    const message = check ? check(value) : "No fact has this name.";
    if (message) problems.push({ field, message });
  }
  const sound: Record<string, unknown> = problems.length > 0 ? { ...facts } : facts;
  for (const { field } of problems) delete sound[field];
  return problems.concat(contradictions(sound));
}

function contradictions({ ageMonths, pregnancy, conditions }: PatientFacts): FactProblem[] {
  const problems: FactProblem[] = [];
  if (conditions?.includes("tpmt-normal") && conditions.includes("tpmt-deficient")) {
    problems.push({ field: "conditions", message: "TPMT cannot be both normal and deficient." });
  }
  if (
    ageMonths !== undefined &&
    ageMonths < LEAST_AGE_OF_PREGNANCY &&
    pregnancy &&
    PREGNANCY_WORDS.includes(pregnancy)
  ) {
    const message = `"${pregnancy}" contradicts an age under ${LEAST_AGE_OF_PREGNANCY} months.`;
    problems.push({ field: "pregnancy", message });
  }
  return problems;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
