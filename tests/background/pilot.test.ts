import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Counts } from "../../src/background/counts";
import { content } from "../../src/engine";
import { GROUPS } from "../../src/engine/advice";
import type { SettingsState } from "../../src/settings/port";
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
const NOW = new Date(2026, 10, 2, 9).getTime();

/** Starts a worker as the browser does after killing the last one: same memory, fresh module. */
async function startWorker(policy: Record<string, unknown> = {}) {
  fake.state.policy = policy;
  for (const event of Object.values(fake.events)) event.listeners.length = 0;
  fake.changed.listeners.length = 0;
  vi.resetModules();
  await import("../../src/background/worker");
}

beforeEach(() => {
  fake = fakeBrowser();
  globalThis.indexedDB = new IDBFactory();
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
});
afterEach(() => vi.useRealTimers());

const settled = () => new Promise((done) => setTimeout(done, 20));

const fromFrame = (message: unknown, { url = "https://ehr.example/chart", frameId = 0, tabId = TAB } = {}) =>
  Promise.all(
    fake.events.message.fire(message, { id: EXTENSION, url, tab: { id: tabId }, frameId }) as unknown[],
  );

async function ask<Result>(message: object): Promise<Result> {
  const [answer] = fake.events.message.fire(message, { id: EXTENSION, url: OWN_PAGE });
  return (await answer) as Result;
}

const view = (tabId = TAB) => ask<PanelView>({ type: "panel/view", tabId });
const counts = () => ask<Counts>({ type: "settings/counts" });
/** How often an event was counted, by rule. */
async function countsOf(event: string): Promise<Record<string, number>> {
  const { cells } = await counts();
  return Object.fromEntries(
    cells.filter((cell) => cell.event === event).map(({ rule, count }) => [rule, count]),
  );
}
const PAIR_RULE = "pimecrolimus-and-atopic-dermatitis";

async function changePolicy(policy: Record<string, unknown>) {
  fake.state.policy = policy;
  fake.changed.fire({}, "managed");
  await settled();
}

describe("the mode", () => {
  it("live shows, and cues", async () => {
    await startWorker({ mode: "live" });
    await fromFrame(pageReading(PAIR));
    expect((await view()).state).toBe("advice");
    expect(fake.badges.get(TAB)).not.toBe("");
  });

  it("shadow shows nothing, counts, and never looks like an empty chart", async () => {
    await startWorker({ mode: "shadow" });
    await fromFrame(pageReading(PAIR));
    const shown = await view();
    expect(shown).toMatchObject({ state: "no-answer", pilot: { notice: { code: "shadow" } } });
    expect(shown.advice).toBeUndefined();
    expect(JSON.stringify(shown)).not.toMatch(/Quill|Pimecrolimus|432/);
    expect(fake.badges.get(TAB) ?? "").toBe("");
    expect(await countsOf("would-fire")).toMatchObject({ [PAIR_RULE]: 1 });
    expect(await countsOf("cued")).toEqual({});
    expect(await countsOf("opened")).toEqual({});
  });

  it("off reads nothing: no injection, and what arrives is thrown away", async () => {
    await startWorker({ mode: "off", contactText: "IT, ext. 99" });
    fake.events.pressed.fire({ id: TAB });
    await settled();
    await fromFrame(pageReading(PAIR));
    expect(await view()).toMatchObject({
      state: "no-answer",
      pilot: { notice: { code: "off", contact: "IT, ext. 99" } },
    });
    expect(fake.asked).not.toContain("inject");
    expect(JSON.stringify([...fake.memory])).not.toMatch(/Quill|Pimecrolimus/);
    expect(fake.told).toContainEqual({ tabId: TAB, message: { type: "page/stop" }, frameId: 0 });
    expect((await counts()).cells).toEqual([]);
  });

  it("off silences the look-up by hand as well", async () => {
    await startWorker({ mode: "off" });
    const shown = await ask<PanelView>({ type: "panel/lookup", corrections: { severity: "mild" } });
    expect(shown.advice).toBeUndefined();
    expect(shown.pilot?.notice?.code).toBe("off");
  });

  it("off silences at once what was live a moment ago", async () => {
    await startWorker({ mode: "live" });
    await fromFrame(pageReading(PAIR));
    expect((await view()).state).toBe("advice");
    await changePolicy({ mode: "off" });
    expect(fake.badges.get(TAB)).toBe("");
    expect(JSON.stringify([...fake.memory])).not.toMatch(/Quill|Pimecrolimus/);
    expect(fake.memory.has("terms-changed")).toBe(true);
    expect((await view()).pilot?.notice?.code).toBe("off");
  });

  it("live again reads again what is open", async () => {
    await startWorker({ mode: "shadow" });
    await fromFrame(pageReading(PAIR));
    fake.asked.length = 0;
    await changePolicy({ mode: "live" });
    expect(fake.asked).toContain("inject");
    await fromFrame(pageReading(PAIR, { number: 2 }));
    expect((await view()).state).toBe("advice");
  });

  it("wrong is off, and named", async () => {
    await startWorker({ mode: "Live" });
    await fromFrame(pageReading(PAIR));
    expect((await view()).pilot?.notice?.code).toBe("off");
    const { policy } = await ask<SettingsState>({ type: "settings/state" });
    expect(policy.problems.map(({ key }) => key)).toEqual(["mode"]);
  });
});

describe("the fence of sites", () => {
  const FENCE = { mode: "live", ehrHosts: ["https://ehr.example/*"] };

  it("lets the clinic's site through", async () => {
    await startWorker(FENCE);
    fake.events.pressed.fire({ id: TAB });
    await settled();
    await fromFrame(pageReading(PAIR));
    expect((await view()).state).toBe("advice");
  });

  it("puts nothing into another site, and drops what its frames say", async () => {
    await startWorker(FENCE);
    fake.state.address = "https://webmail.example/";
    fake.events.pressed.fire({ id: TAB });
    await settled();
    expect(fake.asked).not.toContain("inject");
    await fromFrame(pageReading(PAIR), { url: "https://webmail.example/" });
    expect(await view()).toMatchObject({ state: "not-permitted", pilot: { notice: { code: "site" } } });
    expect(JSON.stringify([...fake.memory])).not.toMatch(/Quill/);
  });

  it("drops a foreign frame inside the clinic's page", async () => {
    await startWorker(FENCE);
    await fromFrame(pageReading(readingOf([PIMECROLIMUS], QUILL)));
    await fromFrame(pageReading(readingOf([ATOPIC]), { document: "d2" }), {
      url: "https://ads.example/",
      frameId: 3,
    });
    expect((await view()).state).toBe("confirm");
  });

  it("registers the reader on the fenced sites only, and on none while off", async () => {
    await startWorker({ ...FENCE, ehrHosts: ["https://other.example/*"] });
    fake.events.permissionAdded.fire();
    await settled();
    expect(fake.asked.join()).not.toContain('"matches"');
    await changePolicy(FENCE);
    expect(fake.asked.join()).toContain('"matches":["https://ehr.example/*"]');
    fake.asked.length = 0;
    await changePolicy({ ...FENCE, mode: "off" });
    expect(fake.asked.join()).not.toContain('"matches"');
  });
});

describe("the end of the pilot", () => {
  const PILOT = { mode: "live", pilotEnds: "2026-11-02", feedback: "counts" };

  it("silences from the next day on, deletes the counts, and a clock set back revives nothing", async () => {
    await startWorker(PILOT);
    await fromFrame(pageReading(PAIR));
    expect((await view()).state).toBe("advice");
    expect((await counts()).cells).not.toEqual([]);
    vi.setSystemTime(new Date(2026, 10, 3, 0, 1));
    expect((await view()).pilot?.notice?.code).toBe("ended");
    expect((await counts()).cells).toEqual([]);
    vi.setSystemTime(NOW);
    await startWorker(PILOT);
    await fromFrame(pageReading(PAIR, { number: 2 }));
    expect((await view()).pilot?.notice?.code).toBe("ended");
  });

  it("outlives erasing under a policy, and a later end opens it again", async () => {
    await startWorker(PILOT);
    vi.setSystemTime(new Date(2026, 10, 3));
    await view();
    await ask({ type: "settings/erase" });
    vi.setSystemTime(NOW);
    expect((await view()).pilot?.notice?.code).toBe("ended");
    await changePolicy({ ...PILOT, pilotEnds: "2026-12-31" });
    await fromFrame(pageReading(PAIR));
    expect((await view()).state).toBe("advice");
  });

  it("keeps the counts where its date cannot be read", async () => {
    await startWorker({ mode: "live" });
    await fromFrame(pageReading(PAIR));
    await changePolicy({ mode: "live", pilotEnds: "31.12.2026" });
    expect((await view()).pilot?.notice?.code).toBe("ended");
    expect((await counts()).cells).not.toEqual([]);
  });
});

describe("what the policy changes in the advice", () => {
  const shownUnder = async (policy: object, reading = PAIR) => {
    await startWorker({ mode: "live", ...policy });
    await fromFrame(pageReading(reading));
    return view();
  };
  const ids = ({ advice }: PanelView) =>
    (advice ? GROUPS.flatMap((group) => advice[group]) : []).map(({ id }) => id);

  it("mutes an item and says so", async () => {
    const shown = await shownUnder({ disabledRules: ["bathing"] });
    expect(ids(shown)).not.toContain("bathing");
    expect(shown.pilot?.muted).toEqual([{ item: "bathing", by: "policy" }]);
    expect(JSON.stringify(shown.sensitivity)).not.toContain('"item":"bathing"');
    expect(JSON.stringify(shown.advice?.missing)).not.toContain('"bathing"');
  });

  it("cannot mute an exclusion", async () => {
    const toddler = readingOf([PIMECROLIMUS, ATOPIC], { ...QUILL, ageMonths: 20 });
    const shown = await shownUnder({ disabledRules: ["tacrolimus-ointment"] }, toddler);
    expect(shown.advice?.options.find(({ id }) => id === "tacrolimus-ointment")?.status).toBe("exclude");
  });

  it("adds the formulary and leaves every status as it was", async () => {
    const plain = await shownUnder({});
    const formulary = { "tacrolimus-ointment": { status: "unavailable", note: "Ask the pharmacy" } };
    const shown = await shownUnder({ formulary });
    expect(shown.pilot?.formulary).toEqual(formulary);
    expect(shown.advice).toEqual(plain.advice);
  });

  it("sets the jurisdiction against any correction", async () => {
    const shown = await shownUnder({ jurisdiction: "UK" });
    expect(shown.facts.jurisdiction).toBe("UK");
    const corrected = await ask<PanelView>({
      type: "panel/correct",
      tabId: TAB,
      stamp: shown.stamp,
      corrections: { jurisdiction: "US" },
    });
    expect(corrected.facts.jurisdiction).toBe("UK");
  });

  it("drops what stands in notes before anything is kept, and says that lists only were read", async () => {
    const note = { ...ATOPIC, section: "note" as const, quote: "Atopic dermatitis since childhood" };
    const reading = readingOf([PIMECROLIMUS, note], QUILL);
    reading.coverage.push({ section: "note", state: "read", count: 1 });
    const shown = await shownUnder({}, reading);
    expect(shown).toMatchObject({ state: "confirm", pilot: { notice: { code: "lists-only" } } });
    expect(shown.coverage.map(({ section, state }) => `${section} ${state}`)).toEqual([
      "medications read",
      "note unreadable",
    ]);
    expect(JSON.stringify([...fake.memory])).not.toMatch(/since childhood/);
    expect((await shownUnder({ readNotes: true }, readingOf([PIMECROLIMUS, note], QUILL))).state).toBe(
      "advice",
    );
  });

  it("shows no other knowledge than the pinned", async () => {
    expect((await shownUnder({ rulePackPin: content().version })).state).toBe("advice");
    const shown = await shownUnder({ rulePackPin: "1999.1" });
    expect(shown).toMatchObject({ state: "no-answer", pilot: { notice: { code: "knowledge" } } });
  });
});

describe("manners", () => {
  const FERN_PAIR = readingOf([PIMECROLIMUS, ATOPIC], FERN);
  const third = readingOf([PIMECROLIMUS, ATOPIC], { key: "k3", parts: { name: "n3", birth: "b3" } });

  it("charges a cue once a patient and visit, whatever tab and however often", async () => {
    await startWorker({ mode: "live", maxCuesPerDay: 2 });
    await fromFrame(pageReading(PAIR));
    await fromFrame(pageReading(PAIR, { number: 2 }));
    await fromFrame(pageReading(PAIR, { document: "d9" }), { tabId: 8 });
    expect((await view()).pilot?.cues).toEqual({ given: 1, budget: 2 });
    expect(await countsOf("cued")).toEqual({ [PAIR_RULE]: 1 });
  });

  it("gives no cue beyond the day's budget, still answers when asked, and starts anew the next day", async () => {
    await startWorker({ mode: "live", maxCuesPerDay: 2 });
    await fromFrame(pageReading(PAIR));
    await fromFrame(pageReading(FERN_PAIR), { tabId: 8 });
    await fromFrame(pageReading(third), { tabId: 9 });
    expect([TAB, 8, 9].map((tab) => fake.badges.get(tab) ?? "")).toEqual(["•", "•", ""]);
    expect((await view(9)).state).toBe("advice");
    vi.setSystemTime(NOW + 24 * 3600 * 1000);
    await fromFrame(pageReading(third, { number: 2 }), { tabId: 9 });
    expect(fake.badges.get(9)).toBe("•");
  });

  it("counts each patient once, when every frame of the page speaks at once", async () => {
    await startWorker({ mode: "live" });
    await Promise.all([
      fromFrame(pageReading(PAIR)),
      fromFrame(pageReading(readingOf([], QUILL), { document: "d2" }), { frameId: 2 }),
      fromFrame(pageReading(readingOf([], QUILL), { document: "d3" }), { frameId: 3 }),
    ]);
    expect(await countsOf("would-fire")).toMatchObject({ [PAIR_RULE]: 1 });
  });

  const dismiss = (stamp: string, more: object) =>
    ask<PanelView>({ type: "panel/dismiss", tabId: TAB, stamp, ...more });

  it("dismisses the advice for this patient and visit, with the reason counted", async () => {
    await startWorker({ mode: "live", feedback: "coded" });
    await fromFrame(pageReading(PAIR));
    const { stamp } = await view();
    const shown = await dismiss(stamp, { reason: "limited-time" });
    expect(shown.pilot?.dismissed).toBe("limited-time");
    expect(fake.badges.get(TAB)).toBe("");
    await fromFrame(pageReading(PAIR, { number: 2 }));
    expect(fake.badges.get(TAB)).toBe("");
    const { cells } = await counts();
    expect(cells.find(({ event }) => event === "dismissed")).toMatchObject({
      feedback: "limited-time",
      count: 1,
    });
    await fromFrame(pageReading(FERN_PAIR), { tabId: 8 });
    expect(fake.badges.get(8)).not.toBe("");
    expect((await dismiss(stamp, {})).pilot?.dismissed).toBeUndefined();
    expect(fake.badges.get(TAB)).not.toBe("");
  });

  it("dismisses one item, but none that warns of harm, and none of a patient who has gone", async () => {
    await startWorker({ mode: "live" });
    await fromFrame(pageReading(PAIR));
    const { stamp } = await view();
    const shown = await dismiss(stamp, { reason: "cds-not-applicable", item: "bathing" });
    expect(shown.pilot?.muted).toEqual([{ item: "bathing", by: "dismissal" }]);
    await dismiss(stamp, { reason: "cds-not-applicable", item: "infection-evaluation" });
    expect((await view()).pilot?.muted).toHaveLength(1);
    await fromFrame(pageReading(FERN_PAIR, { visit: 1, number: 3 }));
    expect((await dismiss(stamp, { reason: "limited-time" })).pilot?.dismissed).toBeUndefined();
  });

  it("snoozes an item for every patient until its end, and lists it", async () => {
    await startWorker({ mode: "live" });
    await fromFrame(pageReading(PAIR));
    const { stamp } = await view();
    await ask({ type: "panel/snooze", tabId: TAB, stamp, days: 2, item: "bathing" });
    await fromFrame(pageReading(FERN_PAIR), { tabId: 8 });
    expect((await view(8)).pilot?.muted).toEqual([{ item: "bathing", by: "snooze", until: "2026-11-03" }]);
    const { snoozes } = await ask<SettingsState>({ type: "settings/state" });
    expect(snoozes).toEqual([{ rule: "bathing", until: "2026-11-03" }]);
    vi.setSystemTime(new Date(2026, 10, 4, 9));
    expect((await view(8)).pilot?.muted).toEqual([]);
  });

  it("snoozes the cue alone, and ends it from the settings page", async () => {
    await startWorker({ mode: "live" });
    await fromFrame(pageReading(PAIR));
    const { stamp } = await view();
    await ask({ type: "panel/snooze", tabId: TAB, stamp, days: 7 });
    expect(fake.badges.get(TAB)).toBe("");
    expect(await view()).toMatchObject({ state: "advice", pilot: { cueSnoozedUntil: "2026-11-08" } });
    await ask({ type: "settings/end-snooze", rule: PAIR_RULE });
    await fromFrame(pageReading(PAIR, { number: 2 }));
    expect(fake.badges.get(TAB)).not.toBe("");
  });

  it("refuses a snooze of more than 90 days", async () => {
    await startWorker({ mode: "live" });
    const [answer] = fake.events.message.fire(
      { type: "panel/snooze", tabId: TAB, stamp: "x", days: 91 },
      { id: EXTENSION, url: OWN_PAGE },
    );
    expect(answer).toBeUndefined();
  });
});

describe("counting", () => {
  it("is off for a user whom no clinic's policy reaches", async () => {
    await startWorker();
    await fromFrame(pageReading(PAIR));
    await view();
    expect((await counts()).cells).toEqual([]);
  });

  it("keeps no advice waiting", async () => {
    await startWorker({ mode: "live", feedback: "coded" });
    await fromFrame(pageReading(PAIR));
    let release: () => void = () => undefined;
    const busy = navigator.locks.request("visits", () => new Promise<void>((done) => (release = done)));
    expect((await view()).state).toBe("advice");
    release();
    await busy;
    await settled();
    expect(await countsOf("opened")).toEqual({ [PAIR_RULE]: 1 });
  });

  it("tells what was opened, copied, handed out, struck out as read wrongly, and held back", async () => {
    await startWorker({ mode: "live", feedback: "coded" });
    await fromFrame(pageReading(PAIR));
    const { stamp } = await view();
    for (const event of ["option-opened", "option-opened", "copied", "handout"]) {
      await ask({ type: "panel/count", tabId: TAB, stamp, event, item: "tacrolimus-ointment" });
    }
    await ask({ type: "panel/count", tabId: TAB, stamp, event: "copied", item: "Quill, Synthia" });
    await ask({ type: "panel/correct", tabId: TAB, stamp, corrections: { ageMonths: null } });
    await fromFrame(pageReading(readingOf([PIMECROLIMUS, ECZEMA], FERN)), { tabId: 8 });
    const { cells } = await counts();
    const told = cells.map(({ event, rule, feedback, count }) => `${event} ${rule} ${feedback} ${count}`);
    expect(told).toEqual(
      expect.arrayContaining([
        `opened ${PAIR_RULE}  1`,
        "option-opened tacrolimus-ointment  1",
        "copied tacrolimus-ointment  1",
        "handout tacrolimus-ointment  1",
        `corrected ${PAIR_RULE} ageMonths 1`,
        `abstained ${PAIR_RULE} confirm 1`,
      ]),
    );
  });

  it("leaves nothing of a patient on disk after a week of visits", async () => {
    await startWorker({ mode: "live", feedback: "coded", maxCuesPerDay: 5, locationCode: "DERM-1" });
    await ask({ type: "settings/set", name: "userCode", value: "u7" });
    for (let day = 0; day < 7; day++) {
      vi.setSystemTime(NOW + day * 24 * 3600 * 1000);
      for (const [index, patient] of [QUILL, FERN].entries()) {
        const tabId = 20 + index;
        await fromFrame(
          pageReading(readingOf([PIMECROLIMUS, ATOPIC], patient), { document: `doc-${day}-${index}` }),
          {
            tabId,
          },
        );
        const { stamp } = await view(tabId);
        await ask({
          type: "panel/correct",
          tabId,
          stamp,
          corrections: { severity: "moderate", ageMonths: null },
        });
        await ask({ type: "panel/dismiss", tabId, stamp, reason: "detection-wrong", item: "bathing" });
        await ask({ type: "panel/snooze", tabId, stamp, days: 3, item: "moisturizer" });
      }
    }
    const { cells } = await counts();
    expect(cells.length).toBeGreaterThan(50);
    const disk = JSON.stringify([...fake.disk, cells]);
    expect(disk).not.toMatch(/quill|fern|synth|n1|b1|r1|k1|doc-|ehr\.example|432|cream 1|1 %/i);
    for (const { day } of cells) expect(day).toMatch(/^2026-11-0\d$/);
    expect(Object.keys(Object.fromEntries(fake.disk)).sort()).toEqual(["settings", "snoozes"]);
  });
});

describe("the settings page's door", () => {
  it("stores what the user may set, and nothing else", async () => {
    await startWorker();
    await ask({ type: "settings/set", name: "jurisdiction", value: "EU" });
    await ask({ type: "settings/set", name: "mode", value: "off" });
    await ask({ type: "settings/set", name: "units", value: "stone" });
    await ask({ type: "settings/set", name: "__proto__", value: "x" });
    expect(fake.disk.get("settings")).toEqual({ jurisdiction: "EU" });
    await ask({ type: "settings/set", name: "jurisdiction", value: null });
    expect(fake.disk.get("settings")).toEqual({});
  });

  it("is closed to pages", async () => {
    await startWorker();
    for (const message of [{ type: "settings/erase" }, { type: "settings/state" }]) {
      const answers = fake.events.message.fire(message, {
        id: EXTENSION,
        url: "https://ehr.example/",
        tab: { id: TAB },
        frameId: 0,
      });
      expect(answers).toEqual([undefined]);
    }
  });

  it("erases all", async () => {
    await startWorker();
    await ask({ type: "settings/set", name: "feedback", value: "coded" });
    await fromFrame(pageReading(PAIR));
    expect((await counts()).cells).not.toEqual([]);
    expect(fake.badges.get(TAB)).not.toBe("");
    expect(await ask({ type: "settings/erase" })).toBe(true);
    expect((await counts()).cells).toEqual([]);
    expect(fake.disk.size).toBe(0);
    expect(fake.badges.get(TAB)).toBe("");
    expect(JSON.stringify([...fake.memory])).not.toMatch(/Quill/);
  });

  it("opens once after the installation, and not after an update", async () => {
    await startWorker();
    fake.events.installed.fire({ reason: "update" });
    expect(fake.asked).not.toContain("open settings");
    fake.events.installed.fire({ reason: "install" });
    expect(fake.asked).toContain("open settings");
    expect((await ask<SettingsState>({ type: "settings/state" })).welcomed).toBe(false);
    await ask({ type: "settings/set", name: "welcomed", value: true });
    expect((await ask<SettingsState>({ type: "settings/state" })).welcomed).toBe(true);
  });
});
