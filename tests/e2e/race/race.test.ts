import { expect, it } from "vitest";
import { start } from "../harness/sessions";
import { race } from "./run";

const SWITCHES = Number(process.env.SWITCHES ?? 100);
const SEED = Number(process.env.SEED ?? 20261123);

it(
  `never shows one patient's advice beside another's chart in ${SWITCHES} switches`,
  async () => {
    const result = await race(() => start("chromium", "clinic"), SWITCHES, SEED);
    expect(result.switches).toBe(SWITCHES);
    expect(result.told).toEqual([]);
    expect(result.wrong).toEqual([]);
    // A machine that keeps standing still proves nothing either way.
    expect(result.voids).toBeLessThan(SWITCHES / 10);
    // A panel that never says anything would never be wrong.
    expect(result.longVisits).toBeGreaterThan(SWITCHES / 5);
    expect(result.rightVisits / result.longVisits).toBeGreaterThanOrEqual(0.95);
  },
  SWITCHES * 4_000 + 60_000,
);
