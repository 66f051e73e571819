import { beforeEach, describe, expect, it } from "vitest";
import { Pace, REST } from "../../../src/content/watch/pace";

let time: number;
let pace: Pace;

beforeEach(() => {
  time = 10_000;
  pace = new Pace(() => time);
});

describe("the pace of reading", () => {
  it("gathers changes for a moment", () => {
    expect(pace.wait(time)).toBe(100);
    time += 100;
    expect(pace.wait(time - 100)).toBe(0);
  });

  it("slows down while nothing new is read, more where nothing was ever found, and never for good", () => {
    for (let turn = 0; turn < 50; turn++) pace.read(5, false, false);
    expect(pace.wait(time)).toBe(2_000);
    for (let turn = 0; turn < 50; turn++) pace.read(5, false, true);
    expect(pace.wait(time)).toBe(8_000);
    pace.rested();
    expect(pace.wait(time)).toBe(100);
  });

  it("leaves the page fifteen times what a reading costs", () => {
    pace.read(40, true, false);
    expect(pace.wait(time)).toBe(600);
  });

  it("waits until a page that shows another patient has come to rest", () => {
    pace.changed(true);
    expect(pace.settling).toBe(true);
    time += REST - 1;
    pace.moved();
    expect(pace.wait(time)).toBe(REST);
    time += REST;
    expect(pace.wait(time)).toBe(0);
  });

  it("gives a page that has not touched its lists longer, and none of them for ever", () => {
    pace.changed(false);
    time += REST;
    expect(pace.wait(time)).toBe(1_000);
    for (let turn = 0; turn < 40; turn++) {
      time += 100;
      pace.moved();
    }
    expect(pace.wait(time)).toBe(0);
    pace.read(5, true, false);
    expect(pace.settling).toBe(false);
  });
});
