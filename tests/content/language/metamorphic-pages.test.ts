/** Changes to a page that must not change what is read of it, or must change the medicine alone. */
import { describe, expect, it } from "vitest";
import { PAGE_DEBTS } from "./limits";
import { brokenPages, PAGE_RELATIONS } from "./page-relations";

/** Every fixture is read twice: some ten seconds on a machine that does nothing else. */
const PATIENCE = 90_000;

describe("a page", () => {
  it.each(PAGE_RELATIONS)(
    "shows the same: $name",
    (relation) => {
      const { of, broken } = brokenPages(relation);
      expect(of).toBeGreaterThanOrEqual(5);
      expect(broken.length, JSON.stringify(broken, null, 1)).toBeLessThanOrEqual(
        PAGE_DEBTS[relation.name] ?? 0,
      );
    },
    PATIENCE,
  );
});
