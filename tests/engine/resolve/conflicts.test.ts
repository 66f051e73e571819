import { describe, expect, it } from "vitest";
import { resolve } from "../../../src/engine/resolve";
import { evidenceOf, factsOf, found, noted, person, reading, resolved, TODAY } from "./chart";

const words = (quotes: { quote: string }[] | undefined) => quotes?.map(({ quote }) => quote);

describe("a chart that contradicts itself", () => {
  it("is believed in its list against a note, with the note beside it", () => {
    const chart = [
      found("atopic-dermatitis", "present", { quote: "Atopic dermatitis" }),
      noted("atopic-dermatitis", "negated", { quote: "no AD" }),
    ];
    expect(factsOf(...chart).diagnosis).toBe("atopic-dermatitis");
    expect(words(evidenceOf("diagnosis", ...chart)?.against)).toEqual(["no AD"]);
  });

  it("is not believed where two notes, or two lists, disagree on the diagnosis", () => {
    for (const say of [noted, found]) {
      const chart = [
        say("atopic-dermatitis", "present", { quote: "AD, known" }),
        say("atopic-dermatitis", "negated", { quote: "not AD" }),
      ];
      expect(factsOf(...chart)).toEqual({});
      const evidence = evidenceOf("diagnosis", ...chart);
      expect(words(evidence?.quotes)).toEqual(["AD, known"]);
      expect(words(evidence?.against)).toEqual(["not AD"]);
      expect(resolved(...chart).found.diagnosis).toBeUndefined();
    }
  });

  it("keeps the bare eczema when the atopic one is in dispute", () => {
    const chart = [
      noted("atopic-dermatitis", "present"),
      found("atopic-dermatitis", "negated"),
      found("eczema-unspecified", "listed"),
    ];
    expect(factsOf(...chart)).toEqual({ diagnosis: "eczema-unspecified" });
  });

  it("takes a diagnosis given up for a denial, not for a childhood's history", () => {
    expect(
      factsOf(
        noted("atopic-dermatitis", "present"),
        noted("atopic-dermatitis", "historical", { note: "a diagnosis given up" }),
      ),
    ).toEqual({ diagnosis: "atopic-dermatitis" });
    expect(
      evidenceOf(
        "diagnosis",
        noted("atopic-dermatitis", "present"),
        noted("atopic-dermatitis", "historical", { note: "a diagnosis given up" }),
      )?.against,
    ).toHaveLength(1);
    expect(
      evidenceOf("diagnosis", noted("atopic-dermatitis", "present"), noted("atopic-dermatitis", "historical"))
        ?.against,
    ).toBeUndefined();
  });

  it("lets an entry of the list settle what a note says of a drug, and leaves it open where the list ended it", () => {
    const says = noted("dupilumab", "current", { quote: "on Dupixent" });
    expect(factsOf(says, found("dupilumab", "current")).tried).toEqual({ dupilumab: "current" });
    const stopped = found("dupilumab", "past", { quote: "Dupixent, discontinued" });
    expect(factsOf(says, stopped).tried).toBeUndefined();
    expect(words(evidenceOf("tried.dupilumab", says, stopped)?.against)).toEqual(["Dupixent, discontinued"]);
    expect(factsOf(says, noted("dupilumab", "negated")).tried).toBeUndefined();
    // The same prescription, stopped and renewed, contradicts nothing.
    expect(factsOf(stopped, found("dupilumab", "current")).tried).toEqual({ dupilumab: "current" });
  });

  it("does not take one steroid stopped for a word against another in use", () => {
    const chart = [
      noted("topical-corticosteroid", "current", { quote: "hydrocortisone" }),
      found("topical-corticosteroid", "past", { quote: "Triamcinolone" }),
    ];
    expect(factsOf(...chart).tried).toEqual({ "topical-corticosteroid": "current" });
    expect(evidenceOf("tried.topical-corticosteroid", ...chart)?.against).toBeUndefined();
  });

  it("shows two ages, two body surfaces and two severities, and chooses none", () => {
    const two = resolve(
      [
        reading([], person({ ageMonths: 100, label: "A" })),
        reading([], person({ ageMonths: 101, label: "B" })),
      ],
      TODAY,
    );
    expect(two.facts).toEqual({});
    const age = two.evidence.find(({ id }) => id === "ageMonths");
    expect([words(age?.quotes), words(age?.against)]).toEqual([["A"], ["B"]]);

    for (const [concept, id, low, high] of [
      ["bsa", "bsaPercent", "8", "24"],
      ["severity", "severity", "mild", "severe"],
    ] as const) {
      const chart = [
        noted(concept, "present", { value: low, quote: low }),
        noted(concept, "present", { value: high, quote: high }),
      ];
      expect(factsOf(...chart)).toEqual({});
      const evidence = evidenceOf(id, ...chart);
      expect([words(evidence?.quotes), words(evidence?.against)]).toEqual([[high], [low]]);
    }
  });

  it("keeps a danger that another line denies", () => {
    for (const [concept, id] of [
      ["eczema-herpeticum", "redFlags.eczema-herpeticum"],
      ["melanoma", "conditions.melanoma"],
      ["immunocompromised", "immunocompromised"],
      ["oral-antihistamine", "medications.oral-antihistamine"],
    ] as const) {
      const status = concept === "oral-antihistamine" ? "current" : "present";
      const chart = [noted(concept, status), noted(concept, "negated", { quote: "none" })];
      const evidence = evidenceOf(id, ...chart);
      expect(evidence?.value).toBe(true);
      expect(words(evidence?.against)).toEqual(["none"]);
    }
  });

  it("believes neither TPMT result where both are stated", () => {
    const chart = [noted("tpmt-normal", "present"), noted("tpmt-deficient", "present")];
    expect(factsOf(...chart)).toEqual({});
    expect(resolved(...chart).evidence.map(({ against }) => against?.length)).toEqual([1, 1]);
  });

  it("does not believe a normal TPMT that another line denies", () => {
    expect(factsOf(noted("tpmt-normal", "present"), noted("tpmt-normal", "negated"))).toEqual({});
    expect(factsOf(noted("tpmt-normal", "present")).conditions).toEqual(["tpmt-normal"]);
  });

  it.each([
    ["of a man", person({ sex: "male" as const })],
    ["of a child of five", person({ ageMonths: 60 })],
  ])("does not believe a pregnancy %s, and shows it", (_whose, patient) => {
    const { facts, evidence } = resolve([reading([noted("pregnant", "present")], patient)], TODAY);
    expect(facts.pregnancy).toBeUndefined();
    const about = evidence.filter(({ id }) => id === "pregnancy");
    expect(about).toHaveLength(1);
    expect(about[0]?.note).toMatch(/settle/);
  });

  it("does not choose between two states that go with different rules", () => {
    const chart = [noted("breastfeeding", "present"), noted("planning-pregnancy", "present")];
    expect(factsOf(...chart)).toEqual({});
    expect(evidenceOf("pregnancy", ...chart)?.against).toHaveLength(1);
  });

  it("says nothing of pregnancy where two frames disagree on the sex", () => {
    const frames = [reading([], person({ sex: "male" })), reading([], person({ sex: "female" }))];
    expect(resolve(frames, TODAY).facts).toEqual({});
  });

  it("does not call an immune system sound beside a medicine that weakens it", () => {
    const denied = noted("immunocompromised", "negated", { quote: "not immunosuppressed" });
    expect(factsOf(denied, found("methotrexate", "current")).immunocompromised).toBeUndefined();
    expect(factsOf(denied, found("mycophenolate", "current")).immunocompromised).toBe(true);
    expect(factsOf(denied, found("methotrexate", "past")).immunocompromised).toBe(false);
  });
});

describe("what a chart does not say", () => {
  it.each(["folliculitis", "cellulitis", "MRSA infection", "staph infection"])(
    "is freedom from infection, when only %s is denied",
    (quote) => {
      expect(factsOf(noted("infection-bacterial", "negated", { quote }))).toEqual({});
    },
  );
  it.each(["superinfection", "secondary infection", "infected eczema", "skin infection"])(
    "is said where %s is denied",
    (quote) => {
      expect(factsOf(noted("infection-bacterial", "negated", { quote })).infection).toBe("none");
    },
  );

  it("is that there is no infection where eczema herpeticum is suspected", () => {
    expect(factsOf(noted("infection-none", "present"), noted("eczema-herpeticum", "present"))).toEqual({
      infection: "herpetic",
      redFlags: ["eczema-herpeticum"],
    });
  });

  it("is that there is no infection where the patient is unwell with one", () => {
    expect(factsOf(noted("infection-none", "present"), noted("systemically-unwell", "present"))).toEqual({
      infection: "systemically-unwell",
      redFlags: ["systemically-unwell"],
    });
  });

  it("counts a copied line for nothing against today's", () => {
    const copied = { note: "from an earlier note" };
    expect(factsOf(noted("dupilumab", "past", copied), noted("severity", "historical", copied))).toEqual({});
    expect(
      evidenceOf(
        "diagnosis",
        noted("atopic-dermatitis", "present"),
        noted("atopic-dermatitis", "negated", copied),
      )?.against,
    ).toHaveLength(1);
    expect(
      factsOf(noted("atopic-dermatitis", "present"), noted("atopic-dermatitis", "negated", copied)).diagnosis,
    ).toBe("atopic-dermatitis");
  });

  it("takes nothing from a draft", () => {
    expect(
      factsOf(
        noted("pimecrolimus", "planned", { note: "draft" }),
        noted("atopic-dermatitis", "present", { note: "draft" }),
        noted("pregnant", "present", { note: "iga 3; draft" }),
      ),
    ).toEqual({});
  });
});

describe("history", () => {
  it.each(["melanoma", "skin-cancer-keratinocyte", "malignancy", "smoker", "mace-risk", "vte"])(
    "counts for %s when it is over",
    (concept) => {
      expect(factsOf(found(concept, "historical")).conditions).toEqual([concept]);
    },
  );
  it.each(["renal", "tb", "erythroderma", "malignancy-active", "eczema-unspecified"])(
    "does not count for %s",
    (concept) => {
      expect(factsOf(found(concept, "historical"))).toEqual({});
    },
  );
  it("does not count when the diagnosis was given up, or is the family's", () => {
    expect(factsOf(found("melanoma", "historical", { note: "a diagnosis given up" }))).toEqual({});
    expect(factsOf(found("melanoma", "family"))).toEqual({});
  });
});

describe("live vaccines", () => {
  const vaccine = (status: "planned" | "current" | "past" | "listed", date?: string) =>
    factsOf(found("live-vaccine-planned", status, date ? { date } : {})).medications;
  it("count when due, or given within four weeks of today", () => {
    expect(vaccine("planned")).toEqual(["live-vaccine-planned"]);
    expect(vaccine("past", "2026-11-01")).toEqual(["live-vaccine-planned"]);
    expect(vaccine("planned", "2026-12-10")).toEqual(["live-vaccine-planned"]);
  });
  it("do not count when given long ago, or nobody knows when", () => {
    expect(vaccine("current", "2019-05-01")).toBeUndefined();
    expect(vaccine("past")).toBeUndefined();
    expect(vaccine("past", "2026-10-25")).toBeUndefined();
  });
});

describe("allergies", () => {
  it("are to the substance, by whatever route it was met", () => {
    expect(
      factsOf(found("tacrolimus-systemic", "allergy"), found("ciclosporin-ophthalmic", "allergy")).allergies,
    ).toEqual(["tacrolimus-ointment", "ciclosporin"]);
  });
  it("are no treatment in use, and an intolerance is no allergy", () => {
    expect(factsOf(found("dupilumab", "allergy", { note: "allergy" }))).toEqual({ allergies: ["dupilumab"] });
    expect(factsOf(found("crisaborole", "allergy", { note: "intolerance" }))).toEqual({
      tried: { "crisaborole-ointment": "intolerant" },
    });
  });
});

describe("the words behind a fact", () => {
  it("name each place once, the list before the notes", () => {
    const twice = noted("atopic-dermatitis", "present", { quote: "eczema, atopic", passage: 4 });
    const evidence = evidenceOf("diagnosis", twice, { ...twice }, found("atopic-dermatitis", "listed"));
    expect(evidence?.quotes).toEqual([
      { quote: "atopic-dermatitis", section: "problems", frame: 0 },
      { quote: "eczema, atopic", section: "note", frame: 0, passage: 4 },
    ]);
  });
  it("tell the frames apart", () => {
    const { evidence } = resolve([reading([]), reading([found("pimecrolimus", "current")])], TODAY);
    expect(evidence[0]?.quotes[0]?.frame).toBe(1);
  });
});
