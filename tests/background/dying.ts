/** Everything that wakes a worker, and what comes of it when the worker dies over it. */
import { IDBFactory } from "fake-indexeddb";
import { vi } from "vitest";
import type { PanelPort } from "../../src/sidebar/port";
import { Life } from "./mortal";
import { FERN, QUILL } from "./readings";
import { pass, TAB, World } from "./world";

const NOW = new Date(2026, 10, 2, 9).getTime();

const SUMS = [
  { type: "panel/content" },
  { type: "panel/severity", scale: "easi", score: 12 },
  { type: "panel/grams", question: { ageMonths: 400, bsaPercent: 12 } },
  { type: "panel/handouts", facts: { diagnosis: "atopic-dermatitis", onPimecrolimus: true } },
  { type: "panel/snooze", tabId: TAB, stamp: "", days: 0 },
];
const LOOKS = [{ type: "settings/state" }, { type: "settings/counts" }];
const CHANGES = [
  { type: "settings/set", name: "readNotes", value: false },
  { type: "settings/set", name: "role", value: "dermatology" },
  { type: "settings/end-snooze", rule: "pimecrolimus-and-atopic-dermatitis" },
  { type: "settings/erase" },
];

/** What the panel shows beside the page: the right advice, that it is reading, or something else. */
function judge(world: World): string {
  const { shown, page } = world;
  if (!page || !world.port) return "right";
  if (!shown || shown.state === "reading") return "waiting";
  if (shown.state === "advice" && shown.patient === page?.patient.label) return "right";
  return `${shown.state} of ${shown.patient}`;
}

export interface Step {
  name: string;
  /** With nothing read yet; or else with a patient in view and the panel open. */
  bare?: true;
  run(world: World): unknown;
}

/** What may wake a worker. */
export const STEPS: Step[] = [
  { name: "the browser starts", bare: true, run: (world) => world.fire("startup") },
  { name: "it is installed", bare: true, run: (world) => world.fire("installed", { reason: "install" }) },
  {
    name: "a press",
    bare: true,
    async run(world) {
      world.show("doc-1", QUILL);
      await world.fire("pressed", { id: TAB });
      await world.openPanel();
    },
  },
  {
    name: "the panel opens on a page that nobody read",
    bare: true,
    async run(world) {
      world.scripts = false;
      world.show("doc-1", QUILL);
      await world.openPanel();
    },
  },
  { name: "the page speaks again", run: (world) => world.read() },
  { name: "the panel opens again", run: (world) => world.openPanel() },
  {
    name: "a correction",
    run: (world) => act(world, (port, stamp) => port.correct(stamp, { severity: "severe" })),
  },
  { name: "a dismissal", run: (world) => act(world, (port, stamp) => port.dismiss?.(stamp, "limited-time")) },
  { name: "a snooze", run: (world) => act(world, (port, stamp) => port.snooze?.(stamp, 7)) },
  {
    name: "a passage shown",
    run: (world) =>
      act(world, (port, stamp) => port.showInPage(stamp, { frame: 0, passage: 1, quote: "Pimecrolimus" })),
  },
  {
    name: "a mark taken away",
    run: (world) => act(world, (port, stamp) => port.showInPage(stamp, undefined)),
  },
  { name: "a count", run: (world) => act(world, async (port, stamp) => port.count?.(stamp, "copied")) },
  { name: "a look-up", run: (world) => act(world, (port) => port.lookup({ ageMonths: 400 })) },
  {
    name: "words and sums",
    run: (world) => act(world, () => Promise.all(SUMS.map((sum) => world.ask(sum)))),
  },
  {
    name: "another patient in the same document",
    async run(world) {
      world.change(FERN);
      await pass(50);
      world.read();
    },
  },
  {
    name: "another patient, and the panel opened anew at once",
    async run(world) {
      world.change(FERN);
      await world.openPanel();
      await pass(50);
      world.read();
    },
  },
  { name: "a frame is born", run: (world) => world.say({ type: "page/frame", document: "doc-1" }) },
  { name: "a scout calls", run: (world) => world.say({ type: "page/found" }) },
  { name: "a scout looks out", run: (world) => world.say({ type: "page/here" }) },
  {
    name: "another document",
    async run(world) {
      world.leave();
      await world.fire("updated", TAB, { status: "loading" });
      await pass(50);
      world.show("doc-2", FERN);
      await world.fire("updated", TAB, { status: "complete" });
    },
  },
  {
    name: "another document, and the panel opened anew at once",
    async run(world) {
      world.leave();
      await world.fire("updated", TAB, { status: "loading" });
      await world.openPanel();
      await pass(200);
      world.show("doc-2", FERN);
    },
  },
  { name: "read again", run: (world) => act(world, (port) => port.read()) },
  {
    name: "the settings page",
    run: (world) => act(world, () => Promise.all(LOOKS.map((look) => world.ask(look)))),
  },
  ...CHANGES.map((change) => ({
    name: `the setting ${JSON.stringify(change)}`,
    run: (world: World) => act(world, () => world.ask(change)),
  })),
  { name: "a permission", run: (world) => world.fire("permissionAdded") },
  {
    name: "the tab closes",
    async run(world) {
      world.closePanel();
      world.page = undefined;
      await world.fire("removed", TAB);
    },
  },
];

/** Something the clinician does; a death in between may refuse it, which the panel says. */
async function act(
  world: World,
  run: (port: PanelPort, stamp: string) => Promise<unknown> | undefined,
): Promise<void> {
  const { port, shown } = world;
  if (!port || !shown) return;
  await Promise.race([Promise.resolve(run(port, shown.stamp)).catch(() => undefined), world.life.end]);
}

/** Takes one step with a worker that ends in it; what went wrong, in words. */
async function take({ bare, run }: Step, life: Life, saysAgain: boolean): Promise<string[]> {
  globalThis.indexedDB = new IDBFactory();
  const world = new World(saysAgain);
  const faults: string[] = [];
  if (!bare) {
    await world.fire("pressed", { id: TAB });
    world.show("doc-1", QUILL);
    await world.openPanel();
    await pass(200);
    if (judge(world) !== "right") faults.push(`before anything died: ${judge(world)}`);
  }
  // The worker before ends at rest, as browsers end it; the next event wakes the one that is to die.
  world.next(life);
  await run(world);
  await pass(100);
  const first = judge(world);
  if (first !== "right" && first !== "waiting") faults.push(`at first ${first}`);
  await pass(6_000);
  const last = judge(world);
  if (last !== "right") faults.push(`in the end ${last}`);
  faults.push(...world.wrong.map((label) => `shows ${label} who is not in view`));
  world.closePanel();
  return faults;
}

/**
 * Takes a step as often as the worker makes calls in it, and ends the worker at each: before the call takes effect, and
 * after it where it leaves something behind. `saysAgain`: the page repeats what was not taken in, as it should.
 */
export async function dieIn(step: Step, saysAgain = true): Promise<{ deaths: number; faults: string[] }> {
  vi.useFakeTimers({ now: NOW, toFake: ["setTimeout", "clearTimeout", "Date"] });
  try {
    const whole = new Life();
    const faults = await take(step, whole, saysAgain);
    let deaths = 0;
    for (const [point, call] of whole.points.entries()) {
      // A read leaves nothing behind: to die after it is to die before the next call.
      for (const after of /get(?:All)?$/.test(call) ? [false] : [false, true]) {
        const life = new Life(point, after);
        const told = await take(step, life, saysAgain);
        if (!life.dead) told.push("the worker did not die");
        deaths++;
        faults.push(...told.map((fault) => `${after ? "after" : "before"} call ${point}, ${call}: ${fault}`));
      }
    }
    return { deaths, faults };
  } finally {
    vi.useRealTimers();
    vi.doUnmock("webextension-polyfill");
    vi.doUnmock("../../src/engine");
  }
}
