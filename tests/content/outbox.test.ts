import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Outbox } from "../../src/content/outbox";
import type { FromPage } from "../../src/messages";

const said = (visit: number): FromPage => ({ type: "page/changed", document: "d1", visit });

let sent: number[];
let hears: (visit: number, time: number) => Promise<boolean>;
let end: AbortController;
let outbox: Outbox;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  end = new AbortController();
  outbox = new Outbox(async (message) => {
    const { visit } = message as { visit: number };
    sent.push(visit);
    return hears(visit, sent.filter((one) => one === visit).length);
  }, end.signal);
});
afterEach(() => void vi.useRealTimers());

describe("what a page says", () => {
  it("is said once where it is heard", async () => {
    hears = async () => true;
    outbox.say(said(1));
    await vi.advanceTimersByTimeAsync(600_000);
    expect(sent).toEqual([1]);
  });

  it.each([
    ["is refused", async () => false],
    ["dies with the worker, without an answer", () => new Promise<boolean>(() => {})],
  ])("is said again where it %s, until it is heard", async (_, lost) => {
    hears = (_visit, time) => (time < 4 ? lost() : Promise.resolve(true));
    outbox.say(said(1));
    await vi.advanceTimersByTimeAsync(600_000);
    expect(sent).toEqual([1, 1, 1, 1]);
  });

  it("gives way to what is said later, whose answer is not mistaken for an earlier one's", async () => {
    let late = (_heard: boolean) => {};
    hears = (visit, time) => {
      if (visit === 1) return new Promise((done) => (late = done));
      return Promise.resolve(time > 2);
    };
    outbox.say(said(1));
    await vi.advanceTimersByTimeAsync(100);
    outbox.say(said(2));
    late(true);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(sent).toEqual([1, 2, 2, 2]);
  });

  it("is not said for ever to nobody, and not at all after the end", async () => {
    hears = async () => false;
    outbox.say(said(1));
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(sent.length).toBeLessThan(12);
    outbox.say(said(2));
    end.abort();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(sent.filter((visit) => visit === 2)).toEqual([2]);
  });
});
