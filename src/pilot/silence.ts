/** When nothing may be shown, and when nothing may even be read. */
import { type Policy, UNREADABLE } from "./terms";

/**
 * off: the clinic's kill switch. ended: the pilot's last day has passed. knowledge: another version of the knowledge
 * is pinned. shadow: read and counted, but not shown.
 */
export type Silence = "off" | "ended" | "knowledge" | "shadow";

export interface Circumstances {
  /** Today where the clinician is, as an ISO date. */
  today: string;
  /** The latest end of a pilot that was ever seen to pass here; setting the clock back does not undo it. */
  endedOn?: string;
  /** Version of the knowledge in this build. */
  knowledge: string;
}

export function silenceOf({ terms }: Policy, circumstances: Circumstances): Silence | undefined {
  if (terms.mode === "off") return "off";
  if (hasEnded(terms.pilotEnds, circumstances)) return "ended";
  if (terms.rulePackPin !== undefined && terms.rulePackPin !== circumstances.knowledge) return "knowledge";
  return terms.mode === "shadow" ? "shadow" : undefined;
}

/** Whether pages may be read at all. */
export const mayReadUnder = (silence: Silence | undefined): boolean =>
  silence === undefined || silence === "shadow";

function hasEnded(pilotEnds: string | undefined, { today, endedOn }: Circumstances): boolean {
  if (pilotEnds === undefined) return false;
  if (pilotEnds === UNREADABLE || today > pilotEnds) return true;
  return endedOn !== undefined && pilotEnds <= endedOn;
}

/**
 * The end of a pilot that passed by `today` and must be remembered from now on; undefined where nothing new passed.
 * A date that cannot be read ends the pilot, but it is nothing to remember, and counts are not deleted for it.
 */
export function endToRemember({ terms }: Policy, circumstances: Circumstances): string | undefined {
  const { pilotEnds } = terms;
  if (pilotEnds === undefined || pilotEnds === UNREADABLE || circumstances.today <= pilotEnds)
    return undefined;
  const { endedOn } = circumstances;
  return endedOn === undefined || endedOn < pilotEnds ? pilotEnds : undefined;
}
