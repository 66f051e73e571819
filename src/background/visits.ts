/**
 * One patient's visit: what was already said and counted for this patient today, so that each is said once. Kept in
 * session memory under the patient's digest; never on disk.
 */
import * as z from "zod/mini";
import { counted, type Happening } from "../pilot/counting";
import { type CueMeter, REASONS } from "../pilot/manners";
import { session } from "../platform";
import { count } from "./counts";
import type { Standing } from "./policy";

const visitRecord = z.object({
  day: z.string(),
  /** What was counted already: event, rule and feedback. */
  counted: z.array(z.string()),
  /** A cue was given and charged to the day's budget. */
  cued: z.boolean(),
  /** Reasons by the rule that was dismissed. */
  dismissed: z.record(z.string(), z.enum(REASONS)),
});
export type Visit = z.infer<typeof visitRecord>;

const meterRecord = z.object({ day: z.string(), given: z.number() });

const PREFIX = "visit:";
const METER = "cues-given";

/** The part of a view's stamp that names the patient, whichever tab shows them. */
const patientOf = (stamp: string) => stamp.slice(stamp.indexOf("|") + 1);
const keyOf = (stamp: string) => PREFIX + patientOf(stamp);

export async function visitOf(stamp: string, today: string): Promise<Visit> {
  const visit = z.safeParse(visitRecord, await session.get(keyOf(stamp))).data;
  return visit?.day === today ? visit : { day: today, counted: [], cued: false, dismissed: {} };
}

export async function cueMeter(): Promise<CueMeter | undefined> {
  return z.safeParse(meterRecord, await session.get(METER)).data;
}

/**
 * Lets `change` alter the visit and name what happened in it, and counts what was not counted before in this visit.
 * One at a time: the frames of a page speak all at once, and each would count for itself.
 */
export async function during<Result>(
  stamp: string,
  { today, policy }: Standing,
  change: (visit: Visit, meter: CueMeter) => { happenings: Happening[]; result: Result },
): Promise<Result> {
  return navigator.locks.request("visits", async () => {
    const visit = await visitOf(stamp, today);
    const meter = await cueMeter();
    const given = meter?.day === today ? meter : { day: today, given: 0 };
    if (meter && meter !== given) await forgetVisitsBefore(today);
    const before = JSON.stringify(visit);
    const charged = given.given;
    const { happenings, result } = change(visit, given);
    const fresh = happenings.flatMap((happening) => {
      const kept = counted(happening, policy.terms.feedback);
      if (!kept) return [];
      const name = [kept.event, kept.rule, kept.feedback].join(" ");
      if (visit.counted.includes(name)) return [];
      visit.counted.push(name);
      return [kept];
    });
    // Counted first: should the worker die in between, an event is counted twice rather than lost.
    await count(fresh, today);
    if (JSON.stringify(visit) !== before) await session.set(keyOf(stamp), visit);
    if (given.given !== charged) await session.set(METER, given);
    return result;
  });
}

async function forgetVisitsBefore(today: string): Promise<void> {
  const old = Object.entries(await session.all()).filter(
    ([key, value]) => key.startsWith(PREFIX) && (value as { day?: unknown }).day !== today,
  );
  await session.remove(old.map(([key]) => key));
}
