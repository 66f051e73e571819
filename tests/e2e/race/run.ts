import { setTimeout as sleep } from "node:timers/promises";
import { serve } from "../harness/server";
import type { Chart, Panel, Session } from "../harness/types";
import { judge, type PanelSample, type Sample, type Stall, type Verdict } from "./judge";
import { listsPage, racePage } from "./page";
import { PATIENTS } from "./patients";
import { random } from "./random";

/**
 * Writes down, on every frame of the panel, whose words stand in it. Copy and handout texts are words as well. The text
 * is searched anew only when something changed, so that the watching itself slows nothing down.
 */
const WATCH_PANEL = `() => {
  const names = ${JSON.stringify(PATIENTS.map(({ name, record }) => [name.split(",")[0], record]))};
  globalThis.raceLog = { shapes: [], frames: [] };
  let moved = true;
  let typed = "";
  new MutationObserver(() => { moved = true; }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  const look = () => {
    const fields = [...document.querySelectorAll("textarea, input")].map((field) => field.value).join(" ");
    if (moved || fields !== typed || globalThis.raceLog.shapes.length === 0) {
      moved = false;
      typed = fields;
      const text = document.body.textContent + " " + fields + " " + document.title + " " + location.href;
      const patients = names.flatMap((words, index) => words.some((word) => text.includes(word)) ? [index] : []);
      const items = {};
      for (const item of document.querySelectorAll("[data-item]")) items[item.dataset.item] = item.dataset.status;
      globalThis.raceLog.shapes.push({ patients, items, state: document.querySelector("[data-panel]")?.dataset.panel ?? "" });
    }
    globalThis.raceLog.frames.push([performance.timeOrigin + performance.now(), globalThis.raceLog.shapes.length - 1]);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}`;

const TAKE_PANEL = `() => { const log = globalThis.raceLog; globalThis.raceLog = { shapes: [], frames: [] }; return log; }`;
const TAKE_PAGE = `() => { const { log, stalls } = window; window.log = []; window.stalls = []; return { log, stalls }; }`;
const NOW = `() => performance.timeOrigin + performance.now()`;

/** What the panel wrote down: its contents whenever they changed, and which of them stood on each frame. */
interface PanelLog {
  shapes: Omit<PanelSample, "time">[];
  frames: [time: number, shape: number][];
}

export interface RaceResult extends Verdict {
  /** Switches made: fewer than asked for where the browser's tools stopped answering. */
  switches: number;
  workerKills: number;
  /** Each wrong stretch in words, for whoever has to find out why. */
  told: string[];
}

/** The ways to change a patient, in the order of `change`. */
const WAYS = [
  "at once",
  "slowly",
  "by address",
  "in a frame",
  "by a new document",
  "by another tab",
  "twice in a row",
];

/** Wrong samples of one change, as one line: how it was made, who stood there and for how long. */
function stretches({ wrong }: Verdict, ways: { time: number; way: string }[]): string[] {
  const lines = new Map<string, number>();
  for (const { time, shown, inView, sinceChange } of wrong) {
    const way = ways.filter((one) => one.time <= time).at(-1)?.way ?? "before the first switch";
    const line = `${way}: ${shown} stood there while ${inView} was in view`;
    lines.set(line, Math.max(lines.get(line) ?? 0, sinceChange));
  }
  return [...lines].map(([line, until]) => `${line}, until ${Math.round(until)} ms after the change`);
}

/** Longest that one switch may take, in milliseconds. */
const PATIENCE_MS = 60_000;

/** False where something neither ended nor failed in time. */
const inTime = (work: Promise<void>): Promise<boolean> =>
  Promise.race([work.then(() => true), sleep(PATIENCE_MS, false, { ref: false })]);

/** Switches patients `switches` times in every way a web EHR has, from one seed; `start` gives a clinic build's browser. */
export async function race(
  start: () => Promise<Session>,
  switches: number,
  seed: number,
): Promise<RaceResult> {
  const server = await serve({
    "/": racePage,
    "/lists": (request) => listsPage(Number(new URL(request.url ?? "/", "http://x").searchParams.get("p"))),
  });
  const session = await start();
  const rand = random(seed);
  const pick = (count: number) => Math.floor(rand() * count);
  const page: Sample[] = [];
  const panelLog: PanelSample[] = [];
  const stalls: Stall[] = [];
  const ways: { time: number; way: string }[] = [];
  let kills = 0;
  let made = 0;
  try {
    const first = await session.open(`${server.url}/?p=0`);
    const second = await session.open(`${server.url}/?p=1`);
    await first.press();
    const panel = await session.panel();
    await panel.run(WATCH_PANEL);
    let front = first;
    let inView = 0;
    const turn = async () => {
      const next = (inView + 1 + pick(PATIENTS.length - 1)) % PATIENTS.length;
      if (rand() < 0.15) {
        await session.killWorker().catch(() => undefined);
        kills++;
      }
      const way = pick(WAYS.length);
      ways.push({ time: await front.run<number>(NOW), way: `${WAYS[way]} to ${next}` });
      front = await change(way, next, front, front === first ? second : first);
      inView = next;
      await sleep(rand() < 0.4 ? 2100 + pick(600) : pick(900));
      await collect(front, panel);
    };
    // What was seen before the browser's tools stopped answering is judged all the same.
    while (made < switches && (await inTime(turn()))) made++;
    if (made === switches) await collect(front, panel);
  } finally {
    await session.close();
    await server.close();
  }
  const verdict = judge(page, panelLog, stalls);
  return { ...verdict, switches: made, workerKills: kills, told: stretches(verdict, ways) };

  async function collect(chart: Chart, panel: Panel): Promise<void> {
    await collectPage(chart);
    const { shapes, frames } = await panel.run<PanelLog>(TAKE_PANEL);
    for (const [time, index] of frames) {
      const shape = shapes[index];
      if (shape) panelLog.push({ time, ...shape });
    }
  }

  async function collectPage(chart: Chart): Promise<void> {
    const taken = await chart.run<{ log: Sample[]; stalls: Stall[] }>(TAKE_PAGE);
    page.push(...taken.log);
    stalls.push(...taken.stalls);
  }

  /** One switch to patient `next`; gives back the tab that is in front afterwards. */
  async function change(way: number, next: number, front: Chart, other: Chart): Promise<Chart> {
    switch (way) {
      case 0:
        await front.run(`() => window.show(${next})`);
        return front;
      case 1:
        await front.run(`() => void window.slowly(${next}, ${pick(700)})`);
        return front;
      case 2:
        await front.run(`() => void window.route(${next}, ${50 + pick(300)})`);
        return front;
      case 3:
        await front.run(`() => window.framed(${next})`);
        return front;
      case 4: {
        await collectPage(front);
        await front.goto(`${server.url}/?p=${next}`);
        // The clock of a document begins with the navigation to it; until then the old chart is in view.
        page.push([await front.run<number>("() => performance.timeOrigin"), -1]);
        return front;
      }
      case 5: {
        await collectPage(front);
        await other.run(`() => { window.show(${next}); window.log = []; }`);
        // Behind the front tab the other patient is not in view: that begins when the tab comes to the front.
        await sleep(50);
        page.push([await front.run<number>(NOW), -1]);
        await other.front();
        page.push([await other.run<number>(NOW), next]);
        return other;
      }
      default:
        await front.run(`() => { window.show(${(next + 1) % PATIENTS.length}); window.show(${next}); }`);
        return front;
    }
  }
}
