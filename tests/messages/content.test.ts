// @vitest-environment jsdom
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bentMessages } from "./mutate";
import { FROM_PAGE, FROM_PANEL, FROM_SETTINGS, TO_PAGE } from "./samples";

const OWN = "nextline-under-test";
type Listener = (message: unknown, sender: { id?: string }, reply: (answer: unknown) => void) => unknown;

let listeners: Listener[];
let sent: { type: string }[];
const highlights = new Map<string, unknown>();

/** Everything that the page could see of a message's effect. */
const trace = () => JSON.stringify([document.documentElement.outerHTML, scrollX, scrollY]);

beforeEach(async () => {
  listeners = [];
  sent = [];
  highlights.clear();
  document.body.innerHTML = `<header role="banner"><b>Quill, Synthia</b> DOB: 1990-01-02 MRN: SYN-1</header>
<h2>Problem list</h2><ul><li>Atopic dermatitis</li></ul><h2>Medications</h2><ul><li>Pimecrolimus 1 % cream</li></ul>`;
  const runtime = {
    id: OWN,
    sendMessage: async (message: { type: string }) => void sent.push(message),
    onMessage: { addListener: (listener: Listener) => void listeners.push(listener) },
  };
  vi.stubGlobal("chrome", { runtime });
  vi.stubGlobal("CSS", { highlights });
  vi.stubGlobal("Highlight", class {});
  Element.prototype.checkVisibility ??= () => true;
  Element.prototype.scrollIntoView ??= () => undefined;
  Reflect.deleteProperty(globalThis, Symbol.for("nextline.here"));
  vi.resetModules();
  await import("../../src/content/main.iife");
  await vi.waitFor(() => expect(sent.some(({ type }) => type === "page/reading")).toBe(true));
});
afterEach(() => {
  // The script ends as it does when its extension goes.
  tell({ type: "page/stop" }, OWN);
  vi.unstubAllGlobals();
});

function tell(message: unknown, id: string | undefined) {
  const replies: unknown[] = [];
  for (const listener of listeners) listener(message, { id }, (answer) => replies.push(answer));
  return replies;
}

const RUNS = 2_000;

describe("the content script's door", () => {
  it(`marks nothing and writes nothing for a message out of shape, in ${RUNS} tries`, () => {
    const before = trace();
    // A stop is obeyed whatever else is in it, and would end the test early.
    const bent = bentMessages(
      TO_PAGE.filter(({ type }) => type !== "page/stop"),
      [...FROM_PAGE, ...FROM_PANEL, ...FROM_SETTINGS],
    ).filter(({ message }) => (message as { type?: unknown } | null)?.type !== "page/stop");
    fc.assert(
      fc.property(bent, ({ message, refuse }) => {
        const replies = tell(message, OWN);
        for (const reply of replies) expect(Object.keys(Object(reply)).join()).toMatch(/^(highlight)?$/);
        if (refuse) {
          expect(replies.filter((reply) => Object(reply).highlight !== undefined)).toEqual([]);
          expect(highlights.size).toBe(0);
        }
        highlights.clear();
      }),
      { numRuns: RUNS },
    );
    expect(trace()).toBe(before);
  });

  it(`is deaf to strangers, in ${RUNS} tries`, async () => {
    const told = sent.length;
    const stranger = fc.constantFrom("stranger", "", undefined, `${OWN} `);
    const message = fc.oneof(fc.constantFrom<object>(...TO_PAGE), fc.anything());
    fc.assert(
      fc.property(message, stranger, (words, id) => {
        expect(tell(words, id)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
    await new Promise((done) => setTimeout(done, 50));
    expect(sent).toHaveLength(told);
    // It was not merely dead: ours is still obeyed.
    expect(tell({ type: "page/show", visit: 0 }, OWN)).toHaveLength(1);
  });
});
