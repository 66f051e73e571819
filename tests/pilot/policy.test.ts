import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMutable } from "../../src/pilot/items";
import { policyOf, TERM_NAMES, USER_TERMS } from "../../src/pilot/policy";
import { MODES } from "../../src/pilot/terms";

const CLINIC = {
  ehrHosts: ["https://ehr.clinic.example/*"],
  mode: "shadow",
  rulePackPin: "0.1.0",
  disabledRules: ["bleach-baths"],
  readNotes: true,
  maxCuesPerDay: 10,
  feedback: "coded",
  pilotEnds: "2027-03-31",
  jurisdiction: "UK",
  formulary: { "tacrolimus-ointment": { status: "preferred", note: "Stocked in 30 g tubes" } },
  contactText: "Dr Lead, ext. 1234",
  locationCode: "DERM-1",
  consentDocumented: true,
};

const faults = (managed: unknown, user: unknown = {}) =>
  policyOf(managed, user).problems.map(({ key, code }) => `${key} ${code}`);

describe("a policy", () => {
  it("is taken as it stands where it is right", () => {
    const { managed, terms, origins, problems } = policyOf(CLINIC, {});
    expect(managed).toBe(true);
    expect(problems).toEqual([]);
    expect(terms).toMatchObject(CLINIC);
    for (const key of Object.keys(CLINIC)) expect(origins).toHaveProperty(key, "policy");
  });

  it("wins over the user's settings, which win over the defaults", () => {
    const user = { jurisdiction: "EU", feedback: "off", role: "pharmacy-nursing", userCode: "u7" };
    const { terms, origins } = policyOf(CLINIC, user);
    expect(terms).toMatchObject({
      jurisdiction: "UK",
      feedback: "coded",
      role: "pharmacy-nursing",
      userCode: "u7",
    });
    expect(origins).toMatchObject({ jurisdiction: "policy", role: "user", units: "default" });
    expect(policyOf({}, user).terms.jurisdiction).toBe("EU");
  });

  it("leaves a lone user with everything live and nothing counted", () => {
    const { managed, terms, problems } = policyOf({}, {});
    expect({ managed, problems }).toEqual({ managed: false, problems: [] });
    expect(terms).toMatchObject({ mode: "live", feedback: "off", readNotes: true, ehrHosts: undefined });
  });

  it("reads no notes where it does not say that they may be read", () => {
    expect(policyOf({ mode: "live" }, { readNotes: true }).terms.readNotes).toBe(true);
    expect(policyOf({ mode: "live" }, {}).terms.readNotes).toBe(false);
  });

  it("is off where it does not say in which mode", () => {
    const { terms } = policyOf({ jurisdiction: "US" }, {});
    expect(terms.mode).toBe("off");
    expect(faults({ jurisdiction: "US" })).toEqual(["mode missing"]);
  });

  it.each([
    ["a mode of its own", { mode: "Off" }, "mode not-one-of", { mode: "off" }],
    ["a mode of another type", { mode: 7 }, "mode not-one-of", { mode: "off" }],
    [
      "one site as text",
      { mode: "live", ehrHosts: "https://a.example/*" },
      "ehrHosts not-a-list",
      { ehrHosts: [] },
    ],
    [
      "a site without a path",
      { mode: "live", ehrHosts: ["https://a.example"] },
      "ehrHosts[0] not-a-pattern",
      { ehrHosts: [] },
    ],
    ["yes for true", { mode: "live", readNotes: "yes" }, "readNotes not-true-or-false", { readNotes: false }],
    [
      "too many cues",
      { mode: "live", maxCuesPerDay: 51 },
      "maxCuesPerDay not-a-number",
      { maxCuesPerDay: 0 },
    ],
    ["half a cue", { mode: "live", maxCuesPerDay: 1.5 }, "maxCuesPerDay not-a-number", { maxCuesPerDay: 0 }],
    ["another way to count", { mode: "live", feedback: "all" }, "feedback not-one-of", { feedback: "off" }],
    [
      "a day that is none",
      { mode: "live", pilotEnds: "2027-02-30" },
      "pilotEnds not-a-day",
      { pilotEnds: "unreadable" },
    ],
    [
      "another country",
      { mode: "live", jurisdiction: "CH" },
      "jurisdiction not-one-of",
      { jurisdiction: "other" },
    ],
    [
      "an empty pin",
      { mode: "live", rulePackPin: "" },
      "rulePackPin not-a-text",
      { rulePackPin: "unreadable" },
    ],
    [
      "a name for a code",
      { mode: "live", locationCode: "Dr Jo Doe" },
      "locationCode not-a-code",
      { locationCode: undefined },
    ],
    [
      "a formulary in one word",
      { mode: "live", formulary: "all" },
      "formulary not-an-object",
      { formulary: {} },
    ],
  ])("names %s and shows less for it", (_what, managed, fault, terms) => {
    expect(faults(managed)).toContain(fault);
    expect(policyOf(managed, {}).terms).toMatchObject(terms);
  });

  it("keeps the good part of a list and names the rest", () => {
    const ehrHosts = ["https://a.example/*", 5, "ftp://b.example/*"];
    expect(policyOf({ mode: "live", ehrHosts }, {}).terms.ehrHosts).toEqual(["https://a.example/*"]);
    expect(faults({ mode: "live", ehrHosts })).toEqual([
      "ehrHosts[1] not-a-pattern",
      "ehrHosts[2] not-a-pattern",
    ]);
  });

  it("cannot mute what warns of harm", () => {
    const disabledRules = [
      "eczema-herpeticum",
      "infection-evaluation",
      "current-treatment",
      "bathing",
      "toast",
    ];
    expect(policyOf({ mode: "live", disabledRules }, {}).terms.disabledRules).toEqual(["bathing"]);
    expect(faults({ mode: "live", disabledRules }).map((fault) => fault.split(" ")[1])).toEqual([
      "safety-item",
      "safety-item",
      "safety-item",
      "not-an-item",
    ]);
  });

  it("mutes all that may be muted where nobody can tell what was meant", () => {
    const { disabledRules } = policyOf({ mode: "live", disabledRules: "bathing" }, {}).terms;
    expect(disabledRules).toContain("bathing");
    expect(disabledRules).toContain("tacrolimus-ointment");
    expect(disabledRules.every(isMutable)).toBe(true);
  });

  it("takes what is right of a formulary and names the rest", () => {
    const formulary = {
      "tacrolimus-ointment": { status: "preferred", note: "x".repeat(121) },
      "ruxolitinib-cream": { status: "prior-authorisation", note: "Form\u00a0B\n" },
      "crisaborole-ointment": { status: "gone" },
      aspirin: { status: "preferred" },
      dupilumab: { price: "low" },
    };
    expect(policyOf({ mode: "live", formulary }, {}).terms.formulary).toEqual({
      "tacrolimus-ointment": { status: "preferred" },
      "ruxolitinib-cream": { status: "prior-authorisation", note: "Form\u00a0B" },
    });
    expect(faults({ mode: "live", formulary })).toEqual([
      "formulary.tacrolimus-ointment.note too-long",
      "formulary.crisaborole-ointment.status not-one-of",
      "formulary.aspirin not-an-agent",
      "formulary.dupilumab.price unknown-key",
    ]);
  });

  it("names keys that it does not know, and the user's own terms among them", () => {
    expect(faults({ mode: "live", ehrHost: [], userCode: "u1" })).toEqual([
      "ehrHost unknown-key",
      "userCode unknown-key",
    ]);
  });

  it("misses a value that a browser dropped, if the policy lists its keys", () => {
    const { terms, problems } = policyOf(
      { mode: "live", keys: ["mode", "ehrHosts", "pilotEnds", "typo"] },
      {},
    );
    expect(terms).toMatchObject({ ehrHosts: [], pilotEnds: "unreadable" });
    expect(problems.map(({ key, code }) => `${key} ${code}`)).toEqual([
      "ehrHosts not-arrived",
      "pilotEnds not-arrived",
      "typo unknown-key",
    ]);
    expect(policyOf({ keys: ["mode"] }, {}).terms.mode).toBe("off");
  });

  it("ignores what the user may not set", () => {
    const { terms } = policyOf(
      { mode: "off" },
      { mode: "live", ehrHosts: ["https://a.example/*"], pilotEnds: "2099-01-01" },
    );
    expect(terms).toMatchObject({ mode: "off", ehrHosts: undefined, pilotEnds: undefined });
    expect(USER_TERMS).not.toContain("mode");
  });

  it("stands firm and shows no more, whatever it is given", () => {
    const key = fc.constantFrom(...TERM_NAMES, "keys", "stranger");
    const given = fc.oneof(
      fc.dictionary(key, fc.oneof(fc.jsonValue(), fc.constantFrom(...MODES))),
      fc.jsonValue(),
      fc.constant(undefined),
    );
    fc.assert(
      fc.property(given, given, (managed, user) => {
        const { terms, origins, problems, managed: isManaged } = policyOf(managed, user);
        const stated = (managed ?? {}) as Record<string, unknown>;
        if (isManaged && !MODES.some((mode) => mode === stated.mode)) expect(terms.mode).toBe("off");
        if (isManaged && stated.readNotes !== undefined && stated.readNotes !== true) {
          expect(terms.readNotes).toBe(false);
        }
        expect(terms.disabledRules.every(isMutable)).toBe(true);
        for (const name of TERM_NAMES) expect(["policy", "user", "default"]).toContain(origins[name]);
        for (const { given: shown } of problems) expect((shown ?? "").length).toBeLessThanOrEqual(60);
      }),
      { numRuns: 2000 },
    );
  });
});
