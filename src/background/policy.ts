/** The terms in force now: the clinic's policy and the user's settings, and what has passed of a pilot. */
import { content } from "../engine";
import { isDay, isoDay } from "../pilot/day";
import { mayHold } from "../pilot/fence";
import { runningSnoozes, type Snooze } from "../pilot/manners";
import { policyOf } from "../pilot/policy";
import { endToRemember, mayReadUnder, type Silence, silenceOf } from "../pilot/silence";
import type { Policy } from "../pilot/terms";
import { local, managedPolicy, registerForGrantedSites, session } from "../platform";
import { eraseCounts } from "./counts";

/** Version of the knowledge in this build. */
const KNOWLEDGE = content().version;

/** Keys of what is kept on disk. */
export const KEPT = {
  settings: "settings",
  snoozes: "snoozes",
  ended: "pilot-ended",
  welcomed: "welcomed",
} as const;

/** The policy and what follows from it at one moment. */
export interface Standing {
  policy: Policy;
  /** Today where the clinician is, as an ISO date. */
  today: string;
  silence?: Silence;
  /** Whether pages may be read at all. */
  reads: boolean;
  snoozes: Snooze[];
}

/**
 * The standing at `now` (milliseconds since 1970). The end of a pilot is remembered when it has passed, so that a clock
 * set back revives nothing, and the counts go with it.
 */
export async function standingAt(now: number): Promise<Standing> {
  const [managed, settings, stored, ended] = await Promise.all([
    managedPolicy(),
    local.get(KEPT.settings),
    local.get(KEPT.snoozes),
    local.get(KEPT.ended),
  ]);
  const policy = policyOf(managed, settings);
  const today = isoDay(now);
  const circumstances = {
    today,
    endedOn: isDay(ended) ? ended : undefined,
    knowledge: KNOWLEDGE,
  };
  const silence = silenceOf(policy, circumstances);
  const passed = endToRemember(policy, circumstances);
  if (passed) {
    await local.set(KEPT.ended, passed);
    await eraseCounts();
  }
  return { policy, today, silence, reads: mayReadUnder(silence), snoozes: runningSnoozes(stored, today) };
}

/** Makes every open panel ask anew: what it shows may have changed without a word from the page. */
export const askAnew = (now: number) => session.set("terms-changed", `${now} ${Math.random()}`);

/** Registers the reader for the granted sites that the terms let it read, and for no other. */
export async function registerUnderPolicy(now: number): Promise<void> {
  const { policy, reads } = await standingAt(now);
  await registerForGrantedSites((origin) => reads && mayHold(policy.terms.ehrHosts, origin));
}
