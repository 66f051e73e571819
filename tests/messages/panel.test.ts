import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PanelPort, PanelView } from "../../src/sidebar/port";
import { EXTENSION, type FakeBrowser, fakeBrowser, OWN_PAGE } from "../background/fake-browser";
import { bentMessages } from "./mutate";
import { FROM_PAGE, FROM_PANEL, FROM_SETTINGS, TAB, TO_PAGE } from "./samples";

let fake: FakeBrowser;
let asked: number;
let shown: (PanelView | undefined)[];
let stop: () => void;
let port: PanelPort;
/** The tab's address, as far as the browser lets the panel see it. */
let address: string | undefined;
/** Where the document says that it is when it is asked; nothing: it stays silent. */
let here: number[];
const questions: string[] = [];
/** What the worker waits for before it answers. */
let worker: Promise<void>;

const VIEW = { state: "nothing-found", stamp: "7|x", sources: [{ document: "doc-1", visit: 0 }] };

/** What the panel needs of a browser beyond what the worker needs. */
const more = () => ({
  ...fake.browser,
  runtime: {
    ...fake.browser.runtime,
    sendMessage: async ({ type }: { type: string }) => {
      asked++;
      questions.push(type);
      await worker;
      return VIEW;
    },
  },
  permissions: { ...fake.browser.permissions, contains: async () => false },
  tabs: {
    ...fake.browser.tabs,
    query: async ({ active, currentWindow }: { active?: boolean; currentWindow?: boolean }) =>
      active && currentWindow ? [{ id: TAB, url: address }] : [],
    connect: () => {
      const line = fake.browser.tabs.connect();
      for (const visit of here)
        queueMicrotask(() => line.onMessage.fire({ type: "page/changed", document: "doc-1", visit }));
      return line;
    },
    onActivated: fake.events.startup,
    onAttached: fake.events.startup,
  },
});

vi.mock("webextension-polyfill", () => ({
  get default() {
    return more();
  },
}));

const settled = () => new Promise((done) => setTimeout(done, 5));

beforeEach(async () => {
  fake = fakeBrowser();
  asked = 0;
  address = undefined;
  shown = [];
  here = [0];
  worker = Promise.resolve();
  vi.resetModules();
  const { livePort } = await import("../../src/sidebar/live-port");
  port = livePort();
  stop = port.watch((view) => shown.push(view));
  await settled();
});
afterEach(() => stop());

const FRAME = { id: EXTENSION, url: "https://ehr.example/", tab: { id: TAB }, frameId: 0 };
const send = (message: unknown, sender: object) => fake.events.message.fire(message, sender);

const RUNS = 2_000;

describe("the panel's door", () => {
  it("shows no view that its documents do not vouch for, and asks for a new one", async () => {
    stop();
    shown = [];
    questions.length = 0;
    here = [];
    const { livePort } = await import("../../src/sidebar/live-port");
    stop = livePort().watch((view) => shown.push(view));
    await new Promise((done) => setTimeout(done, 700));
    expect(shown.at(-1)).toBeUndefined();
    here = [0];
    await vi.waitFor(() => expect(shown.at(-1)?.state).toBe("nothing-found"), 3_000);
    expect(questions).toEqual(["panel/view", "panel/read"]);
  });

  it("shows no view of a visit that its document says is over", async () => {
    stop();
    shown = [];
    here = [1];
    const { livePort } = await import("../../src/sidebar/live-port");
    stop = livePort().watch((view) => shown.push(view));
    await settled();
    expect(shown.filter((view) => view !== undefined)).toEqual([]);
  });

  it("offers to read the site always as soon as a press lets its address be seen", async () => {
    await expect(port.site()).resolves.toBeUndefined();
    address = "https://ehr.example/chart";
    await expect(port.site()).resolves.toMatchObject({ host: "ehr.example" });
  });

  it.each([
    ["moved on", { type: "page/changed", document: "doc-1", visit: 1 }],
    ["gone", { type: "page/gone", document: "doc-1" }],
  ])(
    "hears the page while the worker looks, and shows no view of a document that is %s since",
    async (_, news) => {
      stop();
      shown = [];
      let answer: () => void = () => undefined;
      worker = new Promise((done) => {
        answer = done;
      });
      const lines = fake.lines.size;
      const { livePort } = await import("../../src/sidebar/live-port");
      stop = livePort().watch((view) => shown.push(view));
      await settled();
      expect(fake.lines.size).toBe(lines + 1);
      send(news, FRAME);
      answer();
      await settled();
      expect(shown.filter((view) => view !== undefined)).toEqual([]);
    },
  );

  it("shows a view as soon as the worker gives it, once its documents have spoken", async () => {
    stop();
    shown = [];
    let answer: () => void = () => undefined;
    worker = new Promise((done) => {
      answer = done;
    });
    const { livePort } = await import("../../src/sidebar/live-port");
    stop = livePort().watch((view) => shown.push(view));
    await settled();
    expect(shown.at(-1)).toBeUndefined();
    const opened = fake.lines.size;
    answer();
    await settled();
    expect(shown.at(-1)?.state).toBe("nothing-found");
    // No second line was needed.
    expect(fake.lines.size).toBe(opened);
  });

  it(`neither blanks nor asks for a message out of shape, in ${RUNS} tries`, async () => {
    expect(shown.at(-1)?.state).toBe("nothing-found");
    await fc.assert(
      fc.asyncProperty(
        bentMessages(FROM_PAGE, [...FROM_PANEL, ...FROM_SETTINGS, ...TO_PAGE]),
        async ({ message, refuse }) => {
          const before = [shown.length, asked];
          // The panel never answers: the worker does.
          expect(send(message, FRAME)).toEqual([undefined]);
          if (refuse) expect([shown.length, asked]).toEqual(before);
          else await Promise.resolve();
        },
      ),
      { numRuns: RUNS },
    );
    await settled();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it(`is not moved by strangers, our own pages or other tabs, in ${RUNS} tries`, async () => {
    const before = [shown.length, asked];
    const sender = fc.constantFrom<object>(
      { ...FRAME, id: "stranger" },
      { ...FRAME, id: undefined },
      { ...FRAME, tab: { id: TAB + 1 } },
      { ...FRAME, tab: undefined },
      { id: EXTENSION, url: OWN_PAGE },
      { id: EXTENSION, url: OWN_PAGE, tab: { id: TAB }, frameId: 0 },
    );
    const message = fc.oneof(fc.constantFrom<object>(...FROM_PAGE, ...FROM_PANEL, ...TO_PAGE), fc.anything());
    fc.assert(
      fc.property(message, sender, (words, who) => {
        expect(send(words, who)).toEqual([undefined]);
      }),
      { numRuns: RUNS },
    );
    await settled();
    expect([shown.length, asked]).toEqual(before);
    // It was not merely deaf: the page in front is heard.
    send({ type: "page/changed", document: "doc-1", visit: 1 }, FRAME);
    expect(shown.at(-1)).toBeUndefined();
    await settled();
    // What the worker still gives of the visit before stays out.
    expect(shown.at(-1)).toBeUndefined();
  });
});
