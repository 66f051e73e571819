// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { onAddress } from "../../../src/content/watch/address";

let navigation: EventTarget;
let changes: number;
let end: AbortController;

const entry = (navigationType: string | null) =>
  navigation.dispatchEvent(Object.assign(new Event("currententrychange"), { navigationType }));

beforeEach(() => {
  navigation = new EventTarget();
  vi.stubGlobal("navigation", navigation);
  changes = 0;
  end = new AbortController();
  onAddress(() => changes++, end.signal);
});
afterEach(() => {
  end.abort();
  vi.unstubAllGlobals();
});

it("takes a new entry for a change, under the same address too", () => {
  entry("push");
  entry("traverse");
  expect(changes).toBe(2);
});

it("takes an entry that was replaced in place for none, unless its address is another", () => {
  entry("replace");
  entry(null);
  expect(changes).toBe(0);
  history.replaceState({}, "", "?patient=2");
  entry("replace");
  expect(changes).toBe(1);
});
