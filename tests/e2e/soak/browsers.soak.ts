import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { startChromium } from "../harness/chromium";
import { start } from "../harness/sessions";
import type { Session, StartOptions } from "../harness/types";
import { race } from "../race/run";
import { heapUse } from "./heap";
import { hostility } from "./hostile";
import { leaks } from "./leaks";
import { report } from "./results";
import { strangers } from "./strangers";
import { buildVariant } from "./variants";

const SWITCHES = Number(process.env.SWITCHES ?? 1000);
const SEED = Number(process.env.SEED ?? 20261123);
const SITES = "http://127.0.0.1/*,http://localhost/*";

type Start = (options?: StartOptions) => Promise<Session>;
const good: Start = (options) => startChromium(join(inject("builds"), "clinic", "chrome"), options);

/** Runs `work` with a build that breaks one promise. */
async function broken<Result>(name: string, work: (start: Start) => Promise<Result>): Promise<Result> {
  const build = buildVariant(name, SITES);
  try {
    return await work(build.start);
  } finally {
    build.remove();
  }
}

describe("the long run in chromium", () => {
  it("asks nobody", async () => {
    const { requests, foreign } = await leaks(good);
    const name = "sends a reading away";
    const bad = await broken(name, leaks);
    report({
      what: "Requests to anybody but the chart's own server",
      tried: `${requests} requests seen by the proxy`,
      failures: foreign.length,
      broken: { name, tried: `${bad.requests} requests`, failures: bad.foreign.length },
    });
    expect(foreign).toEqual([]);
    expect(bad.foreign.length).toBeGreaterThan(0);
  });

  it.each(["writes a reading to disk", "names the patient in an address"])(
    "leaves nothing: against a build that %s",
    async (name) => {
      const { left } = await leaks(good);
      const bad = await broken(name, leaks);
      report({
        what: "Places on disk that hold a word of the chart, and would not without Nextline",
        tried: "1 profile, every file, and the extension's stores",
        failures: left.length,
        broken: { name, tried: "1 profile", failures: bad.left.length },
      });
      expect(left).toEqual([]);
      expect(bad.left.length).toBeGreaterThan(0);
    },
  );

  it("believes no hostile page", async () => {
    const { tried, failures } = await hostility(good);
    const name = "believes what nobody can see";
    const bad = await broken(name, (begin) => hostility(begin, "unseen"));
    report({
      what: "Hostile pages that got past",
      tried: `${tried} pages`,
      failures: failures.length,
      broken: { name, tried: `${bad.tried} pages`, failures: bad.failures.length },
    });
    expect(failures).toEqual([]);
    expect(bad.failures.length).toBeGreaterThan(0);
  });

  it("gives strangers nothing", async () => {
    const { sent, taken } = await strangers(good, 2_000, SEED);
    const name = "answers strangers";
    const bad = await broken(name, (begin) => strangers(begin, 50, SEED));
    report({
      what: "Messages of a page or another extension that were answered or changed something",
      tried: `${sent} messages`,
      failures: taken.length,
      broken: { name, tried: `${bad.sent} messages`, failures: bad.taken.length },
    });
    expect(taken).toEqual([]);
    expect(bad.taken.length).toBeGreaterThan(0);
  });

  it("keeps no heap", async () => {
    const growth = async (begin: () => Promise<Session>) => {
      const { first, last } = await heapUse(begin, 10_000);
      return Math.round((last.bytes - first.bytes) / 1024);
    };
    const grown = await growth(() => good());
    const name = "keeps every mutation";
    const bad = await broken(name, growth);
    report({
      what: "Heap growth of the page with the reader in it, in kB (192 are allowed)",
      tried: "10,000 batches of mutations, after 10,000 of them in which its code settles",
      failures: grown,
      broken: { name, tried: "10,000 batches", failures: bad },
    });
    expect(grown).toBeLessThan(192);
    expect(bad).toBeGreaterThan(192);
  });

  it(`never shows one patient's advice beside another's chart in ${SWITCHES} switches`, async () => {
    const name = "keeps the last patient";
    const few = Math.min(SWITCHES, 25);
    const bad = await broken(name, (begin) => race(begin, few, SEED));
    const result = await race(() => start("chromium", "clinic"), SWITCHES, SEED);
    const right = `${result.rightVisits} of ${result.longVisits} visits of two seconds and more came to the right advice`;
    report({
      what: "Frames in which the panel showed a patient other than the one in view, from 100 ms after each change",
      tried: `${result.switches} switches, ${result.workerKills} worker kills, ${result.samples} frames`,
      failures: result.wrong.length,
      broken: { name, tried: `${few} switches`, failures: bad.wrong.length },
      note: `${right}; ${result.voids} changes did not count, because the machine stood still; seed ${SEED}.`,
    });
    expect(bad.wrong.length).toBeGreaterThan(0);
    expect(result.switches).toBe(SWITCHES);
    expect(result.told).toEqual([]);
    expect(result.voids).toBeLessThan(SWITCHES / 10);
    expect(result.rightVisits / result.longVisits).toBeGreaterThanOrEqual(0.95);
  });
});
