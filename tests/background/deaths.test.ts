import { describe, expect, it } from "vitest";
import { dieIn, STEPS } from "./dying";

let deaths = 0;

describe("a worker that dies at one of its awaits", () => {
  it.each(STEPS)(
    "$name: never another patient, never stuck",
    async (step) => {
      const told = await dieIn(step);
      expect(told.deaths).toBeGreaterThan(0);
      expect(told.faults).toEqual([]);
      deaths += told.deaths;
    },
    120_000,
  );

  it("was tried at every one of them", () => {
    expect(deaths).toBeGreaterThan(1_200);
  });
});
