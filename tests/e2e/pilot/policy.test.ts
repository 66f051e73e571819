import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { ADULT, chart } from "../charts";
import { itemsOf, stateOf, textOf, waitForState } from "../harness/read";
import { serve, type TestServer } from "../harness/server";
import { start } from "../harness/sessions";
import type { Chart, Panel, Session } from "../harness/types";
import { removePolicies, setChromiumTerms, setFirefoxTerms, unpackedId, whyNoPolicies } from "./policies";

/** A browser takes a changed policy over within so many milliseconds; Chromium waits five seconds for a file to settle. */
const PATIENCE = 20_000;

const refusal = whyNoPolicies();
const PAGES = { "/adult": chart(ADULT) };

let server: TestServer;
let session: Session;
let page: Chart;
let panel: Panel;

beforeAll(async () => {
  if (refusal) throw new Error(`Cannot run: ${refusal}`);
  server = await serve(PAGES);
});
afterAll(async () => {
  removePolicies();
  await server?.close();
});

/** Asks again until the answer is wanted; gives back the last answer, and how long it took in milliseconds. */
async function until<Answer>(
  ask: () => Promise<Answer>,
  wanted: (answer: Answer) => boolean,
): Promise<{ answer: Answer; took: number }> {
  const begin = Date.now();
  for (;;) {
    const answer = await ask();
    const took = Date.now() - begin;
    if (wanted(answer) || took > PATIENCE) return { answer, took };
    await sleep(100);
  }
}

const noticeOf = (shown: Panel) =>
  shown.run<string>(`() => document.querySelector("[data-notice]")?.dataset.notice ?? ""`);
const untilNotice = async (code: string) =>
  expect(
    (
      await until(
        () => noticeOf(panel),
        (got) => got === code,
      )
    ).answer,
  ).toBe(code);

/** The settings page, past its welcome. */
async function settings(): Promise<Panel> {
  const own = await session.own("src/settings/index.html");
  await until(
    () => own.run<boolean>("() => document.querySelector('.welcome, .terms') !== null"),
    (there) => there,
  );
  await own.run("() => document.querySelector('.welcome button.primary')?.click()");
  await until(
    () => own.run<boolean>("() => document.querySelector('.terms') !== null"),
    (there) => there,
  );
  return own;
}

const countOf = (own: Panel, event: string) =>
  own.run<number>(`() => Number(document.querySelector('[data-event="${event}"] td')?.textContent ?? -1)`);

describe("a clinic's policy in Chromium", () => {
  const folder = () => join(inject("builds"), "clinic", "chrome");
  const set = (terms: object) => setChromiumTerms(unpackedId(folder()), terms);

  beforeAll(async () => {
    set({ mode: "shadow", feedback: "coded" });
    session = await start("chromium", "clinic");
    page = await session.open(`${server.url}/adult`);
    await page.press();
    panel = await session.panel();
  });
  afterAll(async () => {
    await session?.close();
    removePolicies();
  });

  it("in shadow shows nothing, says so, and counts", async () => {
    await untilNotice("shadow");
    expect(await stateOf(panel)).toBe("no-answer");
    expect(await textOf(panel)).not.toMatch(/Larkspur|[Tt]acrolimus|not found/);
    expect(await page.badge()).toBe("");
    const own = await settings();
    const fired = await until(
      () => countOf(own, "would-fire"),
      (count) => count > 0,
    );
    expect(fired.answer).toBeGreaterThan(0);
    expect([await countOf(own, "cued"), await countOf(own, "opened")]).toEqual([0, 0]);
    await page.front();
  });

  it("live shows, with the clinic's formulary beside the original", async () => {
    set({
      mode: "live",
      feedback: "coded",
      formulary: { "tacrolimus-ointment": { status: "prior-authorisation", note: "Form R-7" } },
    });
    await waitForState(panel, "advice", PATIENCE);
    const items = await itemsOf(panel);
    expect(items["tacrolimus-ointment"]).toBeTruthy();
    const card = await panel.run<string>(
      `() => document.querySelector('[data-item="tacrolimus-ointment"]').innerText`,
    );
    expect(card).toMatch(/changed by your clinic/i);
    expect(card).toContain("Form R-7");
    const original = await panel.run<string>(
      `() => document.querySelector('[data-item="tacrolimus-ointment"]').dataset.status`,
    );
    expect(["needs-info", "consider", "recommend"]).toContain(original);
    await expect.poll(() => page.badge(), { timeout: 5_000 }).not.toBe("");
  });

  it("off silences at once", async () => {
    expect(await stateOf(panel)).toBe("advice");
    set({ mode: "off", contactText: "IT, ext. 99" });
    await untilNotice("off");
    const words = await textOf(panel);
    expect(words).toContain("IT, ext. 99");
    expect(words).not.toMatch(/Larkspur|[Tt]acrolimus/);
    await expect.poll(() => page.badge(), { timeout: 5_000 }).toBe("");
    await page.goto(`${server.url}/adult`);
    await page.press();
    await untilNotice("off");
    await expect.poll(() => page.badge(), { timeout: 5_000 }).toBe("");
  });

  it("fences the sites", async () => {
    set({ mode: "live", ehrHosts: ["http://localhost/*"] });
    await page.goto(`${server.url}/adult`);
    await until(
      () => noticeOf(panel),
      (code) => code !== "off",
    );
    await page.press();
    await untilNotice("site");
    expect(await textOf(panel)).not.toMatch(/Larkspur/);
    await expect.poll(() => page.badge(), { timeout: 5_000 }).toBe("");
    await page.goto(`${server.url.replace("127.0.0.1", "localhost")}/adult`);
    await waitForState(panel, "advice", PATIENCE);
  });

  it("ends with the pilot, and its counts with it", async () => {
    set({ mode: "live", feedback: "coded", pilotEnds: "2020-01-31" });
    await untilNotice("ended");
    const own = await settings();
    expect(await countOf(own, "would-fire")).toBe(0);
    await page.front();
  });

  it("shows no other knowledge than the pinned", async () => {
    set({ mode: "live", rulePackPin: "1999.1" });
    await untilNotice("knowledge");
  });

  it("names wrong values, those that the browser drops included, and shows less for them", async () => {
    set({ mode: "Live", keys: ["mode", "ehrHosts"], ehrHosts: "http://127.0.0.1/*" });
    await untilNotice("off");
    const own = await settings();
    const problems = await own.run<string[]>(
      `() => [...document.querySelectorAll("[data-problem]")].map((one) => one.dataset.problem)`,
    );
    expect(problems.sort()).toEqual(["ehrHosts", "mode"]);
    expect(await own.run(`() => document.querySelector('[data-term="ehrHosts"]').dataset.origin`)).toBe(
      "policy",
    );
  });
});

describe("a clinic's policy in Firefox", () => {
  async function under(terms: object): Promise<void> {
    setFirefoxTerms(terms);
    session = await start("firefox", "clinic");
    page = await session.open(`${server.url}/adult`);
    await page.press();
    panel = await session.panel();
  }
  beforeEach(() => async () => {
    await session?.close();
    removePolicies();
  });

  it("in shadow shows nothing and counts", async () => {
    await under({ mode: "shadow", feedback: "coded", surprise: 1 });
    await untilNotice("shadow");
    expect(await page.badge()).toBe("");
    const own = await settings();
    expect(
      (
        await until(
          () => countOf(own, "would-fire"),
          (count) => count > 0,
        )
      ).answer,
    ).toBeGreaterThan(0);
    expect(await own.run(`() => document.querySelector("[data-problem]").dataset.problem`)).toBe("surprise");
  });

  it("live shows, on the clinic's sites only", async () => {
    await under({ mode: "live", ehrHosts: ["http://127.0.0.1/*"] });
    await waitForState(panel, "advice");
    await expect.poll(() => page.badge(), { timeout: 5_000 }).not.toBe("");
    const other = await session.open(`${server.url.replace("127.0.0.1", "localhost")}/adult`);
    await other.press();
    await untilNotice("site");
    expect(await other.badge()).toBe("");
  });

  it("off reads nothing", async () => {
    await under({ mode: "off" });
    await untilNotice("off");
    await expect.poll(() => page.badge(), { timeout: 5_000 }).toBe("");
  });
});
