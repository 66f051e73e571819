/** Pitfalls (R25–R27), red flags (R6, R11) and whether the advice applies at all (R9). */
import type { PatientFacts } from "../../../src/engine/facts";
import {
  ADULT,
  aged,
  type Case,
  codesOf,
  expectEqual,
  having,
  itemOf,
  orderCase,
  reasonCase,
  statusCase,
} from "./patients";

const NOW = "current-treatment";

/** Ids of everything that is known of a patient, as evidence has them. */
const idsOf = (facts: PatientFacts): string[] =>
  Object.entries(facts).flatMap(([fact, value]) => {
    if (Array.isArray(value)) return value.map((word) => `${fact}.${word}`);
    if (fact === "tried") return Object.keys(value as object).map((agent) => `tried.${agent}`);
    return [fact];
  });

/** The reasons by which the chart trips current treatment rest on exactly these facts. */
const restsOnCase = (change: PatientFacts, ids: string[]): Case => ({
  name: `rests on ${ids.join(" and ")}`,
  check: (advise) => {
    const { reasons } = itemOf(advise({ ...ADULT, ...change }), NOW);
    const found = reasons.flatMap(({ restsOn = [] }) => restsOn).sort();
    expectEqual("facts behind it", found, [...ids].sort());
  },
});

/** The chart trips the pitfall: a reason of that code that names the entry, and the item before all others. */
const tripped = (name: string, change: PatientFacts, id: string, text: RegExp, fact: string): Case => ({
  name: `tripped: ${name}`,
  check: (advise) => {
    const advice = advise({ ...ADULT, ...change });
    const { reasons } = itemOf(advice, id);
    const [first] = reasons;
    expectEqual("first reason", first?.code, "tripped");
    const found = reasons.find((one) => one.code === "tripped" && text.test(one.text) && one.fact === fact);
    if (!found) throw new Error(`${id}: no reason like ${text} tied to ${fact}`);
    const held = new Set(idsOf({ ...ADULT, ...change }));
    if (!found.restsOn?.length) throw new Error(`${id}: rests on nothing`);
    expectEqual(
      "rests on what is not there",
      found.restsOn.filter((one) => !held.has(one)),
      [],
    );
    const others = advice.pitfalls.slice(
      0,
      advice.pitfalls.findIndex((item) => item.id === id),
    );
    for (const other of others) expectEqual(other.id, codesOf(advice, other.id).includes("tripped"), true);
  },
});
const notTripped = (name: string, change: PatientFacts, id: string): Case => ({
  name: `not tripped: ${name}`,
  check: (advise) => {
    const codes = codesOf(advise({ ...ADULT, ...change }), id);
    expectEqual(id, codes.includes("tripped"), false);
  },
});

const statusOfNow = (
  name: string,
  change: PatientFacts,
  status: "exclude" | "defer" | "caution" | "recommend",
): Case => statusCase(`pimecrolimus: ${name}`, { ...ADULT, ...change }, { [NOW]: status });

/** What makes pimecrolimus itself contraindicated (R26). */
const CONTRAINDICATED: [
  name: string,
  change: PatientFacts,
  text: RegExp,
  fact: string,
  status: "exclude" | "defer",
][] = [
  ["immunocompromised", { immunocompromised: true }, /Weakened immunity/, "immunocompromised", "exclude"],
  [
    "immunosuppressant",
    { medications: ["immunosuppressant"] },
    /immunosuppressant in use/,
    "medications",
    "exclude",
  ],
  ["ciclosporin", { tried: { ciclosporin: "current" } }, /Ciclosporin in use/, "tried", "exclude"],
  ["methotrexate", { tried: { methotrexate: "current" } }, /Methotrexate in use/, "tried", "exclude"],
  ["azathioprine", { tried: { azathioprine: "current" } }, /Azathioprine in use/, "tried", "exclude"],
  ["netherton", { conditions: ["netherton"] }, /Netherton/, "conditions", "exclude"],
  ["ichthyosis", { conditions: ["lamellar-ichthyosis"] }, /ichthyosis/, "conditions", "exclude"],
  ["gvhd", { conditions: ["gvhd"] }, /Graft/, "conditions", "exclude"],
  ["erythroderma", { conditions: ["erythroderma"] }, /erythroderma/, "conditions", "exclude"],
  ["erythroderma flagged", { redFlags: ["erythroderma"] }, /erythroderma/, "redFlags", "exclude"],
  ["lymphoma", { conditions: ["ctcl-suspected"] }, /lymphoma/, "conditions", "exclude"],
  ["lymphoma flagged", { redFlags: ["ctcl-suspected"] }, /lymphoma/, "redFlags", "exclude"],
  [
    "malignant skin",
    { conditions: ["skin-malignancy-or-premalignant"] },
    /malignant/,
    "conditions",
    "exclude",
  ],
  ["lymph nodes", { conditions: ["lymphadenopathy-unexplained"] }, /lymph nodes/, "conditions", "defer"],
  ["mononucleosis", { conditions: ["acute-mononucleosis"] }, /mononucleosis/, "conditions", "defer"],
  ["herpetic", { infection: "herpetic" }, /Herpetic/, "infection", "exclude"],
  ["herpeticum flagged", { redFlags: ["eczema-herpeticum"] }, /herpeticum/, "redFlags", "exclude"],
  ["unwell", { infection: "systemically-unwell" }, /Unwell/, "infection", "exclude"],
  ["unwell flagged", { redFlags: ["systemically-unwell"] }, /unwell/, "redFlags", "exclude"],
  ["local bacterial", { infection: "local-bacterial" }, /bacterial/, "infection", "defer"],
  ["fungal", { infection: "fungal" }, /Fungal/, "infection", "defer"],
  ["allergy", { allergies: ["pimecrolimus"] }, /Pimecrolimus allergy/, "allergies", "exclude"],
  ["benzyl alcohol", { allergies: ["benzyl-alcohol"] }, /Benzyl alcohol allergy/, "allergies", "exclude"],
  [
    "propylene glycol",
    { allergies: ["propylene-glycol"] },
    /Propylene glycol allergy/,
    "allergies",
    "exclude",
  ],
  ["cetostearyl alcohol", { allergies: ["cetostearyl-alcohol"] }, /Cetostearyl/, "allergies", "exclude"],
  [
    "on record",
    { tried: { pimecrolimus: "contraindicated" } },
    /recorded as contraindicated/,
    "tried",
    "exclude",
  ],
];

const NOT_CURRENT = [
  "adequate-failed",
  "inadequate-trial",
  "intolerant",
  "contraindicated",
  "never",
] as const;

const BELOW_LABEL: [agent: string, months: number][] = [
  ["tacrolimus-ointment", 24],
  ["ruxolitinib-cream", 24],
  ["crisaborole-ointment", 3],
  ["roflumilast-cream", 24],
  ["tapinarof-cream", 24],
  ["dupilumab", 6],
  ["tralokinumab", 144],
  ["lebrikizumab", 144],
  ["nemolizumab", 144],
  ["upadacitinib", 144],
  ["abrocitinib", 144],
];

const OTHER_CLASSES = [
  "topical-corticosteroid",
  "ruxolitinib-cream",
  "crisaborole-ointment",
  "roflumilast-cream",
  "tapinarof-cream",
  "phototherapy",
  "dupilumab",
  "tralokinumab",
  "lebrikizumab",
  "nemolizumab",
  "upadacitinib",
  "abrocitinib",
  "ciclosporin",
  "methotrexate",
  "azathioprine",
  "oral-corticosteroid",
];

const pinned = (name: string, change: PatientFacts, expected: boolean): Case => ({
  name: `diagnosis ${expected ? "first" : "not first"}: ${name}`,
  check: (advise) => {
    const [first, second] = advise({ ...ADULT, ...change }).pitfalls.map(({ id }) => id);
    expectEqual("first", first, expected ? "alternative-diagnoses" : "adherence-before-failure");
    if (!expected) expectEqual("second", second, "alternative-diagnoses");
  },
});

const flagged = (name: string, change: PatientFacts, expected: [id: string, fact: string][]): Case => ({
  name: `red flags: ${name}`,
  check: (advise) => {
    const { redFlags } = advise({ ...ADULT, ...change });
    expectEqual(
      "flags",
      redFlags.map(({ id, reasons }) => [id, reasons[0]?.fact]),
      expected,
    );
  },
});

const applies = (facts: PatientFacts, expected: string): Case => ({
  name: `applicability: ${facts.diagnosis} ${facts.onPimecrolimus} → ${expected}`,
  check: (advise) => expectEqual("applicability", advise(facts).applicability, expected),
});

export const PITFALL_CASES: Case[] = [
  statusCase("nothing on the chart", ADULT, {
    "topical-antihistamines": "exclude",
    "topical-antimicrobials": "exclude",
    "oral-antihistamines": "exclude",
    "long-term-systemic-corticosteroids": "exclude",
    "adherence-before-failure": "recommend",
    "alternative-diagnoses": "recommend",
    [NOW]: "recommend",
  }),
  orderCase("nothing on the chart", ADULT, "pitfalls", [
    "adherence-before-failure",
    "alternative-diagnoses",
    NOW,
    "topical-antihistamines",
    "topical-antimicrobials",
    "oral-antihistamines",
    "long-term-systemic-corticosteroids",
  ]),
  statusCase(
    "topical antimicrobials, local infection",
    { ...ADULT, infection: "local-bacterial" },
    { "topical-antimicrobials": "caution" },
  ),
  ...([undefined, "systemically-unwell", "herpetic", "viral-other", "fungal"] as const).map((infection) =>
    statusCase(
      `topical antimicrobials, ${infection}`,
      { ...ADULT, infection },
      { "topical-antimicrobials": "exclude" },
    ),
  ),
  reasonCase(
    "topical antimicrobials, local infection",
    { ...ADULT, infection: "local-bacterial" },
    "topical-antimicrobials",
    { text: /only if it is localised/ },
  ),
  reasonCase("topical antimicrobials", ADULT, "topical-antimicrobials", {
    text: /secondary infection/,
    fact: "infection",
  }),
  statusCase(
    "oral antihistamines, acute severe flare",
    { ...ADULT, acuteSevereFlare: true },
    { "oral-antihistamines": "caution" },
  ),
  statusCase(
    "oral antihistamines, none",
    { ...ADULT, acuteSevereFlare: false },
    { "oral-antihistamines": "exclude" },
  ),
  reasonCase("oral antihistamines", ADULT, "oral-antihistamines", {
    text: /do not reduce/,
    fact: "acuteSevereFlare",
  }),
  reasonCase("oral antihistamines, flare", { ...ADULT, acuteSevereFlare: true }, "oral-antihistamines", {
    text: /for sleep/,
  }),
  reasonCase(
    "oral antihistamines, urticaria",
    having(ADULT, "urticaria-or-rhinitis"),
    "oral-antihistamines",
    { text: /another reason/ },
  ),
  statusCase("oral antihistamines, urticaria", having(ADULT, "urticaria-or-rhinitis"), {
    "oral-antihistamines": "exclude",
  }),
  reasonCase("topical antihistamines", ADULT, "topical-antihistamines", { text: /contact allergy/ }),
  reasonCase("long-term systemic corticosteroids", ADULT, "long-term-systemic-corticosteroids", {
    text: /rebound/,
  }),
  tripped(
    "topical antihistamine",
    { medications: ["topical-antihistamine"] },
    "topical-antihistamines",
    /topical antihistamine/,
    "medications",
  ),
  ...(["none", "herpetic", "viral-other", undefined] as const).map((infection) =>
    tripped(
      `topical antimicrobial, ${infection}`,
      { medications: ["topical-antimicrobial"], infection },
      "topical-antimicrobials",
      /topical antimicrobial/,
      "medications",
    ),
  ),
  ...(["local-bacterial", "systemically-unwell", "fungal"] as const).map((infection) =>
    notTripped(
      `topical antimicrobial, ${infection}`,
      { medications: ["topical-antimicrobial"], infection },
      "topical-antimicrobials",
    ),
  ),
  tripped(
    "oral antihistamine",
    { medications: ["oral-antihistamine"] },
    "oral-antihistamines",
    /oral antihistamine/,
    "medications",
  ),
  notTripped(
    "oral antihistamine for urticaria",
    { medications: ["oral-antihistamine"], conditions: ["urticaria-or-rhinitis"] },
    "oral-antihistamines",
  ),
  tripped(
    "systemic corticosteroid",
    { medications: ["systemic-corticosteroid"] },
    "long-term-systemic-corticosteroids",
    /a systemic corticosteroid/,
    "medications",
  ),
  tripped(
    "repeated courses",
    { medications: ["systemic-corticosteroid-repeated"] },
    "long-term-systemic-corticosteroids",
    /repeated courses/,
    "medications",
  ),
  tripped(
    "oral corticosteroid in use",
    { tried: { "oral-corticosteroid": "current" } },
    "long-term-systemic-corticosteroids",
    /an oral corticosteroid/,
    "tried",
  ),
  ...[
    "topical-antihistamines",
    "topical-antimicrobials",
    "oral-antihistamines",
    "long-term-systemic-corticosteroids",
    NOW,
  ].map((id) => notTripped(`${id}, nothing on the chart`, {}, id)),
  // the chart's own combinations
  tripped(
    "two calcineurin inhibitors",
    { tried: { pimecrolimus: "current", "tacrolimus-ointment": "current" } },
    NOW,
    /stop one/,
    "tried",
  ),
  tripped(
    "two, pimecrolimus not known to be stopped",
    { tried: { "tacrolimus-ointment": "current" } },
    NOW,
    /stop one/,
    "tried",
  ),
  ...(["adequate-failed", "intolerant", "inadequate-trial", "never"] as const).map((outcome) =>
    notTripped(
      `pimecrolimus ${outcome}, tacrolimus in use`,
      { tried: { pimecrolimus: outcome, "tacrolimus-ointment": "current" } },
      NOW,
    ),
  ),
  ...NOT_CURRENT.flatMap((outcome) => [
    notTripped(
      `tacrolimus ${outcome}`,
      { tried: { pimecrolimus: "current", "tacrolimus-ointment": outcome } },
      NOW,
    ),
    notTripped(
      `oral corticosteroid ${outcome}`,
      { tried: { "oral-corticosteroid": outcome } },
      "long-term-systemic-corticosteroids",
    ),
    notTripped(
      `methotrexate ${outcome} with trimethoprim`,
      { medications: ["trimethoprim"], tried: { methotrexate: outcome } },
      NOW,
    ),
    notTripped(
      `azathioprine ${outcome} with allopurinol`,
      { medications: ["allopurinol-febuxostat"], tried: { azathioprine: outcome } },
      NOW,
    ),
    notTripped(
      `JAK cream ${outcome} with a biologic`,
      { medications: ["biologic"], tried: { "ruxolitinib-cream": outcome } },
      NOW,
    ),
    notTripped(
      `JAK cream ${outcome} with an oral JAK inhibitor`,
      { medications: ["jak"], tried: { "ruxolitinib-cream": outcome } },
      NOW,
    ),
    ...(
      ["dupilumab", "tralokinumab", "lebrikizumab", "nemolizumab", "upadacitinib", "abrocitinib"] as const
    ).flatMap((agent) => [
      notTripped(
        `JAK cream ${outcome} with ${agent}`,
        { tried: { [agent]: "current", "ruxolitinib-cream": outcome } },
        NOW,
      ),
      notTripped(
        `JAK cream with ${agent} ${outcome}`,
        { tried: { [agent]: outcome, "ruxolitinib-cream": "current" } },
        NOW,
      ),
    ]),
  ]),
  notTripped("a biologic alone", { medications: ["biologic"] }, NOW),
  notTripped("an oral JAK inhibitor alone", { medications: ["jak"] }, NOW),
  notTripped("oral corticosteroid unknown", {}, "long-term-systemic-corticosteroids"),
  notTripped(
    "tacrolimus failed",
    { tried: { pimecrolimus: "current", "tacrolimus-ointment": "adequate-failed" } },
    NOW,
  ),
  restsOnCase({ tried: { "tacrolimus-ointment": "current" } }, [
    "onPimecrolimus",
    "tried.tacrolimus-ointment",
  ]),
  restsOnCase({ tried: { methotrexate: "current" }, medications: ["trimethoprim"] }, [
    "medications.trimethoprim",
    "tried.methotrexate",
    "tried.methotrexate",
  ]),
  restsOnCase({ tried: { azathioprine: "current" }, medications: ["allopurinol-febuxostat"] }, [
    "medications.allopurinol-febuxostat",
    "tried.azathioprine",
    "tried.azathioprine",
  ]),
  restsOnCase({ tried: { "ruxolitinib-cream": "current" }, medications: ["biologic"] }, [
    "medications.biologic",
    "tried.ruxolitinib-cream",
  ]),
  restsOnCase({ infection: "local-bacterial" }, ["infection"]),
  restsOnCase({}, []),
  tripped("under wraps", { medications: ["occlusion-over-tci"] }, NOW, /not to cover/, "medications"),
  ...(["biologic", "jak"] as const).map((word) =>
    tripped(
      `JAK cream with ${word}`,
      { medications: [word], tried: { "ruxolitinib-cream": "current" } },
      NOW,
      /Ruxolitinib cream in use/,
      "medications",
    ),
  ),
  ...(
    ["dupilumab", "tralokinumab", "lebrikizumab", "nemolizumab", "upadacitinib", "abrocitinib"] as const
  ).flatMap((agent) => [
    tripped(
      `JAK cream with ${agent}`,
      { tried: { [agent]: "current", "ruxolitinib-cream": "current" } },
      NOW,
      new RegExp(`Ruxolitinib cream in use\\. ${agent}`, "i"),
      "tried",
    ),
    notTripped(`${agent} alone`, { tried: { [agent]: "current" } }, NOW),
    notTripped(
      `${agent} after JAK cream`,
      { tried: { [agent]: "current", "ruxolitinib-cream": "adequate-failed" } },
      NOW,
    ),
  ]),
  notTripped("JAK cream alone", { tried: { "ruxolitinib-cream": "current" } }, NOW),
  tripped(
    "methotrexate with trimethoprim",
    { medications: ["trimethoprim"], tried: { methotrexate: "current" } },
    NOW,
    /Methotrexate together with trimethoprim/,
    "medications",
  ),
  notTripped("trimethoprim alone", { medications: ["trimethoprim"] }, NOW),
  tripped(
    "azathioprine with allopurinol",
    { medications: ["allopurinol-febuxostat"], tried: { azathioprine: "current" } },
    NOW,
    /Azathioprine together with allopurinol/,
    "medications",
  ),
  notTripped("allopurinol alone", { medications: ["allopurinol-febuxostat"] }, NOW),
  ...CONTRAINDICATED.map(([name, change, text, fact]) =>
    tripped(`pimecrolimus, ${name}`, change, NOW, text, fact),
  ),
  ...CONTRAINDICATED.map(([name, change, , , status]) => statusOfNow(name, change, status)),
  ...CONTRAINDICATED.map(
    ([name, change]): Case => ({
      name: `pimecrolimus, ${name}: one reason`,
      check: (advise) =>
        expectEqual("reasons", codesOf(advise({ ...ADULT, ...change }), NOW), [
          "tripped",
          "current-treatment-scope",
        ]),
    }),
  ),
  ...[
    { tried: { "tacrolimus-ointment": "current" } },
    { medications: ["occlusion-over-tci"] },
    { medications: ["jak"], tried: { "ruxolitinib-cream": "current" } },
    { tried: { dupilumab: "current", "ruxolitinib-cream": "current" } },
    { medications: ["trimethoprim"], tried: { methotrexate: "current" } },
    { medications: ["allopurinol-febuxostat"], tried: { azathioprine: "current" } },
  ].map((change) => statusOfNow(JSON.stringify(change), change as PatientFacts, "exclude")),
  ...(["viral-other", "none", undefined] as const).map((infection) =>
    notTripped(`infection ${infection}`, { infection }, NOW),
  ),
  ...[
    { pregnancy: "pregnant" },
    { allergies: ["macrolide"] },
    { conditions: ["renal"] },
    { bsaPercent: 80 },
  ].map((change) => statusOfNow(JSON.stringify(change), change as PatientFacts, "recommend")),
  reasonCase(
    "vehicle allergy: another diagnosis",
    { ...ADULT, allergies: ["benzyl-alcohol"] },
    "alternative-diagnoses",
    { text: /contact allergy to the cream/, fact: "allergies" },
  ),
  reasonCase("not a full check", ADULT, NOW, { text: /no interaction check/ }),
  ...[{ severity: "severe" }, aged(23), { ...aged(2), jurisdiction: "UK" }].map((change) =>
    statusCase(`before failure: ${JSON.stringify(change)}`, { ...ADULT, ...change } as PatientFacts, {
      "adherence-before-failure": "recommend",
    }),
  ),
  reasonCase("at 2 months elsewhere", { ...aged(2), jurisdiction: "other" }, NOW, {
    text: /under 3 months/,
    absent: true,
  }),
  statusCase(
    "vehicle allergy",
    { ...ADULT, allergies: ["benzyl-alcohol"] },
    { "alternative-diagnoses": "recommend" },
  ),
  statusCase("worse", { ...ADULT, pimecrolimus: "worse" }, { "alternative-diagnoses": "recommend" }),
  statusCase(
    "oral antihistamine in a flare",
    { ...ADULT, acuteSevereFlare: true, medications: ["oral-antihistamine"] },
    {
      "oral-antihistamines": "caution",
    },
  ),
  statusCase("urticaria in a flare", having({ ...ADULT, acuteSevereFlare: true }, "urticaria-or-rhinitis"), {
    "oral-antihistamines": "caution",
  }),
  ...(["clear", "mild", "moderate", undefined] as const).map((severity) =>
    reasonCase(`off-label, ${severity}`, { ...ADULT, severity }, NOW, { fact: "severity", absent: true }),
  ),
  ...(["US", "other", undefined] as const).map((jurisdiction) =>
    reasonCase(`at 2 months, ${jurisdiction}`, { ...aged(2), jurisdiction }, NOW, {
      text: /under 3 months/,
      absent: true,
    }),
  ),
  reasonCase("oral antihistamines, no flare", { ...ADULT, acuteSevereFlare: false }, "oral-antihistamines", {
    text: /for sleep/,
    absent: true,
  }),
  {
    name: "pimecrolimus allergy: contact allergy, and no more",
    check: (advise) => {
      const advice = advise({ ...ADULT, allergies: ["pimecrolimus"] });
      expectEqual("codes", codesOf(advice, "alternative-diagnoses"), ["vehicle-allergy"]);
      expectEqual("status", itemOf(advice, "alternative-diagnoses").status, "recommend");
    },
  },
  reasonCase(
    "tacrolimus in use, pimecrolimus contraindicated",
    { ...ADULT, tried: { pimecrolimus: "contraindicated", "tacrolimus-ointment": "current" } },
    NOW,
    { text: /stop one/, absent: true },
  ),
  ...(["worse", undefined] as const).map((pimecrolimus) =>
    reasonCase(
      `both failed on record, pimecrolimus ${pimecrolimus}: named`,
      {
        ...ADULT,
        pimecrolimus,
        tried: { pimecrolimus: "adequate-failed", "topical-corticosteroid": "adequate-failed" },
      },
      "alternative-diagnoses",
      { text: /^Topical corticosteroid failed as well as pimecrolimus/, fact: "tried" },
    ),
  ),
  reasonCase("oral antihistamines, flare unknown", ADULT, "oral-antihistamines", {
    text: /for sleep/,
    absent: true,
  }),
  statusCase(
    "two classes failed",
    { ...ADULT, tried: { "topical-corticosteroid": "adequate-failed" } },
    { "alternative-diagnoses": "recommend" },
  ),
  statusCase(
    "two classes failed on record",
    {
      ...ADULT,
      pimecrolimus: undefined,
      tried: { pimecrolimus: "adequate-failed", "topical-corticosteroid": "adequate-failed" },
    },
    { "alternative-diagnoses": "recommend" },
  ),
  // off-label (R7)
  statusOfNow("severe disease", { severity: "severe" }, "caution"),
  ...[NOW, "adherence-before-failure"].map((id) =>
    reasonCase(`${id}, severe disease`, { ...ADULT, severity: "severe" }, id, {
      code: "off-label-severity",
      fact: "severity",
      text: /no failure/,
    }),
  ),
  ...(
    [
      ["US", 23, true],
      ["US", 24, false],
      [undefined, 23, true],
      ["other", 23, true],
      ["UK", 3, false],
      ["UK", 2, true],
      ["EU", 3, false],
      ["EU", 2, true],
    ] as const
  ).flatMap(([jurisdiction, months, off]) => [
    statusCase(
      `pimecrolimus at ${months} months, ${jurisdiction}`,
      { ...aged(months), jurisdiction },
      { [NOW]: off ? "caution" : "recommend" },
    ),
    reasonCase(
      `pimecrolimus at ${months} months, ${jurisdiction}, said`,
      { ...aged(months), jurisdiction },
      "adherence-before-failure",
      {
        fact: "ageMonths",
        text: months === 2 ? /not labelled under 3 months/ : /not labelled under 2 years/,
        ...(!off && { absent: true as const }),
      },
    ),
  ]),
  ...BELOW_LABEL.flatMap(([agent, months]) => [
    tripped(
      `${agent} in use at ${months - 1} months`,
      { ...aged(months - 1), tried: { pimecrolimus: "adequate-failed", [agent]: "current" } },
      NOW,
      /below the age of its label/,
      "tried",
    ),
    notTripped(
      `${agent} in use at ${months} months`,
      { ...aged(months), tried: { pimecrolimus: "adequate-failed", [agent]: "current" } },
      NOW,
    ),
  ]),
  statusCase(
    "dupilumab in use at 4 months: an alert",
    { ...aged(4), jurisdiction: "UK", tried: { dupilumab: "current" } },
    { [NOW]: "caution", dupilumab: "exclude" },
  ),
  // R27
  pinned("nothing failed but pimecrolimus", {}, false),
  pinned("worse", { pimecrolimus: "worse" }, true),
  ...OTHER_CLASSES.map((agent) => pinned(`${agent} failed`, { tried: { [agent]: "adequate-failed" } }, true)),
  ...OTHER_CLASSES.map((agent) =>
    reasonCase(
      `${agent} failed, named`,
      { ...ADULT, tried: { [agent]: "adequate-failed" } },
      "alternative-diagnoses",
      {
        text: new RegExp(agent.split("-")[0] ?? agent, "i"),
        fact: "tried",
      },
    ),
  ),
  ...NOT_CURRENT.filter((outcome) => !/failed|contra/.test(outcome)).flatMap((outcome) => [
    pinned(`corticosteroid ${outcome}`, { tried: { "topical-corticosteroid": outcome } }, false),
    pinned(
      `corticosteroid failed, pimecrolimus ${outcome} on record`,
      {
        pimecrolimus: undefined,
        tried: { pimecrolimus: outcome, "topical-corticosteroid": "adequate-failed" },
      },
      false,
    ),
    pinned(
      `corticosteroid ${outcome}, pimecrolimus failed on record`,
      {
        pimecrolimus: undefined,
        tried: { pimecrolimus: "adequate-failed", "topical-corticosteroid": outcome },
      },
      false,
    ),
  ]),
  reasonCase(
    "corticosteroid failed, pimecrolimus contraindicated on record",
    {
      ...ADULT,
      pimecrolimus: undefined,
      tried: { pimecrolimus: "contraindicated", "topical-corticosteroid": "adequate-failed" },
    },
    "alternative-diagnoses",
    { fact: "tried", absent: true },
  ),
  pinned(
    "corticosteroid failed, pimecrolimus in use on record",
    {
      pimecrolimus: undefined,
      tried: { pimecrolimus: "current", "topical-corticosteroid": "adequate-failed" },
    },
    false,
  ),
  ...(
    ["not-trial-yet", "inadequate-trial", "worse", "intolerant", "relapse", "working", undefined] as const
  ).flatMap((pimecrolimus) => [
    pinned(
      `both failed on record, pimecrolimus ${pimecrolimus}`,
      {
        pimecrolimus,
        tried: { pimecrolimus: "adequate-failed", "topical-corticosteroid": "adequate-failed" },
      },
      true,
    ),
    reasonCase(
      `one reason, pimecrolimus ${pimecrolimus}`,
      { ...ADULT, pimecrolimus, tried: { "topical-corticosteroid": "adequate-failed" } },
      "alternative-diagnoses",
      { fact: "tried", absent: true },
    ),
  ]),
  {
    name: "both failed on record and by the trial: said once",
    check: (advise) => {
      const facts: PatientFacts = {
        ...ADULT,
        tried: { pimecrolimus: "adequate-failed", "topical-corticosteroid": "adequate-failed" },
      };
      expectEqual("reasons", itemOf(advise(facts), "alternative-diagnoses").reasons.length, 1);
    },
  },
  ...OTHER_CLASSES.map((agent) =>
    pinned(
      `${agent} and pimecrolimus failed on record`,
      { pimecrolimus: undefined, tried: { pimecrolimus: "adequate-failed", [agent]: "adequate-failed" } },
      true,
    ),
  ),
  pinned("tacrolimus failed: the same class", { tried: { "tacrolimus-ointment": "adequate-failed" } }, false),
  pinned(
    "corticosteroid not adequately tried",
    { tried: { "topical-corticosteroid": "inadequate-trial" } },
    false,
  ),
  ...(["relapse", "intolerant", "inadequate-trial", "not-trial-yet", "working", undefined] as const).map(
    (pimecrolimus) =>
      pinned(
        `corticosteroid failed, pimecrolimus ${pimecrolimus}`,
        { pimecrolimus, tried: { "topical-corticosteroid": "adequate-failed" } },
        false,
      ),
  ),
  orderCase(
    "tripped before the diagnosis",
    { ...ADULT, pimecrolimus: "worse", medications: ["topical-antihistamine"] },
    "pitfalls",
    ["topical-antihistamines", "alternative-diagnoses"],
  ),
  reasonCase("worse: contact allergy", { ...ADULT, pimecrolimus: "worse" }, "alternative-diagnoses", {
    text: /contact allergy/,
  }),
  // red flags
  flagged("none entered", {}, []),
  flagged("herpetic", { infection: "herpetic" }, [["eczema-herpeticum", "infection"]]),
  flagged("unwell", { infection: "systemically-unwell" }, [["systemically-unwell", "infection"]]),
  flagged("erythroderma", { conditions: ["erythroderma"] }, [["erythroderma", "conditions"]]),
  flagged("lymphoma", { conditions: ["ctcl-suspected"] }, [["ctcl-suspected", "conditions"]]),
  flagged(
    "entered and derived",
    { infection: "herpetic", redFlags: ["eczema-herpeticum", "severe-not-responding"] },
    [
      ["eczema-herpeticum", "redFlags"],
      ["severe-not-responding", "redFlags"],
    ],
  ),
  flagged(
    "never derived",
    {
      severity: "severe",
      pimecrolimus: "worse",
      infection: "local-bacterial",
      conditions: ["eye-disease", "malignancy-active"],
      sites: ["eyelid"],
    },
    [],
  ),
  flagged(
    "each one entered",
    {
      redFlags: [
        "severe-not-responding",
        "ctcl-suspected",
        "immunodeficiency-suspected",
        "eye-involvement",
        "systemically-unwell",
        "erythroderma",
        "eczema-herpeticum",
      ],
    },
    [
      "eczema-herpeticum",
      "erythroderma",
      "systemically-unwell",
      "eye-involvement",
      "immunodeficiency-suspected",
      "ctcl-suspected",
      "severe-not-responding",
    ].map((id): [string, string] => [id, "redFlags"]),
  ),
  // R9
  applies({}, "confirm-diagnosis"),
  applies({ diagnosis: "atopic-dermatitis" }, "confirm-diagnosis"),
  applies({ onPimecrolimus: true }, "confirm-diagnosis"),
  applies({ onPimecrolimus: false }, "confirm-diagnosis"),
  applies({ diagnosis: "not-atopic-dermatitis" }, "confirm-diagnosis"),
  applies({ diagnosis: "eczema-unspecified", onPimecrolimus: true }, "confirm-diagnosis"),
  applies({ diagnosis: "eczema-unspecified", onPimecrolimus: false }, "not-applicable"),
  applies({ diagnosis: "atopic-dermatitis", onPimecrolimus: false }, "not-applicable"),
  applies({ diagnosis: "not-atopic-dermatitis", onPimecrolimus: true }, "not-applicable"),
  applies({ diagnosis: "atopic-dermatitis", onPimecrolimus: true }, "applies"),
];
