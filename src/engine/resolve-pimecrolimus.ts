/** What the chart says of pimecrolimus itself: used or not, since when, and how it went (§4.1). */
import type { Evidence } from "./evidence";
import type { PatientFacts, PimecrolimusState } from "./facts";
import { type Placed, quoteOf } from "./placed";

/** Under the label's six weeks a trial is not one yet, in days. */
const TRIAL_DAYS = 42;

export interface PimecrolimusFacts {
  facts: Pick<PatientFacts, "onPimecrolimus" | "pimecrolimus">;
  evidence: Evidence[];
  /** ISO date of the latest stated start: an upper bound of use, not use. */
  start?: string;
  /** Findings of its use, what is in use first. */
  used: Placed[];
}

const isIntolerance = ({ status, note }: Placed) =>
  status === "allergy" && (note?.includes("intolerance") ?? false);
const inUse = ({ status }: Placed) => status === "current" || status === "listed";
const wasUsed = (finding: Placed) =>
  inUse(finding) || finding.status === "past" || finding.status === "failed" || isIntolerance(finding);

/** `findings`: those of the concept pimecrolimus. A plan, a refusal or a bare allergy is no use of it. */
export function pimecrolimusFacts(findings: Placed[], today: string): PimecrolimusFacts {
  const used = findings
    .filter((finding) => wasUsed(finding) && finding.note !== "draft")
    .sort((a, b) => Number(inUse(b)) - Number(inUse(a)));
  if (used.length === 0) return { facts: {}, evidence: [], used };

  const evidence: Evidence[] = [
    { id: "onPimecrolimus", fact: "onPimecrolimus", value: true, quotes: used.map(quoteOf) },
  ];
  const start = used
    .filter(inUse)
    .flatMap(({ date }) => (date && date <= today ? date : []))
    .sort()
    .at(-1);
  const state = stateOf(used, start, today);
  if (state)
    evidence.push({
      id: "pimecrolimus",
      fact: "pimecrolimus",
      value: state.value,
      quotes: state.behind.map(quoteOf),
    });
  return {
    facts: { onPimecrolimus: true, ...(state && { pimecrolimus: state.value }) },
    evidence,
    ...(start && { start }),
    used,
  };
}

/**
 * Only what the chart says: it failed, it was not tolerated, or it was begun less than six weeks ago. Six weeks on a
 * list are no failure and no trial: then the state stays unknown and is asked for.
 */
function stateOf(
  used: Placed[],
  start: string | undefined,
  today: string,
): { value: PimecrolimusState; behind: Placed[] } | undefined {
  const intolerant = used.filter(isIntolerance);
  if (intolerant.length > 0) return { value: "intolerant", behind: intolerant };
  const failed = used.filter(({ status }) => status === "failed");
  const recent = start !== undefined && daysBetween(start, today) < TRIAL_DAYS;
  const running = used.filter((finding) => inUse(finding) && finding.date === start);
  // Said to have failed within six weeks of its start: the two do not fit, so neither is concluded.
  if (failed.length > 0) return recent ? undefined : { value: "inadequate-response", behind: failed };
  return recent ? { value: "not-trial-yet", behind: running } : undefined;
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
