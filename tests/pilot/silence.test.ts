import { describe, expect, it } from "vitest";
import { policyOf } from "../../src/pilot/policy";
import { endToRemember, mayReadUnder, silenceOf } from "../../src/pilot/silence";

const NOW = { today: "2027-03-31", knowledge: "1.0.0" };
const silence = (managed: object, more: object = {}) => silenceOf(policyOf(managed, {}), { ...NOW, ...more });

describe("silence", () => {
  it("comes with the mode", () => {
    expect(silence({ mode: "live" })).toBeUndefined();
    expect(silence({ mode: "shadow" })).toBe("shadow");
    expect(silence({ mode: "off" })).toBe("off");
    expect(silence({})).toBeUndefined();
  });

  it("reads on in shadow only", () => {
    expect(
      [undefined, "shadow", "off", "ended", "knowledge"].map((one) => mayReadUnder(one as never)),
    ).toEqual([true, true, false, false, false]);
  });

  it("comes on the day after the pilot's last", () => {
    const managed = { mode: "live", pilotEnds: "2027-03-31" };
    expect(silence(managed)).toBeUndefined();
    expect(silence(managed, { today: "2027-04-01" })).toBe("ended");
  });

  it("comes with an end that nobody can read", () => {
    expect(silence({ mode: "live", pilotEnds: "31.3.2027" })).toBe("ended");
  });

  it("stays when the clock is set back, and goes with a later end", () => {
    const managed = { mode: "live", pilotEnds: "2027-03-31" };
    const endedOn = endToRemember(policyOf(managed, {}), { ...NOW, today: "2027-04-01" });
    expect(endedOn).toBe("2027-03-31");
    expect(silence(managed, { today: "2027-01-01", endedOn })).toBe("ended");
    expect(silence({ ...managed, pilotEnds: "2027-06-30" }, { endedOn })).toBeUndefined();
  });

  it("remembers no end that did not pass or is known already", () => {
    const policy = policyOf({ mode: "live", pilotEnds: "2027-03-31" }, {});
    expect(endToRemember(policy, NOW)).toBeUndefined();
    expect(endToRemember(policy, { ...NOW, today: "2027-05-01", endedOn: "2027-03-31" })).toBeUndefined();
    const unreadable = policyOf({ mode: "live", pilotEnds: "soon" }, {});
    expect(endToRemember(unreadable, { ...NOW, today: "2099-01-01" })).toBeUndefined();
  });

  it("comes with another version of the knowledge than the pinned", () => {
    expect(silence({ mode: "live", rulePackPin: "1.0.0" })).toBeUndefined();
    expect(silence({ mode: "live", rulePackPin: "1.0" })).toBe("knowledge");
    expect(silence({ mode: "live", rulePackPin: 1 })).toBe("knowledge");
  });
});
