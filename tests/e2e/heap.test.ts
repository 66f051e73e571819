import { expect, it } from "vitest";
import { start } from "./harness/sessions";
import { heapUse } from "./soak/heap";

/** What ten thousand batches more may add, in bytes: less than thirty a batch, so that nothing is kept of any. */
const MARGIN = 256 * 1024;

it("keeps nothing of ten thousand batches of mutations, in chromium", async () => {
  const { first, last } = await heapUse(() => start("chromium", "clinic"), 10_000);
  expect(first.bytes).toBeGreaterThan(500_000);
  expect(last.bytes - first.bytes).toBeLessThan(MARGIN);
}, 180_000);
