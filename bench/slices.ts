import type { Page } from "puppeteer";
import { quantile } from "./statistics";

/** How long one task of the page's main thread was held by an extension's script, in milliseconds. */
export interface Slices {
  tasks: number;
  p99: number;
  max: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  id?: string;
  ts: number;
  dur?: number;
  args: {
    data?: {
      startTime?: number;
      cpuProfile?: {
        nodes?: { id: number; parent?: number; callFrame: { url?: string } }[];
        samples?: number[];
      };
      timeDeltas?: number[];
    };
  };
}

const CATEGORIES = [
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "disabled-by-default-v8.cpu_profiler",
];

/** Tasks in which the extension ran while `act` did; a task is judged by the profile's samples that fall into it. */
export async function slicesOf(page: Page, act: () => Promise<unknown>): Promise<Slices> {
  await page.tracing.start({ categories: CATEGORIES });
  await act();
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  const held = [...timesByTask(traceEvents).values()].map((us) => us / 1000);
  return { tasks: held.length, p99: quantile(held, 0.99), max: Math.max(0, ...held) };
}

/** Microseconds of our samples by the task that they fall into. */
function timesByTask(events: readonly TraceEvent[]): Map<TraceEvent, number> {
  const held = new Map<TraceEvent, number>();
  for (const start of events.filter(({ name }) => name === "Profile")) {
    const chunks = events
      .filter(({ name, pid, id }) => name === "ProfileChunk" && pid === start.pid && id === start.id)
      .sort((a, b) => a.ts - b.ts);
    const tasks = events
      .filter(({ name, pid, dur }) => name === "RunTask" && pid === start.pid && dur)
      .sort((a, b) => a.ts - b.ts);
    const ours = new Map<number, boolean>();
    let at = start.args.data?.startTime ?? start.ts;
    for (const { args } of chunks) {
      for (const { id, parent, callFrame } of args.data?.cpuProfile?.nodes ?? [])
        ours.set(
          id,
          (callFrame.url?.startsWith("chrome-extension://") ?? false) ||
            (parent !== undefined && ours.get(parent) === true),
        );
      const deltas = args.data?.timeDeltas ?? [];
      (args.data?.cpuProfile?.samples ?? []).forEach((sample, index) => {
        const step = deltas[index] ?? 0;
        at += step;
        const task = ours.get(sample) ? taskAt(tasks, at) : undefined;
        if (task) held.set(task, (held.get(task) ?? 0) + step);
      });
    }
  }
  return held;
}

/** The task that runs at a moment; tasks are in order and of one process. */
function taskAt(tasks: readonly TraceEvent[], at: number): TraceEvent | undefined {
  let low = 0;
  let high = tasks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tasks[middle]?.ts ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const task = tasks[low - 1];
  return task && at <= task.ts + (task.dur ?? 0) ? task : undefined;
}
