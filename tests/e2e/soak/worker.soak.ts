import { expect, it } from "vitest";
import { dieIn, STEPS } from "../../background/dying";
import { fuzzWorker } from "../../messages/fuzz";
import { report } from "./results";

const SEED = Number(process.env.SEED ?? 20261123);

it("takes no message out of shape", async () => {
  const good = await fuzzWorker(60_000, SEED);
  const bad = await fuzzWorker(300, SEED, true);
  report({
    what: "Messages out of shape that the worker took, or fell over",
    tried: `${good.sent} messages`,
    failures: good.taken,
    broken: {
      name: "takes every message for a valid one",
      tried: `${bad.sent} messages`,
      failures: bad.taken,
    },
  });
  expect(good.taken).toBe(0);
  expect(bad.taken).toBeGreaterThan(0);
});

it("survives its death at every call", async () => {
  const faults: string[] = [];
  let deaths = 0;
  for (const step of STEPS) {
    const told = await dieIn(step);
    deaths += told.deaths;
    faults.push(...told.faults);
  }
  const bad = { deaths: 0, faults: 0 };
  for (const step of STEPS.filter(({ name }) => /another|speaks/.test(name))) {
    const told = await dieIn(step, false);
    bad.deaths += told.deaths;
    bad.faults += told.faults.length;
  }
  report({
    what: "Deaths of the worker after which the panel showed somebody else, or never came to the right advice",
    tried: `${deaths} deaths, one at every call to the browser of ${STEPS.length} events`,
    failures: faults.length,
    broken: { name: "says nothing twice", tried: `${bad.deaths} deaths`, failures: bad.faults },
  });
  expect(faults).toEqual([]);
  expect(bad.faults).toBeGreaterThan(0);
});
