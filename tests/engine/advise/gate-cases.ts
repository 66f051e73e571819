/** The gates of §5.2 and what R2–R36 settle: unknowns, the trial of pimecrolimus, escalation, secondary items, order. */
import type { Status } from "../../../src/engine/advice";
import type { PatientFacts } from "../../../src/engine/facts";
import {
  ADULT,
  aged,
  allItems,
  type Case,
  codesOf,
  expectEqual,
  having,
  itemOf,
  orderCase,
  reasonCase,
  SEVERE,
  statusCase,
  without,
} from "./patients";

const OPTIONS = [
  "tacrolimus-ointment",
  "topical-corticosteroid",
  "ruxolitinib-cream",
  "crisaborole-ointment",
  "roflumilast-cream",
  "tapinarof-cream",
];
const BIOLOGICS = ["dupilumab", "tralokinumab", "lebrikizumab", "nemolizumab"];
const ORAL_JAK = ["upadacitinib", "abrocitinib"];
const OLD_SYSTEMICS = ["ciclosporin", "methotrexate", "azathioprine"];
const ESCALATION = ["phototherapy", ...BIOLOGICS, ...ORAL_JAK, ...OLD_SYSTEMICS];
const RESCUE = "oral-corticosteroid";

/** All that can be offered in severe disease, oral JAK inhibitors included. */
const OPEN: PatientFacts = {
  ...SEVERE,
  tried: { "crisaborole-ointment": "adequate-failed", nemolizumab: "intolerant" },
};
const AFTER_SYSTEMIC: PatientFacts = {
  ...SEVERE,
  tried: { "oral-corticosteroid": "never", nemolizumab: "adequate-failed" },
};

const AFTER_TRALOKINUMAB: PatientFacts = { ...SEVERE, tried: { tralokinumab: "adequate-failed" } };

/** R13 and §5.1: what each item cannot be judged without. */
const CRITICAL: [fact: keyof PatientFacts, base: PatientFacts, ids: string[]][] = [
  ["infection", ADULT, ["tacrolimus-ointment", "ruxolitinib-cream", "wet-wraps"]],
  ["infection", SEVERE, [RESCUE]],
  ["immunocompromised", ADULT, ["tacrolimus-ointment", "ruxolitinib-cream"]],
  ["immunocompromised", AFTER_SYSTEMIC, [...OLD_SYSTEMICS, ...ORAL_JAK]],
  ["bsaPercent", ADULT, ["ruxolitinib-cream"]],
  ["weightKg", AFTER_SYSTEMIC, ["dupilumab", "lebrikizumab", ...ORAL_JAK]],
  ["pregnancy", ADULT, ["ruxolitinib-cream"]],
  ["pregnancy", AFTER_SYSTEMIC, ["methotrexate", "azathioprine", ...ORAL_JAK]],
  ["conditions", SEVERE, ["azathioprine"]],
  ["activeFlare", ADULT, ["wet-wraps"]],
  ["ageMonths", SEVERE, [RESCUE, "phototherapy"]],
];

const unknownCases = CRITICAL.flatMap(([fact, base, ids]) => {
  const facts = without(base, fact);
  return [
    ...ids.map((id) => statusCase(`${fact} unknown: ${id}`, facts, { [id]: "needs-info" })),
    ...ids.map((id) => reasonCase(`${fact} unknown: ${id} says so`, facts, id, { fact, text: /^Needs/ })),
    {
      name: `${fact} unknown: no other item waits for it`,
      check: (advise) => {
        const critical = new Set(CRITICAL.filter(([other]) => other === fact).flatMap(([, , all]) => all));
        const others = allItems(advise(facts)).filter(
          ({ id, status }) => status === "needs-info" && !critical.has(id) && fact !== "ageMonths",
        );
        const allowed = fact === "infection" ? ["antistaphylococcal-antibiotics"] : [];
        expectEqual(
          "others",
          others.map(({ id }) => id),
          allowed,
        );
      },
    } satisfies Case,
  ];
});

const ageCases = [...OPTIONS, ...ESCALATION, RESCUE].map((id) =>
  reasonCase(`age unknown: ${id} says so`, without(SEVERE, "ageMonths"), id, {
    fact: "ageMonths",
    text: /^Needs age/,
  }),
);

/** R3: below 12, from 51 on, and where the answer is "none", pregnancy keeps nothing back. */
const pregnancyCases: Case[] = [
  ...["ruxolitinib-cream", "methotrexate", "azathioprine", ...ORAL_JAK].map((id) =>
    reasonCase(`pregnancy and age unknown: ${id}`, without(SEVERE, "pregnancy", "ageMonths"), id, {
      fact: "pregnancy",
    }),
  ),
  ...[143, 612].map((months) =>
    statusCase(`pregnancy unknown at ${months} months`, without(aged(months, ADULT), "pregnancy"), {
      "ruxolitinib-cream": "consider",
    }),
  ),
  ...[144, 611].map((months) =>
    statusCase(`pregnancy unknown at ${months} months`, without(aged(months, ADULT), "pregnancy"), {
      "ruxolitinib-cream": "needs-info",
    }),
  ),
  statusCase("no pregnancy", { ...ADULT, pregnancy: "none" }, { "ruxolitinib-cream": "consider" }),
];

/** R15 and D18: a short oral course needs all of severity, an acute severe flare and a plan. */
const rescueCases: Case[] = [
  statusCase("oral corticosteroid with all of it", SEVERE, { [RESCUE]: "caution" }),
  ...(["acuteSevereFlare", "steroidSparingPlan"] as const).flatMap((fact) => [
    statusCase(`${fact} unknown`, without(SEVERE, fact), { [RESCUE]: "exclude" }),
    reasonCase(`${fact} unknown, said`, without(SEVERE, fact), RESCUE, { fact }),
    statusCase(`${fact} false`, { ...SEVERE, [fact]: false }, { [RESCUE]: "exclude" }),
  ]),
  reasonCase("no acute flare, in words", { ...SEVERE, acuteSevereFlare: false }, RESCUE, {
    text: /exacerbation/,
  }),
  reasonCase("no plan, in words", { ...SEVERE, steroidSparingPlan: false }, RESCUE, { text: /plan/ }),
  statusCase("severity unknown", without(SEVERE, "severity"), { [RESCUE]: "exclude" }),
  reasonCase("severity unknown, said", without(SEVERE, "severity"), RESCUE, { fact: "severity" }),
  statusCase(
    "an acute flare that is no flare: the worse reading",
    { ...SEVERE, activeFlare: false },
    {
      [RESCUE]: "exclude",
      "wet-wraps": "exclude",
    },
  ),
  reasonCase("no flare, said", { ...SEVERE, activeFlare: false }, RESCUE, { fact: "activeFlare" }),
  statusCase("no flare: no wraps", { ...ADULT, activeFlare: false }, { "wet-wraps": "exclude" }),
  reasonCase("no flare, in words", { ...SEVERE, activeFlare: false }, RESCUE, {
    fact: "activeFlare",
    text: /No flare/,
  }),
  reasonCase("flare unknown: nothing about it", without(SEVERE, "activeFlare"), RESCUE, {
    fact: "activeFlare",
    absent: true,
  }),
  reasonCase("no flare: nothing is needed", { ...ADULT, activeFlare: false }, "wet-wraps", {
    text: /^Needs/,
    absent: true,
  }),
  reasonCase("no flare: no wraps, said", { ...ADULT, activeFlare: false }, "wet-wraps", {
    fact: "activeFlare",
    text: /flare/,
  }),
  reasonCase("what never goes under wraps", ADULT, "wet-wraps", {
    text: /never over pimecrolimus, tacrolimus/,
  }),
];

/** G3 with R17 and R18: what the trial of pimecrolimus does to options and to escalation. */
const TRIAL: [name: string, change: PatientFacts, code: string | undefined, escalates: boolean][] = [
  ["inadequate response, verified", {}, undefined, true],
  ["inadequate response, adherence inadequate", { adherence: "inadequate" }, "verify-first", false],
  ["inadequate response, not verified", { adherence: "not-verified" }, "verify-first", false],
  ["inadequate response, adherence unknown", { adherence: undefined }, "verify-first", false],
  ["inadequate trial", { pimecrolimus: "inadequate-trial" }, "verify-first", false],
  [
    "inadequate trial, not verified",
    { pimecrolimus: "inadequate-trial", adherence: "not-verified" },
    "verify-first",
    false,
  ],
  ["trial unknown", { pimecrolimus: undefined }, "verify-first", false],
  [
    "trial unknown, not verified",
    { pimecrolimus: undefined, adherence: "not-verified" },
    "verify-first",
    false,
  ],
  ["intolerant, verified", { pimecrolimus: "intolerant" }, undefined, true],
  [
    "intolerant, not verified",
    { pimecrolimus: "intolerant", adherence: "not-verified" },
    "verify-first",
    false,
  ],
  ["worse, verified", { pimecrolimus: "worse" }, undefined, true],
  ["worse, not verified", { pimecrolimus: "worse", adherence: "not-verified" }, undefined, true],
  ["worse, adherence unknown", { pimecrolimus: "worse", adherence: undefined }, undefined, true],
  ["relapse, verified", { pimecrolimus: "relapse" }, "relapse", false],
  ["relapse, not verified", { pimecrolimus: "relapse", adherence: "not-verified" }, "verify-first", false],
  ["not a trial yet", { pimecrolimus: "not-trial-yet" }, "not-due-yet", false],
  ["working", { pimecrolimus: "working" }, "not-due-yet", false],
  [
    "not a trial yet, not verified",
    { pimecrolimus: "not-trial-yet", adherence: "not-verified" },
    "not-due-yet",
    false,
  ],
  ["working, not verified", { pimecrolimus: "working", adherence: "not-verified" }, "not-due-yet", false],
];

/** What a reason says that makes escalation wait. */
const WAITS = /verify|Check adherence|6 weeks|is working|not a failure/;

const trialCases = TRIAL.flatMap(([name, change, code, escalates]): Case[] => {
  const topical = { ...ADULT, ...change };
  const due = !["not-trial-yet", "working"].includes(change.pimecrolimus ?? "");
  const softened = change.pimecrolimus === "relapse";
  const untold =
    change.pimecrolimus === "inadequate-trial" || ("pimecrolimus" in change && !change.pimecrolimus);
  const doubled = untold && change.adherence ? 1 : 0;
  return [
    {
      name: `${name}: options`,
      check: (advise) => {
        const verified = advise(ADULT);
        const advice = advise(topical);
        for (const id of OPTIONS) {
          const before = itemOf(verified, id).status;
          const burned =
            change.pimecrolimus === "intolerant" && /tacrolimus|crisaborole|roflumilast/.test(id);
          const kept: Status = softened ? "consider" : burned ? "caution" : before;
          expectEqual(id, itemOf(advice, id).status, due ? kept : "later");
          const codes = codesOf(advice, id);
          const said = itemOf(advice, id).reasons.some(({ text }) => /burned/.test(text));
          expectEqual(`${id} burned`, said, burned);
          expectEqual(
            `${id} verify-first twice`,
            codesOf(advice, id).filter((one) => one === "verify-first").length > 1,
            doubled > 0,
          );
          for (const one of ["verify-first", "not-due-yet", "relapse"]) {
            const both = one === "relapse" && softened;
            expectEqual(`${id} ${one}`, codes.includes(one), one === code || both);
          }
        }
      },
    },
    {
      name: `${name}: escalation`,
      check: (advise) => {
        for (const id of [...ESCALATION, RESCUE]) {
          const facts = { ...(id === "nemolizumab" ? AFTER_TRALOKINUMAB : AFTER_SYSTEMIC), ...change };
          const advice = advise(facts);
          const due: Status = id === RESCUE ? "caution" : "consider";
          expectEqual(id, itemOf(advice, id).status, escalates ? due : "later");
          if (code) expectEqual(`${id} ${code}`, codesOf(advice, id).includes(code), true);
          const texts = itemOf(advice, id).reasons.map(({ text }) => text);
          expectEqual(`${id}: waits`, texts.filter((text) => WAITS.test(text)).length > 0, !escalates);
        }
      },
    },
    {
      name: `${name}: before calling it a failure`,
      check: (advise) => {
        const advice = advise(topical);
        expectEqual("status", itemOf(advice, "adherence-before-failure").status, "recommend");
        expectEqual(
          "worse",
          /herpes/.test(JSON.stringify(itemOf(advice, "infection-evaluation"))),
          /worse/.test(name),
        );
        const codes = codesOf(advice, "adherence-before-failure");
        expectEqual("each code once but verify-first", new Set(codes).size, codes.length - doubled);
        expectEqual("tells", codes.length > 0, code !== undefined);
        if (code) expectEqual(code, codes.includes(code), true);
      },
    },
  ];
});

const trialWords: Case[] = [
  reasonCase("not yet, and not working", { ...ADULT, pimecrolimus: "not-trial-yet" }, "tacrolimus-ointment", {
    text: /is working/,
    absent: true,
  }),
  reasonCase("working, and not too early", { ...ADULT, pimecrolimus: "working" }, "tacrolimus-ointment", {
    text: /6 weeks/,
    absent: true,
  }),
  statusCase(
    "worse: infection evaluation",
    { ...ADULT, pimecrolimus: "worse" },
    { "infection-evaluation": "recommend" },
  ),
  reasonCase("6 weeks", { ...ADULT, pimecrolimus: "not-trial-yet" }, "tacrolimus-ointment", {
    text: /6 weeks/,
  }),
  reasonCase("working", { ...ADULT, pimecrolimus: "working" }, "tacrolimus-ointment", { text: /is working/ }),
  reasonCase("full trial", { ...ADULT, pimecrolimus: "inadequate-trial" }, "dupilumab", {
    text: /full trial/,
  }),
  reasonCase("trial unknown", without(ADULT, "pimecrolimus"), "dupilumab", {
    text: /How pimecrolimus was used/,
  }),
  reasonCase("adherence", without(ADULT, "adherence"), "dupilumab", {
    text: /Check adherence/,
    fact: "adherence",
  }),
  reasonCase("relapse", { ...ADULT, pimecrolimus: "relapse" }, "dupilumab", { text: /not a failure/ }),
];

/** Every outcome of a treatment that is no failure. */
const OUTCOMES = ["inadequate-trial", "intolerant", "contraindicated", "current", "never"] as const;

/** G6 with R19: which failures and facts make escalation due. */
const escalationDue = (name: string, change: PatientFacts, due: boolean): Case => ({
  name: `escalation ${due ? "due" : "later"}: ${name}`,
  check: (advise) => {
    const advice = advise({ ...ADULT, ...change });
    for (const id of ["phototherapy", ...BIOLOGICS]) {
      expectEqual(id, itemOf(advice, id).status, due ? "consider" : "later");
      expectEqual(`${id} topicals-first`, codesOf(advice, id).includes("topicals-first"), !due);
    }
    for (const id of ORAL_JAK) expectEqual(id, codesOf(advice, id).includes("topicals-first"), !due);
    for (const id of OLD_SYSTEMICS) expectEqual(id, codesOf(advice, id).includes("topicals-first"), !due);
  },
});

const escalationCases: Case[] = [
  ...["topical-corticosteroid", "tacrolimus-ointment", "ruxolitinib-cream", "crisaborole-ointment"].map(
    (agent) => escalationDue(`${agent} failed`, { tried: { [agent]: "adequate-failed" } }, true),
  ),
  ...(["pimecrolimus", "roflumilast-cream", "tapinarof-cream"] as const).map((agent) =>
    escalationDue(`${agent} failed`, { tried: { [agent]: "adequate-failed" } }, false),
  ),
  ...["topical-corticosteroid", "tacrolimus-ointment", "ruxolitinib-cream", "crisaborole-ointment"].flatMap(
    (agent) =>
      OUTCOMES.map((outcome) => escalationDue(`${agent} ${outcome}`, { tried: { [agent]: outcome } }, false)),
  ),
  escalationDue("BSA 30", { bsaPercent: 30 }, false),
  escalationDue("BSA 30.1", { bsaPercent: 30.1 }, true),
  escalationDue("BSA unknown", { bsaPercent: undefined }, false),
  escalationDue("severe", { severity: "severe" }, true),
  statusCase(
    "severe, dupilumab too waits for the trial (R19)",
    { ...SEVERE, adherence: "not-verified" },
    { dupilumab: "later", phototherapy: "later" },
  ),
  ...[...BIOLOGICS, ...OLD_SYSTEMICS].map((agent) =>
    statusCase(
      `oral JAK after ${agent}`,
      { ...SEVERE, tried: { [agent]: "adequate-failed" } },
      {
        upadacitinib: "consider",
        abrocitinib: "consider",
      },
    ),
  ),
  statusCase(
    "upadacitinib after abrocitinib",
    { ...SEVERE, tried: { abrocitinib: "adequate-failed" } },
    {
      upadacitinib: "consider",
      abrocitinib: "not-next",
    },
  ),
  statusCase(
    "abrocitinib after upadacitinib",
    { ...SEVERE, tried: { upadacitinib: "adequate-failed" } },
    {
      upadacitinib: "not-next",
      abrocitinib: "consider",
    },
  ),
  ...(["phototherapy", "oral-corticosteroid", "topical-corticosteroid"] as const).map((agent) =>
    statusCase(
      `no oral JAK after ${agent}`,
      { ...SEVERE, tried: { [agent]: "adequate-failed" } },
      {
        upadacitinib: "later",
        abrocitinib: "later",
      },
    ),
  ),
  ...[...BIOLOGICS, ...OLD_SYSTEMICS, ...ORAL_JAK].flatMap((agent) =>
    OUTCOMES.map(
      (outcome): Case => ({
        name: `no oral JAK after ${agent} ${outcome}`,
        check: (advise) => {
          const advice = advise({ ...SEVERE, tried: { [agent]: outcome } });
          for (const id of ORAL_JAK)
            expectEqual(id, codesOf(advice, id).includes("oral-jak-after-systemic"), true);
        },
      }),
    ),
  ),
  ...(["clear", "mild", undefined] as const).map((severity) =>
    reasonCase(`a later step, ${severity}`, { ...ADULT, severity }, "phototherapy", {
      code: "topicals-first",
    }),
  ),
  reasonCase("oral JAK, said", SEVERE, "upadacitinib", { text: /another systemic/, fact: "tried" }),
  reasonCase("oral JAK, said", SEVERE, "abrocitinib", { text: /another systemic/, fact: "tried" }),
  reasonCase("moderate: kept for severe", OPEN, "ciclosporin", { code: "source-severe", absent: true }),
  statusCase(
    "not-next before later",
    { ...ADULT, tried: { dupilumab: "adequate-failed" } },
    { dupilumab: "not-next" },
  ),
  statusCase(
    "neither hides what blocks",
    {
      ...aged(100),
      tried: { "tacrolimus-ointment": "adequate-failed", tralokinumab: "adequate-failed" },
      infection: "herpetic",
    },
    {
      "tacrolimus-ointment": "exclude",
      tralokinumab: "exclude",
      dupilumab: "defer",
    },
  ),
];

/** R30: outside the US a child under 12 has dupilumab in severe disease only. */
const childDupilumab: Case[] = (["UK", "EU", "other"] as const).flatMap((jurisdiction) =>
  (
    [
      [6, "moderate", "exclude"],
      [143, "moderate", "exclude"],
      [144, "moderate", "later"],
      [143, "severe", "consider"],
      [6, "severe", "consider"],
    ] as const
  ).map(([months, severity, status]) =>
    statusCase(
      `${jurisdiction}, ${months} months, ${severity}`,
      { ...aged(months), jurisdiction, severity },
      { dupilumab: status },
    ),
  ),
);
childDupilumab.push(
  statusCase("US, 6 months, moderate", aged(6), { dupilumab: "later" }),
  reasonCase("outside the US, said", { ...aged(100), jurisdiction: "EU" }, "dupilumab", {
    text: /severe eczema only/,
  }),
  statusCase(
    "dupilumab, 5 years, 29.9 kg",
    { ...aged(71, SEVERE), weightKg: 29.9 },
    { dupilumab: "consider" },
  ),
  statusCase("dupilumab, 5 years, 30 kg", { ...aged(71, SEVERE), weightKg: 30 }, { dupilumab: "exclude" }),
  statusCase("dupilumab, 6 months, 30 kg", { ...aged(6, SEVERE), weightKg: 30 }, { dupilumab: "exclude" }),
  reasonCase("dupilumab, 5 years, 30 kg, said", { ...aged(71, SEVERE), weightKg: 30 }, "dupilumab", {
    fact: "weightKg",
    text: /bands/,
  }),
  statusCase("dupilumab, 6 years, 30 kg", { ...aged(72, SEVERE), weightKg: 30 }, { dupilumab: "consider" }),
  statusCase(
    "dupilumab, 6 years, 14.9 kg",
    { ...aged(72, SEVERE), weightKg: 14.9 },
    { dupilumab: "exclude" },
  ),
  statusCase(
    "dupilumab, 5 years, 14.9 kg",
    { ...aged(71, SEVERE), weightKg: 14.9 },
    { dupilumab: "consider" },
  ),
  statusCase("dupilumab, 1 year, 5 kg", { ...aged(12, SEVERE), weightKg: 5 }, { dupilumab: "consider" }),
  statusCase("dupilumab, 1 year, 4.9 kg", { ...aged(12, SEVERE), weightKg: 4.9 }, { dupilumab: "exclude" }),
  statusCase(
    "dupilumab, age unknown, 4.9 kg",
    { ...without(SEVERE, "ageMonths"), weightKg: 4.9 },
    { dupilumab: "exclude" },
  ),
);

/** R24, R23, S19. */
const ANTIBIOTICS: [
  infection: PatientFacts["infection"],
  US: Status,
  UK: Status,
  EU: Status,
  other: Status,
][] = [
  ["none", "exclude", "exclude", "exclude", "exclude"],
  [undefined, "needs-info", "needs-info", "needs-info", "needs-info"],
  ["local-bacterial", "consider", "caution", "consider", "caution"],
  ["systemically-unwell", "recommend", "recommend", "recommend", "recommend"],
  ["herpetic", "exclude", "exclude", "exclude", "exclude"],
  ["viral-other", "exclude", "exclude", "exclude", "exclude"],
  ["fungal", "exclude", "exclude", "exclude", "exclude"],
];
const secondaryCases: Case[] = [
  ...ANTIBIOTICS.flatMap(([infection, ...statuses]) =>
    (["US", "UK", "EU", "other"] as const).map((jurisdiction, index) =>
      statusCase(
        `antibiotics, ${infection}, ${jurisdiction}`,
        { ...ADULT, infection, jurisdiction },
        {
          "antistaphylococcal-antibiotics": statuses[index] ?? "needs-info",
          "infection-evaluation": "recommend",
        },
      ),
    ),
  ),
  ...ANTIBIOTICS.flatMap(([infection]) =>
    (["US", "UK", "EU", "other"] as const).map(
      (jurisdiction): Case => ({
        name: `antibiotics, ${infection}, ${jurisdiction}: one reason`,
        check: (advise) => {
          const advice = advise({ ...ADULT, infection, jurisdiction });
          expectEqual("reasons", itemOf(advice, "antistaphylococcal-antibiotics").reasons.length, 1);
          const bleach = itemOf(advice, "bleach-baths").reasons.filter(({ text }) =>
            /[Ss]igns of/.test(text),
          );
          expectEqual("signs", bleach.length, /unwell|herpetic|fungal/.test(infection ?? "") ? 0 : 1);
          expectEqual("topical", itemOf(advice, "topical-antimicrobials").reasons.length, 1);
        },
      }),
    ),
  ),
  ...(
    [
      { pregnancy: "pregnant" },
      { tried: { methotrexate: "current" } },
      { tried: { ciclosporin: "current" } },
      { tried: { azathioprine: "current" } },
      { medications: ["immunosuppressant"] },
      { allergies: ["macrolide"] },
      { allergies: ["penicillin"] },
    ] as PatientFacts[]
  ).map((change) =>
    statusCase(
      `antibiotics, ${JSON.stringify(change)}`,
      { ...ADULT, infection: "local-bacterial", ...change },
      {
        "antistaphylococcal-antibiotics": "consider",
      },
    ),
  ),
  ...([...OUTCOMES, "adequate-failed"] as const)
    .filter((outcome) => outcome !== "current")
    .flatMap((outcome) =>
      ["methotrexate", "ciclosporin"].map((agent) =>
        reasonCase(
          `antibiotics, ${agent} ${outcome}`,
          { ...ADULT, tried: { [agent]: outcome } },
          "antistaphylococcal-antibiotics",
          {
            text: /trimethoprim/,
            absent: true,
          },
        ),
      ),
    ),
  ...(
    [
      [{ infection: "none" }, /No infection/, "infection"],
      [{ infection: undefined }, /infection/, "infection"],
      [{ infection: "local-bacterial" }, /may be considered/, "infection"],
      [{ infection: "systemically-unwell" }, /assess today/, "infection"],
      [{ infection: "herpetic" }, /not bacterial/, "infection"],
      [{ infection: "viral-other" }, /not bacterial/, "infection"],
      [{ infection: "fungal" }, /not bacterial/, "infection"],
      [{ allergies: ["penicillin"] }, /Penicillin allergy/, "allergies"],
      [{ allergies: ["macrolide"] }, /Macrolide allergy/, "allergies"],
      [{ pregnancy: "pregnant" }, /Pregnancy.*erythromycin/, "pregnancy"],
      [{ tried: { methotrexate: "current" } }, /Methotrexate in use.*trimethoprim/, "tried"],
      [{ tried: { ciclosporin: "current" } }, /Ciclosporin in use: macrolides/, "tried"],
      [{ medications: ["immunosuppressant"] }, /immunosuppressant in use: macrolides/, "medications"],
    ] as [PatientFacts, RegExp, string][]
  ).map(([change, text, fact]) =>
    reasonCase(`antibiotics: ${text}`, { ...ADULT, ...change }, "antistaphylococcal-antibiotics", {
      text,
      fact,
    }),
  ),
  ...(["US", "UK", "EU", "other"] as const).flatMap((jurisdiction) => {
    const unwell: PatientFacts = {
      ...ADULT,
      jurisdiction,
      infection: "local-bacterial",
      redFlags: ["systemically-unwell"],
    };
    return [
      statusCase(`antibiotics, unwell with local infection, ${jurisdiction}`, unwell, {
        "antistaphylococcal-antibiotics": "recommend",
      }),
      reasonCase(
        `antibiotics, unwell with local infection, ${jurisdiction}: why`,
        unwell,
        "antistaphylococcal-antibiotics",
        { text: /assess today/, fact: "redFlags" },
      ),
      reasonCase(
        `antibiotics, unwell with local infection, ${jurisdiction}: not as if well`,
        unwell,
        "antistaphylococcal-antibiotics",
        { text: /while the patient is well|may be considered/, absent: true },
      ),
    ];
  }),
  ...ANTIBIOTICS.map(
    ([infection]): Case => ({
      name: `antibiotics, ${infection}, entered as unwell: one reason`,
      check: (advise) => {
        const advice = advise({ ...ADULT, infection, redFlags: ["systemically-unwell"] });
        expectEqual("reasons", itemOf(advice, "antistaphylococcal-antibiotics").reasons.length, 1);
      },
    }),
  ),
  ...(["none", undefined] as const).map((infection) =>
    statusCase(
      `antibiotics, unwell with infection ${infection}`,
      { ...ADULT, infection, redFlags: ["systemically-unwell"] },
      { "antistaphylococcal-antibiotics": infection ? "exclude" : "needs-info" },
    ),
  ),
  ...["wet-wraps", "bleach-baths"].flatMap((id) => {
    const asked = without(ADULT, "ageMonths");
    const text = /Age not entered.*under 2 years/;
    return [
      statusCase(`${id}, age unknown`, asked, { [id]: "consider" }),
      reasonCase(`${id}, age unknown: why`, asked, id, { text, fact: "ageMonths" }),
      reasonCase(`${id}, age known`, ADULT, id, { text, absent: true }),
      reasonCase(`${id}, age unknown, mild`, { ...asked, severity: "mild" }, id, { text, absent: true }),
    ];
  }),
  reasonCase("bleach baths, signs", { ...ADULT, infection: "local-bacterial" }, "bleach-baths", {
    text: /^Signs of infection/,
  }),
  reasonCase("bleach baths, no signs", ADULT, "bleach-baths", { text: /No signs.*AAAAI/ }),
  reasonCase("bleach baths, warts", { ...ADULT, infection: "viral-other" }, "bleach-baths", {
    text: /No signs.*AAAAI/,
  }),
  reasonCase("bleach baths, signs unknown", without(ADULT, "infection"), "bleach-baths", {
    text: /none entered/,
  }),
  ...[
    "technique",
    "moisturizer-use",
    "triggers",
    "relapsing-nature",
    "moisturizer",
    "bathing",
    "infection-evaluation",
  ].flatMap((id) =>
    [
      { diagnosis: ADULT.diagnosis, onPimecrolimus: true },
      SEVERE,
      { ...ADULT, infection: "herpetic" as const },
    ].map((facts) => statusCase(`${id} always`, facts, { [id]: "recommend" })),
  ),
];

/** R28. */
const orderCases: Case[] = [
  orderCase(
    "corticosteroid failed",
    { ...ADULT, tried: { "topical-corticosteroid": "adequate-failed" } },
    "options",
    [
      "tacrolimus-ointment",
      "crisaborole-ointment",
      "roflumilast-cream",
      "ruxolitinib-cream",
      "tapinarof-cream",
      "topical-corticosteroid",
    ],
  ),
  orderCase(
    "corticosteroid in use",
    { ...ADULT, tried: { "topical-corticosteroid": "current" } },
    "options",
    ["tacrolimus-ointment"],
  ),
  orderCase("corticosteroid with caution is still first", { ...ADULT, ageMonths: 800 }, "options", [
    "topical-corticosteroid",
    "tacrolimus-ointment",
  ]),
  orderCase("corticosteroid deferred", { ...ADULT, infection: "fungal" }, "options", [
    "tacrolimus-ointment",
    "topical-corticosteroid",
  ]),
  orderCase("nothing due: the source's order", { ...ADULT, pimecrolimus: "working" }, "options", OPTIONS),
  orderCase(
    "consider, caution, defer, exclude",
    {
      ...SEVERE,
      conditions: [],
      infection: "local-bacterial",
      medications: ["trimethoprim"],
      tried: { phototherapy: "adequate-failed", dupilumab: "intolerant" },
    },
    "escalation",
    [
      "tralokinumab",
      "lebrikizumab",
      "nemolizumab",
      "dupilumab",
      "phototherapy",
      "ciclosporin",
      "azathioprine",
      "upadacitinib",
      "abrocitinib",
      "methotrexate",
    ],
  ),
  orderCase(
    "needs-info, later, not-next, exclude",
    having({ ...without(ADULT, "weightKg"), tried: { tralokinumab: "adequate-failed" } }, "renal"),
    "escalation",
    [
      "dupilumab",
      "lebrikizumab",
      "upadacitinib",
      "abrocitinib",
      "phototherapy",
      "azathioprine",
      "nemolizumab",
      "tralokinumab",
      "ciclosporin",
      "methotrexate",
    ],
  ),
  orderCase("secondary", ADULT, "secondary", [
    "infection-evaluation",
    "bleach-baths",
    "antistaphylococcal-antibiotics",
  ]),
];

export const GATE_CASES: Case[] = [
  ...unknownCases,
  ...ageCases,
  ...pregnancyCases,
  ...rescueCases,
  ...trialCases,
  ...trialWords,
  ...escalationCases,
  ...childDupilumab,
  ...secondaryCases,
  ...orderCases,
];
