import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Happening } from "../../src/pilot/counting";
import { type FakeBrowser, fakeBrowser } from "./fake-browser";

let fake: FakeBrowser;

vi.mock("webextension-polyfill", () => ({
  get default() {
    return fake.browser;
  },
}));

const { allCounts, count, eraseCounts } = await import("../../src/background/counts");

const DAY = "2026-10-01";
const OPENED: Required<Happening> = { event: "opened", rule: "bathing", feedback: "" };
const DISMISSED: Required<Happening> = { event: "dismissed", rule: "bathing", feedback: "limited-time" };

beforeEach(() => {
  fake = fakeBrowser();
  globalThis.indexedDB = new IDBFactory();
});

/** Refuses every write, as a full disk does. */
function fillDisk() {
  const refusal = new DOMException("No room", "QuotaExceededError");
  const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw refusal;
  });
  return () => put.mockRestore();
}

describe("the counts", () => {
  it("add up by day, rule, event and feedback", async () => {
    await count([OPENED, DISMISSED], DAY);
    await count([OPENED], DAY);
    await count([OPENED], "2026-10-02");
    const { cells, waiting, trouble } = await allCounts();
    expect({ waiting, trouble }).toEqual({ waiting: 0, trouble: undefined });
    expect(cells).toEqual([
      { day: DAY, ...DISMISSED, count: 1 },
      { day: DAY, ...OPENED, count: 2 },
      { day: "2026-10-02", ...OPENED, count: 1 },
    ]);
  });

  it("wait in memory while the disk is full, say so, and arrive when there is room", async () => {
    await count([OPENED], DAY);
    const free = fillDisk();
    await count([OPENED], DAY);
    await count([DISMISSED], DAY);
    expect(await allCounts()).toMatchObject({ waiting: 2, cells: [{ count: 1 }] });
    free();
    await count([OPENED], DAY);
    const { cells, waiting, lostSince } = await allCounts();
    expect({ waiting, lostSince }).toEqual({ waiting: 0, lostSince: undefined });
    expect(cells.map((cell) => cell.count)).toEqual([1, 3]);
  });

  it("say since when some were lost, if the browser closed while they waited", async () => {
    const free = fillDisk();
    await count([OPENED], DAY);
    free();
    fake.memory.clear();
    expect(await allCounts()).toMatchObject({ waiting: 0, lostSince: DAY });
  });

  it("say that they cannot be read while the database is being upgraded, and lose none", async () => {
    await count([OPENED], DAY);
    const upgraded = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open("counts", 2);
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    expect(await allCounts()).toMatchObject({ cells: [], trouble: "busy" });
    await count([OPENED], DAY);
    expect(await allCounts()).toMatchObject({ waiting: 1, trouble: "busy" });
    expect(await eraseCounts()).toBe(false);
    upgraded.close();
  });

  it("give up on a database that another page is waiting to upgrade", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const stubborn = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open("counts", 1);
      opening.onsuccess = () => done(opening.result);
    });
    const upgrade = indexedDB.open("counts", 2);
    await new Promise((blocked) => {
      upgrade.onblocked = blocked;
    });
    const asked = allCounts();
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
    vi.advanceTimersByTime(3000);
    expect((await asked).trouble).toBe("busy");
    vi.useRealTimers();
    stubborn.close();
  });

  it("say that the browser offers no storage", async () => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("A private window", "InvalidStateError");
    });
    await count([OPENED], DAY);
    expect(await allCounts()).toMatchObject({ waiting: 1, trouble: "unavailable" });
  });

  it("are erased with what waits", async () => {
    await count([OPENED], DAY);
    const free = fillDisk();
    await count([OPENED], DAY);
    free();
    expect(await eraseCounts()).toBe(true);
    expect(await allCounts()).toEqual({ cells: [], waiting: 0, trouble: undefined, lostSince: undefined });
    expect(fake.disk.size).toBe(0);
  });

  it("do not read what is no cell", async () => {
    await count([OPENED], DAY);
    const database = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open("counts", 1);
      opening.onsuccess = () => done(opening.result);
    });
    const store = database.transaction("cells", "readwrite").objectStore("cells");
    store.put({ day: DAY, rule: "Quill, Synthia", event: "opened", feedback: "", count: 9 });
    database.close();
    expect((await allCounts()).cells).toHaveLength(1);
  });
});
