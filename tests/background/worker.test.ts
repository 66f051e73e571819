import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PanelView } from "../../src/sidebar/port";
import { EXTENSION, type FakeBrowser, fakeBrowser, OWN_PAGE } from "./fake-browser";
import { ATOPIC, ECZEMA, FERN, PIMECROLIMUS, pageReading, QUILL, readingOf } from "./readings";

let fake: FakeBrowser;

vi.mock("webextension-polyfill", () => ({
  get default() {
    return fake.browser;
  },
}));

const TAB = 7;
const PAIR = readingOf([PIMECROLIMUS, ATOPIC], QUILL);

/** Starts a worker as the browser does after killing the last one: same memory, fresh module. */
async function startWorker() {
  for (const event of Object.values(fake.events)) event.listeners.length = 0;
  vi.resetModules();
  await import("../../src/background/worker");
}

beforeEach(async () => {
  fake = fakeBrowser();
  await startWorker();
});

const fromFrame = (message: unknown, frameId = 0, tabId = TAB) =>
  Promise.all(
    fake.events.message.fire(message, {
      id: EXTENSION,
      url: "https://ehr.example/",
      tab: { id: tabId },
      frameId,
    }),
  );

async function fromPanel(message: unknown): Promise<unknown> {
  const [answer] = fake.events.message.fire(message, { id: EXTENSION, url: OWN_PAGE });
  return answer;
}

const view = (tabId = TAB) => fromPanel({ type: "panel/view", tabId }) as Promise<PanelView>;
const settled = () => new Promise((done) => setTimeout(done, 5));

async function press() {
  fake.events.pressed.fire({ id: TAB });
  await settled();
}

describe("the worker", () => {
  it("listens as soon as its module has run, so that the event which woke it is heard", () => {
    expect(fake.events.message.listeners).toHaveLength(1);
    expect(fake.events.pressed.listeners).toHaveLength(1);
    expect(fake.events.updated.listeners).toHaveLength(1);
  });

  it("opens the panel as the first act of a press, before anything is awaited", () => {
    fake.events.pressed.fire({ id: TAB });
    expect(fake.asked[0]).toBe("open panel");
  });

  it("shows advice for the pair in view, after its own death in between", async () => {
    await press();
    await fromFrame(pageReading(PAIR));
    await startWorker();
    const shown = await view();
    expect(shown.state).toBe("advice");
    expect(shown.patient).toBe(QUILL.label);
    expect(shown.facts.ageMonths).toBe(432);
    expect(shown.advice?.options.length).toBeGreaterThan(3);
  });

  it("sets the cue for the pair and takes it back on a change", async () => {
    await fromFrame(pageReading(PAIR));
    expect(fake.badges.get(TAB)).not.toBe("");
    await fromFrame({ type: "page/changed", document: "doc-1", visit: 1 });
    expect(fake.badges.get(TAB)).toBe("");
  });

  it("gives no cue where only half of the pair stands", async () => {
    await fromFrame(pageReading(readingOf([PIMECROLIMUS, ECZEMA], QUILL)));
    expect(fake.badges.get(TAB)).toBe("");
  });

  it("forgets a patient at once when the page says that it changed", async () => {
    await fromFrame(pageReading(PAIR));
    await fromFrame({ type: "page/changed", document: "doc-1", visit: 1 });
    const shown = await view();
    expect(shown.state).toBe("reading");
    expect(JSON.stringify(shown)).not.toMatch(/Quill|Pimecrolimus|432/);
  });

  it("tells the page that it was heard, and keeps the later of two messages that cross", async () => {
    expect(await fromFrame({ type: "page/changed", document: "doc-1", visit: 1 })).toEqual([true]);
    await fromFrame(pageReading(PAIR));
    expect((await view()).state).toBe("reading");
    await fromFrame({ ...pageReading(PAIR), visit: 1, number: 3 });
    await fromFrame({ type: "page/changed", document: "doc-1", visit: 1 });
    expect((await view()).state).toBe("advice");
  });

  it("brings the reader to a scout that calls, and wakes the scouts in the other frames", async () => {
    expect(await fromFrame({ type: "page/found" }, 3)).toEqual([true]);
    expect(fake.asked).toEqual(["inject 3"]);
    expect(fake.told).toEqual([{ tabId: TAB, message: { type: "page/wake" }, frameId: undefined }]);
    await fromFrame({ type: "page/here" }, 5);
    expect(fake.asked).toEqual(["inject 3", "inject 5"]);
  });

  it("leaves a scout alone where nothing of the tab is read, and again once it shows another document", async () => {
    await fromFrame({ type: "page/here" }, 5);
    expect(fake.asked).toEqual([]);
    await fromFrame({ type: "page/found" }, 3);
    fake.events.updated.fire(TAB, { status: "loading" });
    await settled();
    await fromFrame({ type: "page/here" }, 5);
    expect(fake.asked).toEqual(["inject 3"]);
  });

  it("has scouts of a tab that was reached into joined by the reader", async () => {
    await press();
    await fromFrame({ type: "page/here" }, 5);
    expect(fake.asked.at(-1)).toBe("inject 5");
  });

  it("forgets a tab's patient when it loads another document", async () => {
    await fromFrame(pageReading(PAIR));
    fake.events.updated.fire(TAB, { status: "loading" });
    await settled();
    expect(JSON.stringify(await view())).not.toMatch(/Quill/);
  });

  it("forgets it whatever the document called itself", async () => {
    await fromFrame(pageReading(PAIR, { document: "d:corrections" }));
    fake.events.updated.fire(TAB, { status: "loading" });
    await settled();
    expect(JSON.stringify([...fake.memory])).not.toMatch(/Quill/);
  });

  it("asks whether an unspecified eczema is atopic", async () => {
    await fromFrame(pageReading(readingOf([PIMECROLIMUS, ECZEMA], QUILL)));
    expect(await view()).toMatchObject({ state: "confirm", found: { unspecifiedEczema: "Eczema" } });
  });

  it("asks for the diagnosis where a current pimecrolimus has none, and names the half it found otherwise", async () => {
    await fromFrame(pageReading(readingOf([PIMECROLIMUS], QUILL)));
    expect((await view()).state).toBe("confirm");
    await fromFrame(pageReading(readingOf([ATOPIC], QUILL)));
    expect(await view()).toMatchObject({ state: "nothing-found", found: { diagnosis: "Atopic dermatitis" } });
    await fromFrame(pageReading(readingOf([{ ...PIMECROLIMUS, status: "past" }], QUILL)));
    expect((await view()).state).toBe("nothing-found");
  });

  it("gives no advice while two frames in sight name two people", async () => {
    await fromFrame(pageReading(PAIR));
    await fromFrame(pageReading(readingOf([], FERN), { document: "doc-2" }), 4);
    const shown = await view();
    expect(shown.state).toBe("two-patients");
    expect(shown.advice).toBeUndefined();
    expect(shown.evidence).toEqual([]);
  });

  it("joins a banner in one frame with the lists in another, and leaves hidden frames out", async () => {
    await fromFrame(pageReading(readingOf([], QUILL)));
    await fromFrame(
      pageReading(readingOf([PIMECROLIMUS, ATOPIC], { key: "k9", parts: { name: "n1" } }), {
        document: "d2",
      }),
      4,
    );
    await fromFrame(pageReading(readingOf([], FERN), { document: "d3", visible: false }), 5);
    expect(await view()).toMatchObject({ state: "advice", facts: { ageMonths: 432 } });
  });

  it("waits until every frame in sight has been read", async () => {
    await fromFrame(pageReading(PAIR));
    await fromFrame(pageReading(readingOf([]), { document: "d2", done: false }), 4);
    expect((await view()).state).toBe("reading");
  });

  it("calls no page empty of which a frame has not said a word, unless it never does", async () => {
    fake.state.frames = [0, 4];
    await press();
    await fromFrame(pageReading(readingOf([]), { document: "d2" }), 4);
    expect((await view()).state).toBe("reading");
    vi.useFakeTimers({ now: Date.now() + 2500, toFake: ["Date"] });
    expect((await view()).state).toBe("nothing-found");
    vi.useRealTimers();
    await fromFrame(pageReading(PAIR));
    expect((await view()).state).toBe("advice");
  });

  it("drops the late word of a frame that went away", async () => {
    await fromFrame(pageReading(PAIR, { document: "d2" }), 4);
    await fromFrame({ type: "page/gone", document: "d2" }, 4);
    await fromFrame(pageReading(readingOf([])));
    expect((await view()).state).toBe("nothing-found");
  });

  it("never calls silence an empty chart", async () => {
    await press();
    vi.useFakeTimers({ now: Date.now() + 6000, toFake: ["Date"] });
    expect((await view()).state).toBe("no-answer");
    vi.useRealTimers();
  });

  it("does not call a page empty while it still fills itself, but says so in the end", async () => {
    const filling = {
      ...readingOf([], QUILL),
      coverage: [{ section: "note", state: "reading" as const, count: 0 }],
    };
    await fromFrame(pageReading(filling));
    expect((await view()).state).toBe("reading");
    vi.useFakeTimers({ now: Date.now() + 6000, toFake: ["Date"] });
    expect(await view()).toMatchObject({ state: "nothing-found", coverage: filling.coverage });
    vi.useRealTimers();
  });

  it("names whose word it rests on where it withholds advice, for a frame may have gone without a word", async () => {
    await fromFrame(pageReading(PAIR));
    await fromFrame(pageReading(readingOf([], FERN), { document: "d2" }), 4);
    const sources = [
      { document: "doc-1", visit: 0 },
      { document: "d2", visit: 0 },
    ];
    expect(await view()).toMatchObject({ state: "two-patients", sources });
    await fromFrame({ type: "page/changed", document: "d2", visit: 1 }, 4);
    vi.useFakeTimers({ now: Date.now() + 6000, toFake: ["Date"] });
    expect(await view()).toMatchObject({
      state: "no-answer",
      sources: [sources[0], { document: "d2", visit: 1 }],
    });
    vi.useRealTimers();
  });

  it("takes no PDF for a page without findings", async () => {
    await press();
    await fromFrame(pageReading(readingOf([]), { contentType: "application/pdf" }));
    expect((await view()).state).toBe("no-answer");
  });

  it("says when it may not read, whatever an old script still says", async () => {
    fake.state.refusal = "Cannot access contents of the page. Extension manifest must request permission.";
    await view();
    await settled();
    await fromFrame(pageReading(PAIR));
    const shown = await view();
    expect(shown.state).toBe("not-permitted");
    expect(JSON.stringify(shown)).not.toMatch(/Quill/);
  });

  it.each(["Frame with ID 0 was removed.", "Actor 'Conduits' destroyed before query 'Execute' was resolved"])(
    "tries again where the document changed under its hands: %s",
    async (refusal) => {
      fake.state.refusal = refusal;
      await press();
      expect((await view()).state).toBe("reading");
      fake.state.refusal = undefined;
      fake.events.updated.fire(TAB, { status: "complete" });
      await settled();
      await fromFrame(pageReading(PAIR));
      expect((await view()).state).toBe("advice");
    },
  );

  it("heeds no try that ends after a later one", async () => {
    const { scripting } = fake.browser;
    const inject = scripting.executeScript;
    let refuse: (reason: Error) => void = () => undefined;
    scripting.executeScript = () => new Promise((_, reject) => (refuse = reject));
    await press();
    scripting.executeScript = inject;
    await press();
    await fromFrame(pageReading(PAIR));
    refuse(new Error("Cannot access a chrome:// URL"));
    await settled();
    expect((await view()).state).toBe("advice");
  });

  it("reads on a press, however it crosses a look at the page that was not allowed yet", async () => {
    const outcomes: string[] = [];
    for (let ticks = 0; ticks < 60; ticks++) {
      fake = fakeBrowser();
      await startWorker();
      fake.state.refusal = "Cannot access contents of the page.";
      void view();
      for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
      fake.state.refusal = undefined;
      await press();
      await fromFrame(pageReading(PAIR));
      outcomes.push((await view()).state);
    }
    expect(new Set(outcomes)).toEqual(new Set(["advice"]));
  });

  it("asks again where a press is heard of before the access that came with it", async () => {
    fake.state.refusal = "Cannot access contents of the page.";
    await press();
    expect((await view()).state).toBe("reading");
    fake.state.refusal = undefined;
    await vi.waitFor(() => expect(fake.memory.get(`tab:${TAB}:tab`)).toMatchObject({ outcome: "injected" }));
    await fromFrame(pageReading(PAIR));
    expect((await view()).state).toBe("advice");
  });

  it("says that a page does not answer where no access ever came with a press", async () => {
    fake.state.refusal = "Cannot access contents of the page.";
    await press();
    await vi.waitFor(async () => expect((await view()).state).toBe("no-answer"), 2_000);
  });

  it("says that a page does not answer where a press met a page of the browser's own", async () => {
    fake.state.refusal = "Cannot access a chrome:// URL";
    await press();
    expect((await view()).state).toBe("no-answer");
  });
});

describe("corrections", () => {
  beforeEach(async () => {
    await press();
    await fromFrame(pageReading(PAIR));
  });

  const correct = (stamp: string, corrections: object) =>
    fromPanel({ type: "panel/correct", tabId: TAB, stamp, corrections }) as Promise<PanelView>;

  it("change the advice and outlive the worker", async () => {
    const { stamp } = await view();
    const changed = await correct(stamp, { severity: "moderate", ageMonths: 20 });
    expect(changed.facts).toMatchObject({ severity: "moderate", ageMonths: 20 });
    await startWorker();
    expect((await view()).facts.ageMonths).toBe(20);
  });

  it("strike out what was read wrongly", async () => {
    const { stamp } = await view();
    expect((await correct(stamp, { diagnosis: null })).state).toBe("confirm");
  });

  it("never reach another patient", async () => {
    const { stamp } = await view();
    await correct(stamp, { severity: "severe" });
    await fromFrame(pageReading(readingOf([PIMECROLIMUS, ATOPIC], FERN), { visit: 1, number: 2 }));
    const shown = await view();
    expect(shown.patient).toBe(FERN.label);
    expect(shown.facts.severity).toBeUndefined();
    expect((await correct(stamp, { severity: "severe" })).facts.severity).toBeUndefined();
  });

  it("are refused with a reason where the fact cannot be, and nothing else is lost", async () => {
    const { stamp } = await view();
    const shown = await correct(stamp, { ageMonths: 5000, severity: "moderate" });
    expect(shown.problems.map(({ field }) => field)).toEqual(["ageMonths"]);
    expect(shown.facts).not.toHaveProperty("ageMonths");
    expect(shown.advice?.applicability).toBe("applies");
    expect(shown.facts.severity).toBe("moderate");
  });
});

describe("strangers", () => {
  it.each([
    ["another extension", { type: "panel/content" }, { id: "stranger", url: OWN_PAGE }],
    [
      "a page that plays the panel",
      { type: "panel/view", tabId: TAB },
      { id: EXTENSION, url: "https://ehr.example/", tab: { id: TAB }, frameId: 0 },
    ],
    ["a panel that plays a page", pageReading(PAIR), { id: EXTENSION, url: OWN_PAGE }],
    ["a frame without a tab", pageReading(PAIR), { id: EXTENSION, url: "https://ehr.example/" }],
    [
      "words of another shape",
      { type: "page/reading" },
      { id: EXTENSION, url: "https://ehr.example/", tab: { id: TAB }, frameId: 0 },
    ],
    ["no words", undefined, { id: EXTENSION, url: OWN_PAGE }],
  ])("%s gets no answer", async (_who, message, sender) => {
    expect(fake.events.message.fire(message, sender)).toEqual([undefined]);
    await settled();
    expect(fake.memory.size).toBe(0);
  });

  it("cannot break what a corrupt memory holds", async () => {
    fake.memory.set(`tab:${TAB}:frame:0:x`, { half: "a record" });
    fake.memory.set(`tab:${TAB}:tab`, "torn");
    expect((await view()).state).toBe("reading");
  });
});

describe("a store that takes nothing more", () => {
  const full = (of: string) => {
    const { session } = fake.browser.storage;
    const set = session.set;
    session.set = async (values) => {
      if (Object.keys(values).some((key) => key.includes(of)))
        throw new DOMException("Quota exceeded", "QuotaExceededError");
      await set(values);
    };
  };
  const refused = (message: unknown) => expect(fromFrame(message)).rejects.toThrow(/quota/i);

  it("leaves nobody in the place of somebody who cannot be written down", async () => {
    await fromFrame(pageReading(PAIR));
    full("frame");
    await refused({ type: "page/changed", document: "doc-1", visit: 1 });
    expect(JSON.stringify([...fake.memory])).not.toMatch(/Quill/);
    await refused(pageReading(readingOf([PIMECROLIMUS, ATOPIC], FERN), { visit: 1, number: 2 }));
    expect((await view()).state).toBe("reading");
  });

  it("never takes what it could not write down for an empty chart", async () => {
    full(":");
    await refused(pageReading(PAIR));
    expect((await view()).state).toBe("reading");
  });

  it("withholds no advice because it cannot be counted", async () => {
    full("visit:");
    await refused(pageReading(PAIR));
    expect((await view()).state).toBe("advice");
  });
});

describe("a clock that was set back", () => {
  afterEach(() => vi.useRealTimers());
  const back = () => vi.useFakeTimers({ now: Date.now() - 86_400_000, toFake: ["Date"] });

  it("makes nobody wait for tomorrow", async () => {
    await press();
    back();
    expect((await view()).state).toBe("no-answer");
    await fromFrame(pageReading(PAIR));
    expect((await view()).state).toBe("advice");
  });

  it("brings back nobody who has left", async () => {
    await fromFrame(pageReading(PAIR));
    back();
    await fromFrame({ type: "page/gone", document: "doc-1" });
    await fromFrame(pageReading(readingOf([PIMECROLIMUS, ATOPIC], FERN), { document: "doc-2" }));
    expect((await view()).patient).toBe(FERN.label);
  });
});

describe("look-up by hand", () => {
  it("needs no page", async () => {
    const shown = (await fromPanel({
      type: "panel/lookup",
      corrections: { ageMonths: 400, severity: "mild" },
    })) as PanelView;
    expect(shown.state).toBe("lookup");
    expect(shown.advice?.applicability).toBe("applies");
    expect(fake.asked).toEqual([]);
  });
});

describe("lasting access", () => {
  it("registers the reader for the granted site as soon as it is granted", async () => {
    fake.events.permissionAdded.fire();
    await settled();
    expect(fake.asked.join()).toContain('"matches":["https://ehr.example/*"]');
  });
});
