/** Treatments other than pimecrolimus: what became of them, what is taken now, what is not borne (§5.1, §6.4). */
import { type Chart, type Claim, CONTRADICTION, claim } from "./claim";
import { AGENT_OF, ALLERGY_OF, CLASSES, MEDICATIONS_OF } from "./concept-facts";
import type { AgentId, Medication, Tried } from "./facts";
import { holds, isListed, type Placed, remarks } from "./placed";
import { ALLERGIES, MEDICATIONS } from "./vocabulary";

const isIntolerance = (finding: Placed) => finding.status === "allergy" && remarks(finding, "intolerance");

/**
 * How a statement says that a treatment ended. A failure that the chart states says nothing of potency, amount or
 * length, so it counts as an inadequate trial until the clinician vouches for it: "adequate-failed" would take the
 * treatment off the list and open the way to escalation (R19, R20, §6.4). A plain "past" stays unknown.
 */
function endingOf(finding: Placed): Tried | undefined {
  if (finding.status === "failed") return "inadequate-trial";
  if (finding.status === "current" || finding.status === "listed") return "current";
  return isIntolerance(finding) ? "intolerant" : undefined;
}

/** Of several endings of one treatment, the one that holds back most. */
const WORST_ENDING: readonly Tried[] = ["intolerant", "current", "inadequate-trial"];

export function triedClaims({ findings }: Chart): Claim[] {
  return Object.entries(AGENT_OF).flatMap(([concept, agent]) => {
    const about = findings.filter((finding) => finding.concept === concept);
    const value = WORST_ENDING.find((ending) => about.some((finding) => endingOf(finding) === ending));
    return value ? endingClaim(agent, value, about) : [];
  });
}

function endingClaim(agent: AgentId, value: Tried, about: Placed[]): Claim {
  const behind = about.filter((finding) => endingOf(finding) === value);
  const otherwise = about.filter((finding) => (endingOf(finding) ?? value) !== value);
  if (value === "current" && !CLASSES.includes(agent) && !behind.some(isListed)) {
    // The list has it as stopped, or a note denies it: neither the note nor the list is believed alone.
    const ended = about.filter(
      (finding) => finding.status === "negated" || (finding.status === "past" && isListed(finding)),
    );
    if (ended.length > 0) {
      const against = [...otherwise, ...ended];
      return claim(`tried.${agent}`, value, behind, { against, note: CONTRADICTION, open: true });
    }
  }
  const failed = about.some(({ status }) => status === "failed");
  return claim(`tried.${agent}`, value, behind, {
    against: otherwise,
    note: failed ? "The chart says it failed; whether the trial was adequate is for you to say." : undefined,
  });
}

/** A live vaccine counts when due, or given within four weeks (§5.3.2). */
const VACCINE_DAYS = 28;

const VACCINE: Medication = "live-vaccine-planned";

function isTaken(finding: Placed, today: string): boolean {
  if (finding.concept !== VACCINE) return holds(finding);
  if (!holds(finding) && finding.status !== "planned" && finding.status !== "past") return false;
  if (!finding.date) return finding.status !== "past";
  return Math.abs(Date.parse(today) - Date.parse(finding.date)) <= VACCINE_DAYS * 86_400_000;
}

/** What is taken now and gates an option or trips a pitfall. What is denied beside it stays in sight. */
export function medicationClaims({ findings, today }: Chart): Claim[] {
  return MEDICATIONS.flatMap((word) => {
    const about = findings.filter(
      ({ concept }) =>
        concept === word ||
        (Object.hasOwn(MEDICATIONS_OF, concept) && MEDICATIONS_OF[concept]?.includes(word)),
    );
    const taken = about.filter((finding) => isTaken(finding, today));
    const against = about.filter(({ status }) => status === "negated");
    return taken.length > 0 ? [claim(`medications.${word}`, true, taken, { against })] : [];
  });
}

/** Allergies only; an intolerance is how a treatment ended. */
export function allergyClaims({ findings }: Chart): Claim[] {
  const allergic = findings.filter((finding) => finding.status === "allergy" && !isIntolerance(finding));
  return ALLERGIES.flatMap((word) => {
    const behind = allergic.filter(
      ({ concept }) => Object.hasOwn(ALLERGY_OF, concept) && ALLERGY_OF[concept] === word,
    );
    return behind.length > 0 ? [claim(`allergies.${word}`, true, behind)] : [];
  });
}
