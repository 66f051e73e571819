import { expect, it } from "vitest";
import { start } from "./harness/sessions";
import { strangers } from "./soak/strangers";

it("gives nothing to a page or another extension that speaks its language, in chromium", async () => {
  const { sent, taken } = await strangers(() => start("chromium", "clinic"), 500, 20261123);
  expect(sent).toBeGreaterThan(800);
  expect(taken).toEqual([]);
}, 120_000);
