import { PATIENTS } from "./patients";

/** One frame of a log: when (milliseconds, timeOrigin + now) and what; a patient's index, or -1 for nobody. */
export type Sample = [time: number, patient: number];

/** One frame of the panel: which patients' words stood in it, its state, and the statuses by item. */
export interface PanelSample {
  time: number;
  patients: number[];
  state: string;
  items: Record<string, string>;
}

/** From when to when a thread of the page that does nothing else missed its beat: the machine itself stood still. */
export type Stall = [from: number, to: number];

export interface Verdict {
  samples: number;
  /** Frames in which the panel showed somebody who was not in view. */
  wrong: { time: number; shown: number; inView: number; sinceChange: number }[];
  /** Changes after which such frames do not count, because the machine stood still for longer than the grace. */
  voids: number;
  visits: number;
  /** Visits of two seconds and more, and how many of them came to the right advice. */
  longVisits: number;
  rightVisits: number;
}

const GRACE_MS = 100;
const LONG_MS = 2000;

/**
 * Compares the two logs. From 100 ms after each change on, nothing of another patient may stand in the panel; in visits
 * of two seconds and more the right advice must have appeared, or a panel that always says nothing would pass. Where the
 * machine is known to have stood still between a change and a wrong frame, that change proves nothing and is counted apart.
 */
export function judge(page: Sample[], panel: PanelSample[], stalls: Stall[] = []): Verdict {
  const changes = [...page].sort(([a], [b]) => a - b);
  const stood = stalls.filter(([from, to]) => to - from > GRACE_MS);
  const verdict: Verdict = {
    samples: panel.length,
    wrong: [],
    voids: 0,
    visits: 0,
    longVisits: 0,
    rightVisits: 0,
  };
  changes.forEach(([from, inView], index) => {
    const next = changes[index + 1]?.[0];
    const until = next ?? (panel.at(-1)?.time ?? from) + 1;
    const during = panel.filter(({ time }) => time >= from + GRACE_MS && time < until);
    const wrong = during.flatMap(({ time, patients }) =>
      patients.flatMap((shown) =>
        shown === inView ? [] : { time, shown, inView, sinceChange: time - from },
      ),
    );
    const counts = wrong.filter(({ time }) => !stood.some((stall) => stall[0] < time && stall[1] > from));
    if (counts.length < wrong.length) verdict.voids++;
    verdict.wrong.push(...counts);
    if (inView < 0) return;
    verdict.visits++;
    if (until - from < LONG_MS) return;
    verdict.longVisits++;
    if (during.some((sample) => isRight(sample, inView))) verdict.rightVisits++;
  });
  return verdict;
}

function isRight({ state, items, patients }: PanelSample, inView: number): boolean {
  const expected = PATIENTS[inView]?.expected;
  if (!expected || state !== expected.state) return false;
  if (state === "advice" && !patients.includes(inView)) return false;
  return !expected.item || items[expected.item[0]] === expected.item[1];
}
