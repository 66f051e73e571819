/** What the chart says of pimecrolimus itself: used or not, since when, and how it went (§4.1). */
import { type Chart, type Claim, CONTRADICTION, claim } from "./claim";
import type { PimecrolimusState } from "./facts";
import { isListed, type Placed, remarks } from "./placed";

/** Under the label's six weeks a trial is not one yet, in days. */
const TRIAL_DAYS = 42;

export interface PimecrolimusClaims {
  claims: Claim[];
  /** ISO date of the earliest stated start of what is in use: an upper bound of use, not use. */
  start?: string;
  /** Findings of its use, what is in use first. */
  used: Placed[];
}

const inUse = ({ status }: Placed) => status === "current" || status === "listed";
const isIntolerance = (finding: Placed) => finding.status === "allergy" && remarks(finding, "intolerance");
const isUse = (finding: Placed) =>
  inUse(finding) || finding.status === "past" || finding.status === "failed" || isIntolerance(finding);

/** A plan, a refusal or a bare allergy is no use of it. */
export function pimecrolimusClaims({ findings, today }: Chart): PimecrolimusClaims {
  const about = findings.filter(({ concept }) => concept === "pimecrolimus");
  const used = about.filter(isUse).sort((a, b) => Number(inUse(b)) - Number(inUse(a)));
  if (used.length === 0) return { claims: [], used };

  // Denied in one place and used in another: shown as used, for else nothing at all would be shown.
  const denied = about.filter(({ status }) => status === "negated");
  const starts = [
    ...new Set(used.filter(inUse).flatMap(({ date }) => (date && date <= today ? date : []))),
  ].sort();
  const [start] = starts;
  const note = starts.length > 1 ? `Several starts are stated: ${starts.join(", ")}.` : undefined;
  return {
    claims: [
      claim("onPimecrolimus", true, used, { against: denied, note }),
      ...outcomeClaims(used, start, today),
    ],
    ...(start && { start }),
    used,
  };
}

/**
 * Only what the chart says: how it went, or that it was begun less than six weeks ago. Six weeks on a list are no
 * failure and no trial: then the state stays unknown and is asked for.
 */
function outcomeClaims(used: Placed[], start: string | undefined, today: string): Claim[] {
  const intolerant = used.filter(isIntolerance);
  const failed = used.filter(({ status }) => status === "failed");
  const worse = failed.filter((finding) => remarks(finding, "worse"));
  const relapse = used.filter((finding) => remarks(finding, "relapse on stopping"));
  const working = used.filter((finding) => inUse(finding) && remarks(finding, "working"));
  const low = used.filter((finding) => remarks(finding, "low use"));
  const running = used.filter(inUse);
  const early = start !== undefined && daysBetween(start, today) < TRIAL_DAYS;
  const state = (value: PimecrolimusState, behind: Placed[], doubts?: Parameters<typeof claim>[3]) =>
    claim("pimecrolimus", value, behind, doubts);

  const adherence = low.length > 0 ? [claim("adherence", "inadequate", low)] : [];
  if (intolerant.length > 0) {
    const against = [...failed, ...working, ...running.filter(isListed)];
    return [state("intolerant", intolerant, { against }), ...adherence];
  }
  if (failed.length > 0) {
    const better = [...relapse, ...working];
    // It came back after it had cleared, or it works, or it failed: three different next steps.
    if (better.length > 0)
      return [state("inadequate-response", failed, { against: better, note: CONTRADICTION, open: true })];
    if (low.length > 0) {
      const note = "Said to have failed, but used less than prescribed.";
      return [state("inadequate-trial", low, { against: failed, note }), ...adherence];
    }
    if (worse.length > 0) return [state("worse", worse)];
    if (!early) return [state("inadequate-response", failed)];
    const note = "Said to have failed within six weeks of its start: please settle it.";
    return [state("inadequate-response", failed, { against: running, note, open: true })];
  }
  if (relapse.length > 0) return [state("relapse", relapse), ...adherence];
  // Used sparingly because it works is used as meant.
  if (working.length > 0) return [state("working", working)];
  // An earlier course, or a renewal beside the first prescription, is not the beginning.
  const first = early && used.every(inUse);
  return [...(first ? [state("not-trial-yet", running)] : []), ...adherence];
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
