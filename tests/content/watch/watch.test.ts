// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Port } from "../../../src/content/port";
import { type Reads, Watch } from "../../../src/content/watch/watch";
import type { PageReading } from "../../../src/engine/finding";
import type { FromPage } from "../../../src/messages";

const HOUR = 3_600_000;

let end: AbortController;
let said: FromPage[];
let watch: Watch;
/** Readings begun: of everything, of what changed. */
let begun: { all: number; changes: number };
let overtaken: "no" | "banner" | "page";
let rootsCame: boolean;
/** A reading goes on and on, as on a page without end. */
let held: boolean;
let findings: PageReading["findings"];

const reader: Reads = {
  *read(fresh) {
    begun[fresh ? "all" : "changes"]++;
    rootsCame = false;
    for (let piece = 0; piece < 80 || held; piece++) yield;
    return { findings, coverage: [] };
  },
  note: () => undefined,
  overtaken: () => overtaken,
  beyondBanner: () => true,
  rootsCame: () => rootsCame,
  roots: new Set<Node>([document]),
};

const readings = () => said.filter((message) => message.type === "page/reading" && message.done);
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const change = () => document.body.append(document.createElement("p"));

beforeEach(() => {
  vi.useFakeTimers();
  // Each look at the clock takes a sixteenth of a millisecond, so that a reading needs many slices.
  let clock = 0;
  vi.spyOn(performance, "now").mockImplementation(() => {
    clock += 1 / 16;
    return Date.now() + clock;
  });
  end = new AbortController();
  said = [];
  begun = { all: 0, changes: 0 };
  overtaken = "no";
  rootsCame = false;
  held = false;
  findings = [];
  const port: Port = {
    send: async (message) => said.push(message) > 0,
    listen: () => undefined,
    alive: () => true,
    close: () => undefined,
  };
  watch = new Watch(document, port, reader, end.signal);
});
afterEach(() => {
  end.abort();
  vi.restoreAllMocks();
  vi.useRealTimers();
  document.body.replaceChildren();
});

describe("a watch over a page", () => {
  it("begins no second reading of everything where one is under way", async () => {
    held = true;
    watch.start();
    watch.readNow();
    await pass(50);
    watch.readNow();
    await pass(50);
    held = false;
    await pass(1_000);
    expect(begun).toEqual({ all: 1, changes: 0 });
    expect(readings()).toHaveLength(1);
  });

  it.each(["everything", "what changed"])(
    "comes to the end of a reading of %s while the page goes on changing, and then reads what changed",
    async (what) => {
      watch.start();
      if (what === "everything") held = true;
      else {
        await pass(1_000);
        held = true;
        change();
      }
      await pass(150);
      const before = { ...begun };
      const restless = setInterval(change, 40);
      await pass(2_000);
      expect(begun).toEqual(before);
      held = false;
      clearInterval(restless);
      await pass(3_000);
      expect(begun).toEqual({ all: 1, changes: before.changes + 1 });
      expect(readings()).toHaveLength(1);
    },
  );

  it("reads everything after all, where it has to while it reads what changed", async () => {
    watch.start();
    await pass(1_000);
    held = true;
    change();
    await pass(150);
    watch.readNow();
    held = false;
    await pass(1_000);
    expect(begun).toEqual({ all: 2, changes: 1 });
  });

  it("reads everything again when it is asked after that, and tells it though nothing is new", async () => {
    watch.start();
    await pass(1_000);
    watch.readNow();
    await pass(1_000);
    expect(begun.all).toBe(2);
    expect(readings()).toHaveLength(2);
  });

  it("says at once that another patient is there, and gives up the reading that it was at", async () => {
    held = true;
    watch.start();
    await pass(50);
    overtaken = "page";
    change();
    await pass(1);
    overtaken = "no";
    held = false;
    expect(said).toMatchObject([{ type: "page/changed", visit: 1 }]);
    await pass(5_000);
    expect(readings()).toMatchObject([{ visit: 1 }]);
  });

  it("reads what a shadow root brought of which nothing told", async () => {
    watch.start();
    await pass(1_000);
    rootsCame = true;
    await pass(8_500);
    expect(begun).toEqual({ all: 1, changes: 1 });
  });

  it("is as quiet after eight hours of a restless page as after a minute", async () => {
    watch.start();
    const restless = setInterval(change, 10_000);
    await pass(60_000);
    const timers = vi.getTimerCount();
    await pass(8 * HOUR);
    expect(vi.getTimerCount()).toBeLessThanOrEqual(timers + 1);
    expect(begun.all).toBe(1);
    expect(begun.changes).toBeGreaterThan(1_000);
    // Nothing new was read, so nothing was said.
    expect(readings()).toHaveLength(1);
    findings = [{ concept: "pimecrolimus", kind: "medication", status: "current", quote: "Elidel" }];
    await pass(20_000);
    expect(readings()).toHaveLength(2);
    clearInterval(restless);
  });

  it("does nothing any more once it has ended", async () => {
    watch.start();
    await pass(1_000);
    end.abort();
    const before = { ...begun };
    change();
    watch.readNow();
    await pass(60_000);
    expect(readings()).toHaveLength(1);
    expect(begun.changes).toBe(before.changes);
    expect(vi.getTimerCount()).toBe(0);
  });
});
