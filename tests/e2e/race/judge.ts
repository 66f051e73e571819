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

export interface Verdict {
  samples: number;
  /** Frames in which the panel showed somebody who was not in view. */
  wrong: { time: number; shown: number; inView: number; sinceChange: number }[];
  visits: number;
  /** Visits of two seconds and more, and how many of them came to the right advice. */
  longVisits: number;
  rightVisits: number;
}

const GRACE_MS = 100;
const LONG_MS = 2000;

/**
 * Compares the two logs. From 100 ms after each change on, nothing of another patient may stand in the panel; in visits
 * of two seconds and more the right advice must have appeared, or a panel that always says nothing would pass.
 */
export function judge(page: Sample[], panel: PanelSample[]): Verdict {
  const changes = [...page].sort(([a], [b]) => a - b);
  const verdict: Verdict = { samples: panel.length, wrong: [], visits: 0, longVisits: 0, rightVisits: 0 };
  changes.forEach(([from, inView], index) => {
    const next = changes[index + 1]?.[0];
    const until = next ?? (panel.at(-1)?.time ?? from) + 1;
    const during = panel.filter(({ time }) => time >= from + GRACE_MS && time < until);
    for (const { time, patients } of during) {
      for (const shown of patients) {
        if (shown !== inView) verdict.wrong.push({ time, shown, inView, sinceChange: time - from });
      }
    }
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
