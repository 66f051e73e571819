/** A plain-language page to print for one treatment: how, how much, how long, what to expect, when to call. */
import type { Advice, Status } from "./advice";
import type { Verification } from "./content";
import { emollientGramsPerWeek } from "./emollients";
import type { Jurisdiction, PatientFacts } from "./facts";
import { gramsOfOption } from "./grams";
import data from "./knowledge/handout.json";

/** Treatments that have a page. */
export type HandoutAgent = keyof typeof data.agents;

const SECTIONS = ["what", "use", "amount", "expect", "care", "urgent", "call"] as const;

export interface HandoutSection {
  id: (typeof SECTIONS)[number];
  heading: string;
  lines: string[];
}

export interface Handout {
  agent: HandoutAgent;
  title: string;
  sections: HandoutSection[];
  /** Ids of the sources behind its lines, in `Content.sources`. */
  sources: string[];
}

interface Line {
  text: string;
  verification: Verification[];
  sources: string[];
  jurisdictions?: Jurisdiction[];
  fromMonths?: number;
}
type Lines = Partial<Record<(typeof SECTIONS)[number], Line[]>>;
interface Entry extends Lines {
  title: string;
  /** The clinician fills in a strength, for the whole or for each place. */
  strength?: boolean;
  byPlace?: boolean;
}

const AGENTS: Record<HandoutAgent, Entry> = data.agents as Record<HandoutAgent, Entry>;
const COMMON: Lines = data.common as Lines;
const OFFERED: readonly Status[] = ["recommend", "consider", "caution"];
const ADULT_MONTHS = 216;
/** Tacrolimus ointment: 0.03 % only under 16 years. */
const WEAK_ONLY_BELOW_MONTHS = 192;
const BLANK = "____________";

/**
 * The pages that may be given to this patient: one for each option that the advice offers, and one for pimecrolimus
 * where it goes on. None behind a red flag. `advice` is that of the same facts.
 */
export function handouts(facts: PatientFacts, advice: Advice): Handout[] {
  if (advice.applicability !== "applies" || advice.redFlags.length > 0) return [];
  const offered = advice.options.filter(({ status }) => OFFERED.includes(status)).map(({ id }) => id);
  const agents = (Object.keys(AGENTS) as HandoutAgent[]).filter((agent) =>
    agent === "pimecrolimus" ? goesOn(facts, advice) : offered.includes(agent),
  );
  return agents.map((agent) => handout(agent, facts));
}

/** Pimecrolimus goes on unless it made things worse, was not tolerated, or is now contraindicated. */
function goesOn({ pimecrolimus, tried }: PatientFacts, { pitfalls }: Advice): boolean {
  const stopped =
    pimecrolimus === "worse" || pimecrolimus === "intolerant" || tried?.pimecrolimus === "contraindicated";
  const trouble = pitfalls.some(
    ({ id, reasons }) => id === "current-treatment" && reasons.some(({ code }) => code === "tripped"),
  );
  return !stopped && !trouble;
}

function handout(agent: HandoutAgent, facts: PatientFacts): Handout {
  const entry = AGENTS[agent];
  const used: Line[] = [];
  const sections = SECTIONS.flatMap((id): HandoutSection[] => {
    const own = [...(entry[id] ?? []), ...(COMMON[id] ?? [])].filter((line) => holds(line, facts));
    used.push(...own);
    const told = own.map(({ text }) => text);
    const lines =
      id === "use" ? [...strengthOf(agent, facts), ...told] : [...told, ...reckoned(id, agent, facts)];
    return lines.length > 0 ? [{ id, heading: data.headings[id], lines }] : [];
  });
  return {
    agent,
    title: entry.title,
    sections,
    sources: [...new Set(used.flatMap(({ sources }) => sources))],
  };
}

/** Absent jurisdiction: US, as everywhere. */
function holds(
  { jurisdictions, fromMonths }: Line,
  { jurisdiction = "US", ageMonths }: PatientFacts,
): boolean {
  if (jurisdictions && !jurisdictions.includes(jurisdiction)) return false;
  return fromMonths === undefined || ageMonths === undefined || ageMonths >= fromMonths;
}

/** Which strength, and where: left for the clinician to fill in unless only one is right for the age (§5.3.2). */
function strengthOf(agent: HandoutAgent, { ageMonths }: PatientFacts): string[] {
  const { strength, byPlace } = AGENTS[agent];
  if (byPlace) {
    return ["Face and skin folds", "Body, arms and legs"].map(
      (place) => `${place}: ${BLANK} How often: ________ For how long: ________`,
    );
  }
  if (!strength) return [];
  const weakOnly =
    agent === "tacrolimus-ointment" && ageMonths !== undefined && ageMonths < WEAK_ONLY_BELOW_MONTHS;
  return [`Strength: ${weakOnly ? "0.03" : BLANK} %`];
}

/** Lines that are worked out. */
function reckoned(id: HandoutSection["id"], agent: HandoutAgent, facts: PatientFacts): string[] {
  if (id === "amount") return amount(agent, facts);
  if (id === "care") return moisturiser(facts);
  return [];
}

function amount(agent: HandoutAgent, facts: PatientFacts): string[] {
  const { least, most, limits } = gramsOfOption({ ...extentOf(facts), agent });
  const lines: string[] = [];
  if (least.known && most.known) {
    const places =
      most.basis === "sites"
        ? `for ${most.summed.map((words) => words.replace(/ \(.*\)$/, "")).join(", ")}`
        : "in all";
    const [from, to] = [Math.round(least.gramsPerWeek), Math.round(most.gramsPerWeek)];
    lines.push(`Each time: about ${toHalf(most.fingertipUnits)} finger units ${places}.`);
    lines.push(`This is about ${from === to ? to : `${from} to ${to}`} g a week.`);
  } else {
    lines.push(`Each time: ${BLANK} finger units.`);
  }
  for (const { grams, weeks } of limits) {
    lines.push(`Never use more than ${grams} g in ${weeks === 1 ? "1 week" : `${weeks} weeks`}.`);
  }
  return lines;
}

/** The figure for the whole adult body was read in no source, so without sites it is left out. */
function moisturiser({ ageMonths, sites }: PatientFacts): string[] {
  const adult = ageMonths !== undefined && ageMonths >= ADULT_MONTHS;
  if (adult && (sites?.length ?? 0) === 0) return [];
  const amount = emollientGramsPerWeek({ ageMonths, sites });
  if (!amount.known) return [];
  const { gramsPerWeekAtLeast: from, gramsPerWeekAtMost: to } = amount;
  return [
    to === undefined
      ? `Use at least ${from} g of moisturiser a week.`
      : `Use ${from === to ? from : `${from} to ${to}`} g of moisturiser a week.`,
  ];
}

const extentOf = ({ ageMonths, sites, bsaPercent }: PatientFacts) => ({ ageMonths, sites, bsaPercent });
const toHalf = (units: number) => Math.max(0.5, Math.round(units * 2) / 2);
