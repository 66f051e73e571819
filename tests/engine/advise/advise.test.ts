import { describe, expect, it } from "vitest";
import { advise } from "../../../src/engine";
import { ALL_CASES } from "./cases";

describe.each(Object.entries(ALL_CASES))("%s", (_, cases) => {
  it.each(cases.map(({ name, check }) => ({ name, check })))("$name", ({ check }) => {
    expect(() => check(advise)).not.toThrow();
  });
});
