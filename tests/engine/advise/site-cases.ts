/** §5.3.3 with R34, written down a second time by hand: potency by site and age; and the strength of tacrolimus by age. */
import type { PatientFacts, Site } from "../../../src/engine/facts";
import {
  ADULT,
  aged,
  type Case,
  codesOf,
  expectEqual,
  itemOf,
  reasonCase,
  statusCase,
  without,
} from "./patients";

const TCS = "topical-corticosteroid";
const UNDER_2 = [0, 23];
const FROM_2 = [24, 143];
const FROM_12 = [144, 700];

/** Site, ages, flare, what must be said, what must not. */
const POTENCY: [site: Site, months: number[], flare: boolean | undefined, says: RegExp, not?: RegExp][] = [
  ["eyelid", UNDER_2, true, /^Eyelid: low potency\..*few days.*specialist/, /medium|high/],
  ["eyelid", FROM_2, true, /^Eyelid: low potency\..*few days/, /medium|high/],
  ["eyelid", FROM_12, true, /^Eyelid: low potency\..*few days/, /medium|high/],
  ...(["face", "neck", "fold", "genital"] as const).flatMap((site): typeof POTENCY => {
    const name = { face: "Face", neck: "Neck", fold: "Body folds", genital: "Genital skin" }[site];
    return [
      [site, UNDER_2, true, new RegExp(`^${name}: low potency\\.$`)],
      [
        site,
        FROM_2,
        true,
        new RegExp(`^${name}: low potency\\. In a severe flare medium for 3 to 5 days\\.$`),
      ],
      [
        site,
        FROM_12,
        true,
        new RegExp(`^${name}: low to medium potency\\. Stricter sources keep to low`),
        /high/,
      ],
    ];
  }),
  ["diaper", UNDER_2, true, /^Diaper area: low potency\. No occlusion.*fluocinolone/, /medium|high/],
  ["diaper", FROM_2, true, /^Diaper area: low potency\.$/],
  ["diaper", FROM_12, true, /^Diaper area: low potency\.$/],
  ["limb-flexure", UNDER_2, true, /creases: low potency\.$/],
  ["limb-flexure", FROM_2, true, /creases: low to medium potency\.$/],
  ["limb-flexure", FROM_12, true, /creases: medium potency\. .*confirm/],
  ...(["trunk", "limbs"] as const).flatMap((site): typeof POTENCY => {
    const name = site === "trunk" ? "Trunk" : "Limbs";
    return [
      [site, UNDER_2, true, new RegExp(`^${name}: low potency\\.$`)],
      [site, FROM_2, true, new RegExp(`^${name}: medium potency\\.$`)],
      [site, FROM_12, true, new RegExp(`^${name}: medium to high potency\\.$`)],
      [site, FROM_12, false, new RegExp(`^${name}: medium potency\\.$`)],
      [site, FROM_12, undefined, new RegExp(`^${name}: medium potency\\.$`)],
    ];
  }),
  ...(["hands", "feet"] as const).flatMap((site): typeof POTENCY => {
    const name = site === "hands" ? "Hands" : "Feet";
    return [
      [site, UNDER_2, true, new RegExp(`^${name}: low potency\\.$`)],
      [site, FROM_2, true, new RegExp(`^${name}: medium potency\\.$`)],
      [site, FROM_12, true, new RegExp(`^${name}: medium potency\\. High may be needed`)],
    ];
  }),
  ["scalp", UNDER_2, true, /^Scalp: low potency\.$/],
  ["scalp", FROM_2, true, /^Scalp: medium potency\.$/],
  ["scalp", FROM_12, true, /^Scalp: medium to high potency\.$/],
];

const potencyOf =
  (facts: PatientFacts): ((advise: Parameters<Case["check"]>[0]) => string[]) =>
  (advise) =>
    itemOf(advise(facts), TCS)
      .reasons.filter(({ code }) => code.startsWith("potency-") && code !== "potency-withheld")
      .map(({ text }) => text);

const potencyCases = POTENCY.flatMap(([site, ages, flare, says, not]) =>
  ages.map((months): Case => {
    const facts: PatientFacts = { ...aged(months), sites: [site], activeFlare: flare };
    return {
      name: `${site} at ${months} months, flare ${flare}: ${says}`,
      check: (advise) => {
        const texts = potencyOf(facts)(advise);
        expectEqual("one potency", texts.length, 1);
        const [text = ""] = texts;
        if (!says.test(text) || not?.test(text)) throw new Error(`"${text}" is not ${says}`);
        expectEqual("code", codesOf(advise(facts), TCS).includes(`potency-${site}`), true);
      },
    };
  }),
);

const none = (name: string, facts: PatientFacts): Case => ({
  name: `no potency: ${name}`,
  check: (advise) => expectEqual("potency", potencyOf(facts)(advise), []),
});

const firstReasonCase = (name: string, facts: PatientFacts, code: string): Case => ({
  name,
  check: (advise) => expectEqual("first reason", codesOf(advise(facts), TCS)[0], code),
});

const CLASS_ONE = /^Strongest class/;

export const SITE_CASES: Case[] = [
  ...potencyCases,
  none("sites unknown", without(ADULT, "sites")),
  none("sites empty", { ...ADULT, sites: [] }),
  none("severity unknown", without(ADULT, "severity")),
  none("age unknown", without(ADULT, "ageMonths")),
  none("contraindicated", { ...ADULT, tried: { [TCS]: "contraindicated" } }),
  ...[without(ADULT, "sites"), { ...ADULT, sites: [] }].flatMap((facts): Case[] => [
    reasonCase("choose the site", facts, TCS, { fact: "sites", text: /[Cc]hoose the site/ }),
    firstReasonCase("choose the site, first", facts, "choose-site"),
    firstReasonCase("choose the site, before a caution", { ...facts, ageMonths: 800 }, "choose-site"),
    firstReasonCase("choose the site, severity unknown", without(facts, "severity"), "choose-site"),
    firstReasonCase("age before the site", without(facts, "ageMonths"), "needs-age"),
    firstReasonCase("herpes before the site", { ...facts, infection: "herpetic" }, "herpetic"),
  ]),
  statusCase("no site: still recommended", without(ADULT, "sites"), { [TCS]: "recommend" }),
  reasonCase("class I at 144 months, not as for a child", aged(144), TCS, {
    text: /not at this age/,
    absent: true,
  }),
  reasonCase("class I at 143 months, not as for an adult", aged(143), TCS, {
    text: /2 weeks and 50 g/,
    absent: true,
  }),
  reasonCase("site chosen", ADULT, TCS, { text: /[Cc]hoose the site/, absent: true }),
  ...(["clear", "mild", "moderate", "severe"] as const).map((severity) =>
    reasonCase(`potency in ${severity} disease`, { ...ADULT, severity }, TCS, { code: "potency-trunk" }),
  ),
  ...(["adequate-failed", "inadequate-trial", "intolerant", "current", "never"] as const).map((outcome) =>
    reasonCase(`potency, corticosteroid ${outcome}`, { ...ADULT, tried: { [TCS]: outcome } }, TCS, {
      code: "potency-trunk",
    }),
  ),
  {
    name: "every site has its line",
    check: (advise) => {
      const texts = potencyOf({ ...ADULT, sites: ["scalp", "face", "hands"] })(advise);
      expectEqual("sites", texts.map((text) => text.split(":")[0]).sort(), ["Face", "Hands", "Scalp"]);
    },
  },
  ...[0, 143].map((months) =>
    reasonCase(`class I at ${months} months`, aged(months), TCS, {
      text: /^Strongest class \(I\): not at this age/,
    }),
  ),
  ...[144, 700].map((months) =>
    reasonCase(`class I at ${months} months`, aged(months), TCS, {
      text: /2 weeks and 50 g.*never on face, groin/,
    }),
  ),
  reasonCase("class I, age unknown", without(ADULT, "ageMonths"), TCS, { text: CLASS_ONE, absent: true }),
  reasonCase("class I, severity unknown", without(ADULT, "severity"), TCS, { text: CLASS_ONE, absent: true }),
  ...(
    [
      ["UK", 23, true],
      ["UK", 24, false],
      ["UK", 215, false],
      ["UK", 216, true],
      ["other", 100, false],
      ["EU", 100, true],
      ["US", 100, true],
    ] as const
  ).map(([jurisdiction, months, absent]) =>
    reasonCase(
      `strong steroids in children, ${jurisdiction}, ${months}`,
      { ...aged(months), jurisdiction },
      TCS,
      {
        text: /in children are for specialists/,
        ...(absent && { absent }),
      },
    ),
  ),
  reasonCase("face", { ...ADULT, sites: ["face"] }, TCS, {
    text: /tacrolimus is often preferred/,
    fact: "sites",
  }),
  reasonCase("no face", ADULT, TCS, { text: /tacrolimus is often preferred/, absent: true }),
  ...(
    [
      [24, /^Under 16 years use 0\.03 % only/],
      [191, /^Under 16 years use 0\.03 % only/],
      [192, /0\.03 % or 0\.1 %.*US text says adults/],
      [215, /0\.03 % or 0\.1 %.*US text says adults/],
      [216, /^0\.03 % or 0\.1 %/],
    ] as const
  ).map(([months, text]) =>
    reasonCase(`strength at ${months} months`, aged(months), "tacrolimus-ointment", {
      text,
      fact: "ageMonths",
    }),
  ),
  ...[23, undefined].map((months) =>
    reasonCase(`no strength at ${months}`, { ...ADULT, ageMonths: months }, "tacrolimus-ointment", {
      text: /0\.03|0\.1 %/,
      absent: true,
    }),
  ),
  ...(
    [
      [24, /60 g tube in 2 weeks/],
      [143, /60 g tube in 2 weeks/],
      [144, /60 g a week/],
      [192, /60 g a week/],
      [216, /60 g a week/],
    ] as const
  ).map(([months, text]) =>
    reasonCase(`amount at ${months} months`, aged(months), "ruxolitinib-cream", { text }),
  ),
  ...(
    [
      [24, /^2 to 5 years: 0\.05 %/],
      [71, /^2 to 5 years: 0\.05 %/],
      [72, /0\.15 %/],
      [144, /0\.15 %/],
      [192, /0\.15 %/],
      [216, /0\.15 %/],
    ] as const
  ).map(([months, text]) =>
    reasonCase(`roflumilast at ${months} months`, aged(months), "roflumilast-cream", { text }),
  ),
  ...[
    TCS,
    "ruxolitinib-cream",
    "tapinarof-cream",
    "crisaborole-ointment",
    "roflumilast-cream",
    "tacrolimus-ointment",
    "phototherapy",
    "dupilumab",
    "tralokinumab",
    "lebrikizumab",
    "nemolizumab",
    "upadacitinib",
    "abrocitinib",
  ].flatMap((id) => [
    reasonCase(`adult grade of ${id} at 215 months`, aged(215), id, {
      code: "grade-age",
      fact: "ageMonths",
      text: /adults/,
    }),
    reasonCase(`adult grade of ${id} at 216 months`, aged(216), id, { code: "grade-age", absent: true }),
  ]),
];
