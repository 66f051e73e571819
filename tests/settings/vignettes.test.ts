import { describe, expect, it } from "vitest";
import { advise } from "../../src/engine";
import { type Advice, GROUPS } from "../../src/engine/advice";
import { STATUSES } from "../../src/engine/vocabulary";
import { vignetteFaults } from "../../src/settings/acceptance/judge";
import { BASIC_VIGNETTES } from "../../src/settings/acceptance/vignettes";
import { COURSE_VIGNETTES } from "../../src/settings/acceptance/vignettes-course";
import { MODIFIER_VIGNETTES } from "../../src/settings/acceptance/vignettes-modifiers";

const VIGNETTES = [...BASIC_VIGNETTES, ...MODIFIER_VIGNETTES, ...COURSE_VIGNETTES];

/** The advice with one item's status replaced. */
function broken(advice: Advice, id: string): Advice {
  const copy = structuredClone(advice);
  for (const item of GROUPS.flatMap((group) => copy[group])) {
    if (item.id === id) item.status = STATUSES.find((status) => status !== item.status) ?? item.status;
  }
  return copy;
}

describe("the vignettes", () => {
  it("are at least a hundred, each with a name of its own and something to assert", () => {
    expect(VIGNETTES.length).toBeGreaterThanOrEqual(100);
    expect(new Set(VIGNETTES.map(({ id }) => id)).size).toBe(VIGNETTES.length);
    for (const { items, applicability } of VIGNETTES) {
      expect(Object.keys(items ?? {}).length > 0 || applicability !== undefined).toBe(true);
    }
  });

  it.each(VIGNETTES.map((vignette) => [vignette.id, vignette] as const))("%s holds", (_id, vignette) => {
    expect(vignetteFaults(vignette, advise(vignette.facts))).toEqual([]);
  });

  it("notice every asserted status that changes", () => {
    const missed = VIGNETTES.flatMap((vignette) => {
      const asserted = Object.entries(vignette.items ?? {}).filter(
        ([, wanted]) => typeof wanted === "string",
      );
      return asserted
        .filter(([, wanted]) => wanted !== "present")
        .filter(([id]) => vignetteFaults(vignette, broken(advise(vignette.facts), id)).length === 0)
        .map(([id]) => `${vignette.id}: ${id}`);
    });
    expect(missed).toEqual([]);
  });

  it("notice an item that is gone, advice that does not apply, and another order", () => {
    const first = BASIC_VIGNETTES[0];
    if (!first) throw new Error("no vignette");
    const advice = advise(first.facts);
    expect(vignetteFaults(first, { ...advice, options: advice.options.slice(1) }).join()).toMatch(/missing/);
    expect(vignetteFaults(first, { ...advice, options: advice.options.toReversed() }).join()).toMatch(
      /begin/,
    );
    const not = COURSE_VIGNETTES.find(({ applicability }) => applicability === "not-applicable");
    if (!not) throw new Error("no vignette");
    expect(vignetteFaults(not, { ...advice, applicability: "not-applicable" }).join()).toMatch(
      /does not apply/,
    );
  });
});
