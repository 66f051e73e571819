/** Bent messages for every door of the worker, and what came of those that had to be refused. */
import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { vi } from "vitest";
import { EXTENSION, fakeBrowser, OWN_PAGE } from "../background/fake-browser";
import { bentMessages } from "./mutate";
import { FROM_PAGE, FROM_PANEL, FROM_SETTINGS, TAB, TO_PAGE } from "./samples";

const FRAME = { id: EXTENSION, url: "https://ehr.example/", tab: { id: TAB }, frameId: 0 };
const PANEL = { id: EXTENSION, url: OWN_PAGE };

const DOORS: [samples: object[], others: object[], sender: object][] = [
  [FROM_PAGE, [...FROM_PANEL, ...FROM_SETTINGS, ...TO_PAGE], FRAME],
  [FROM_PANEL, [...FROM_PAGE, ...TO_PAGE], PANEL],
  [FROM_SETTINGS, [...FROM_PAGE, ...TO_PAGE], PANEL],
];

/** `credulous`: a worker that takes everything for a valid message, to see that this is noticed. */
export async function fuzzWorker(
  count: number,
  seed: number,
  credulous = false,
): Promise<{ sent: number; taken: number }> {
  const fake = fakeBrowser();
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  vi.doMock("webextension-polyfill", () => ({ default: fake.browser }));
  if (credulous) {
    const anything = { safeParse: (data: unknown) => ({ success: true, data }) };
    vi.doMock("../../src/messages", async (original) => ({
      ...(await original<object>()),
      fromPage: anything,
      fromPanel: anything,
      fromSettings: anything,
    }));
  }
  await import("../../src/background/worker");
  let sent = 0;
  let taken = 0;
  for (const [samples, others, sender] of DOORS) {
    const tries = fc.sample(bentMessages(samples, others), {
      numRuns: Math.ceil(count / DOORS.length),
      seed,
    });
    for (const { message, refuse } of tries) {
      sent++;
      const [answer] = fake.events.message.fire(message, sender);
      const failed = await Promise.resolve(answer).then(
        () => false,
        () => true,
      );
      if (failed || (refuse && answer !== undefined)) taken++;
    }
  }
  vi.doUnmock("webextension-polyfill");
  vi.doUnmock("../../src/messages");
  return { sent, taken };
}
