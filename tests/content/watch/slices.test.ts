import { describe, expect, it, vi } from "vitest";
import { atOnce, inSlices } from "../../../src/content/watch/slices";

/** Work of so many steps, each taking a millisecond by a clock of its own. */
function work(steps: number) {
  let time = 0;
  let done = 0;
  vi.spyOn(performance, "now").mockImplementation(() => time);
  return {
    *run(): Generator<void, string> {
      for (; done < steps; done++) {
        time++;
        yield;
      }
      return "read";
    },
    steps: () => done,
  };
}

describe("work in slices", () => {
  it("comes to its result, with turns for the page between", async () => {
    const { run } = work(100);
    let turns = 0;
    expect(await inSlices(run(), () => void turns++ as unknown as boolean, true)).toBe("read");
    // Slices of four milliseconds, steps of one.
    expect(turns).toBe(25);
    vi.restoreAllMocks();
  });

  it("stops between two slices where it is cancelled", async () => {
    const { run, steps } = work(100);
    expect(await inSlices(run(), () => steps() > 30, false)).toBeUndefined();
    expect(steps()).toBeLessThan(36);
    vi.restoreAllMocks();
  });

  it("can be done at once", () => {
    expect(atOnce(work(100).run())).toBe("read");
    vi.restoreAllMocks();
  });
});
