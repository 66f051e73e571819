import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { VARIANTS } from "../e2e/soak/variants";

const breaks = Object.entries(VARIANTS).flatMap(([name, changes]) =>
  changes.map((change) => [name, ...change] as const),
);

it.each(breaks)("the build that %s finds the words of %s that it changes", (_name, file, words) => {
  expect(readFileSync(file, "utf8").split(words)).toHaveLength(2);
});
