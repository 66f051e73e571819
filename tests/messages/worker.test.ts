import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { EXTENSION, type FakeBrowser, fakeBrowser, OWN_PAGE } from "../background/fake-browser";
import { ATOPIC, PIMECROLIMUS, pageReading, QUILL, readingOf } from "../background/readings";
import { type Bent, bentMessages } from "./mutate";
import { FROM_PAGE, FROM_PANEL, FROM_SETTINGS, TAB, TO_PAGE } from "./samples";

let fake: FakeBrowser;
let writes = 0;

vi.mock("webextension-polyfill", () => ({
  get default() {
    return fake.browser;
  },
}));

/** Counts whatever changes a store. */
function counted<Store extends Map<string, unknown>>(store: Store): void {
  const { set, delete: remove } = Map.prototype;
  store.set = (key, value) => {
    writes++;
    return set.call(store, key, value) as Store;
  };
  store.delete = (key) => {
    writes++;
    return remove.call(store, key);
  };
}

beforeEach(async () => {
  fake = fakeBrowser();
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  await import("../../src/background/worker");
  counted(fake.memory);
  counted(fake.disk);
  await send(pageReading(readingOf([PIMECROLIMUS, ATOPIC], QUILL)), FRAME);
});

const FRAME = { id: EXTENSION, url: "https://ehr.example/", tab: { id: TAB }, frameId: 0 };
const PANEL = { id: EXTENSION, url: OWN_PAGE };

const send = (message: unknown, sender: object) => {
  const answers = fake.events.message.fire(message, sender);
  expect(answers).toHaveLength(1);
  return answers[0];
};

/** What may stand in the stores, whatever was sent. */
const KEYS =
  /^(tab:-?\d+:(tab|called|corrections|frame:\d+:.*)|visit:.*|cues-given|terms-changed|counts-waiting)$/s;
const DISK = ["settings", "snoozes", "welcomed", "counts-waiting-since"];

async function judge({ message, refuse }: Bent, sender: object): Promise<void> {
  const before = writes;
  const answer = send(message, sender);
  if (refuse) expect(answer).toBeUndefined();
  // Before anything else gets its turn: what was asked earlier may still be writing.
  if (answer === undefined) expect(writes).toBe(before);
  if (refuse) return;
  await answer;
  expect([...fake.memory.keys()].filter((key) => !KEYS.test(key))).toEqual([]);
  expect([...fake.disk.keys()].filter((key) => !DISK.includes(key))).toEqual([]);
  expect(Object.keys(Object.prototype)).toEqual([]);
}

const RUNS = 4_500;
const settled = () => new Promise((done) => setTimeout(done, 20));

describe("the worker's door", () => {
  it.each([
    ["what a page's frame says", FROM_PAGE, [...FROM_PANEL, ...FROM_SETTINGS, ...TO_PAGE], FRAME],
    ["what the panel asks", FROM_PANEL, [...FROM_PAGE, ...TO_PAGE], PANEL],
    ["what the settings page asks", FROM_SETTINGS, [...FROM_PAGE, ...TO_PAGE], PANEL],
  ])(
    `takes %s only in its shape, in ${RUNS} tries`,
    async (_what, samples, others, sender) => {
      await fc.assert(
        fc.asyncProperty(bentMessages(samples, others), (bent) => judge(bent, sender)),
        { numRuns: RUNS },
      );
      await settled();
      // After all that it still answers whoever asks as one should.
      await send({ type: "page/gone", document: "doc-1" }, FRAME);
      await send(pageReading(readingOf([PIMECROLIMUS, ATOPIC], QUILL), { number: 2 ** 40 }), FRAME);
      expect(await send({ type: "panel/content" }, PANEL)).toHaveProperty("version");
    },
    120_000,
  );

  it("refuses what only looks as if it had a length", () => {
    const length = { toString: 1, valueOf: 1 };
    expect(send({ type: "page/gone", document: { length } }, FRAME)).toBeUndefined();
    const reading = { ...readingOf([PIMECROLIMUS, ATOPIC], QUILL), findings: { length } };
    expect(send({ ...pageReading(readingOf([PIMECROLIMUS], QUILL)), reading }, FRAME)).toBeUndefined();
  });

  it(`gives no answer to a stranger, whatever is said, in ${RUNS} tries`, async () => {
    const valid = fc.constantFrom<object>(...FROM_PAGE, ...FROM_PANEL, ...FROM_SETTINGS, ...TO_PAGE);
    const url = fc.constantFrom(
      OWN_PAGE,
      "https://ehr.example/",
      `chrome-extension://${EXTENSION}evil/src/sidebar/index.html`,
      `https://evil.example/chrome-extension://${EXTENSION}/`,
      "",
      undefined,
    );
    const frame = fc.record(
      {
        tab: fc.record({ id: fc.constantFrom(TAB, -1, undefined) }),
        frameId: fc.constantFrom(0, -1, undefined),
      },
      { requiredKeys: [] },
    );
    const stranger = fc
      .tuple(
        fc.constantFrom("stranger", `${EXTENSION} `, EXTENSION.toUpperCase(), "", undefined, null),
        url,
        frame,
      )
      .map(([id, address, place]) => ({ id, url: address, ...place }));
    // Ours by name, but from no frame, or a page that plays one of our own pages.
    const misplaced = fc
      .tuple(url, frame, valid)
      .filter(
        ([address, place, message]) =>
          !(
            address === OWN_PAGE &&
            !FROM_PAGE.includes(message as never) &&
            !TO_PAGE.includes(message as never)
          ) &&
          !(
            address !== OWN_PAGE &&
            place.tab?.id !== undefined &&
            place.frameId !== undefined &&
            FROM_PAGE.includes(message as never)
          ),
      )
      .map(([address, place, message]) => ({ sender: { id: EXTENSION, url: address, ...place }, message }));
    const told = fc.oneof(
      fc.record({ sender: stranger, message: fc.oneof(valid, fc.anything()) }),
      misplaced,
    );
    await settled();
    const before = writes;
    const asked = fake.told.length;
    fc.assert(
      fc.property(told, ({ sender, message }) => {
        expect(send(structuredClone(message), sender)).toBeUndefined();
      }),
      { numRuns: RUNS },
    );
    await settled();
    expect(writes).toBe(before);
    expect(fake.told).toHaveLength(asked);
  });
});
