/** §5.3.1, written down a second time by hand, and never read from the tables. */
import type { Status } from "../../../src/engine/advice";
import type { PatientFacts } from "../../../src/engine/facts";
import {
  ADULT,
  aged,
  allItems,
  type Case,
  expectEqual,
  expectStatus,
  itemOf,
  reasonCase,
  SEVERE,
  statusCase,
  without,
} from "./patients";

const STATUS: Record<string, Status> = {
  R: "recommend",
  S: "consider",
  C: "caution",
  N: "needs-info",
  L: "later",
  X: "exclude",
};

/** One line a row: item, who, then clear, mild, moderate, severe, unknown. "x": excluded as there is nothing to treat. */
const TABLE = `
tacrolimus-ointment            adult     S C R R N
tacrolimus-ointment            child     S C S S N
tacrolimus-ointment            adult-UK  S X R R N
tacrolimus-ointment            child-UK  S X S S N
tacrolimus-ointment            adult-EU  S C R R N
tacrolimus-ointment            adult-ot  S X R R N
topical-corticosteroid         adult     S R R R R
topical-corticosteroid         child     S R R R R
ruxolitinib-cream              adult     x S S X N
ruxolitinib-cream              child     x S S X N
crisaborole-ointment           adult     x R R C N
crisaborole-ointment           child     x S S C N
crisaborole-ointment           infant    x S S C N
roflumilast-cream              adult     x R R C N
roflumilast-cream              child     x S S C N
tapinarof-cream                adult     x S S S N
tapinarof-cream                child     x S S S N
moisturizer                    adult     R R R R R
bathing                        adult     R R R R R
wet-wraps                      adult     x X S S N
bleach-baths                   adult     x X S S N
bleach-baths                   infected  x X S S N
phototherapy                   optimised x X S S N
dupilumab                      optimised x X S S N
tralokinumab                   optimised x X S S N
lebrikizumab                   optimised x X S S N
nemolizumab                    optimised x X S S N
upadacitinib                   optimised x X S S N
abrocitinib                    optimised x X S S N
ciclosporin                    optimised x X L S N
methotrexate                   optimised x X L S N
azathioprine                   optimised x X L S N
phototherapy                   adult     x X L S N
dupilumab                      adult     x X L S N
oral-corticosteroid            flaring   x X X C X
oral-corticosteroid            adult     x X X X X
`;

const UPKEEP = /twice weekly/;

/** A topical and a systemic drug have failed, so that nothing waits for them. */
const OPTIMISED: PatientFacts = {
  ...ADULT,
  tried: { "crisaborole-ointment": "adequate-failed", "oral-corticosteroid": "never" },
};

const WHO: Record<string, PatientFacts> = {
  adult: ADULT,
  child: aged(96),
  infant: aged(12),
  "adult-UK": { ...ADULT, jurisdiction: "UK" },
  "child-UK": { ...aged(96), jurisdiction: "UK" },
  "adult-EU": { ...ADULT, jurisdiction: "EU" },
  "adult-ot": { ...ADULT, jurisdiction: "other" },
  infected: { ...ADULT, infection: "local-bacterial" },
  flaring: SEVERE,
  optimised: OPTIMISED,
};

const SEVERITIES = ["clear", "mild", "moderate", "severe", undefined] as const;
const ORAL_JAK = ["upadacitinib", "abrocitinib"];

export const BASE_CASES: Case[] = TABLE.trim()
  .split("\n")
  .flatMap((line) => {
    const [id = "", who = "", ...letters] = line.split(/\s+/);
    return letters.map((letter, index): Case => {
      const severity = SEVERITIES[index];
      const base = WHO[who] ?? ADULT;
      const tried = ORAL_JAK.includes(id)
        ? { ...base.tried, methotrexate: "adequate-failed" as const }
        : base.tried;
      const facts = severity ? { ...base, tried, severity } : { ...without(base, "severity"), tried };
      return {
        name: `${id}, ${who}, ${severity ?? "severity unknown"}: ${letter}`,
        check: (advise) => {
          const advice = advise(facts);
          const nothing = letter === "x";
          expectStatus(advice, id, nothing ? "exclude" : (STATUS[letter] as Status));
          const { reasons } = itemOf(advice, id);
          const own = reasons.map(({ code }) => code);
          if (nothing !== own.includes("nothing-to-treat")) throw new Error(`${id}: nothing-to-treat`);
          if (
            letter === "N" &&
            !reasons.some(({ text, fact }) => fact === "severity" && /^Needs severity/.test(text))
          ) {
            throw new Error(`${id}: no severity`);
          }
          if (letter !== "R" && reasons.length === 0) throw new Error(`${id}: no reason`);
          const upkeep = reasons.some(({ text }) => UPKEEP.test(text));
          if (upkeep !== (letter === "S" && severity === "clear")) throw new Error(`${id}: upkeep`);
        },
      };
    });
  });

/** Why a cell is what it is, in a word that its reason must contain. */
const WHY: [id: string, who: string, severity: (typeof SEVERITIES)[number], why: RegExp][] = [
  ["tacrolimus-ointment", "adult", "mild", /moderate to severe/],
  ["tacrolimus-ointment", "child", "mild", /moderate to severe/],
  ["tacrolimus-ointment", "adult-UK", "mild", /TA82/],
  ["tacrolimus-ointment", "child", "moderate", /adults/],
  ["tacrolimus-ointment", "child", "severe", /adults/],
  ["topical-corticosteroid", "adult", undefined, /severity.*potency/],
  ["ruxolitinib-cream", "adult", "mild", /disagree/],
  ["ruxolitinib-cream", "adult", "moderate", /disagree/],
  ["ruxolitinib-cream", "adult", "severe", /mild to moderate/],
  ["crisaborole-ointment", "adult", "severe", /mild to moderate/],
  ["crisaborole-ointment", "child", "mild", /adults/],
  ["crisaborole-ointment", "child", "moderate", /adults/],
  ["crisaborole-ointment", "child", "severe", /mild to moderate/],
  ["roflumilast-cream", "adult", "severe", /mild to moderate/],
  ["roflumilast-cream", "child", "mild", /adults/],
  ["roflumilast-cream", "child", "moderate", /adults/],
  ["roflumilast-cream", "child", "severe", /mild to moderate/],
  ["tapinarof-cream", "adult", "mild", /no limit of severity/],
  ["tapinarof-cream", "adult", "moderate", /no limit of severity/],
  ["tapinarof-cream", "adult", "severe", /no limit of severity/],
  ["wet-wraps", "adult", "mild", /moderate to severe/],
  ["wet-wraps", "adult", "moderate", /flare/],
  ["wet-wraps", "adult", "severe", /flare/],
  ["bleach-baths", "adult", "mild", /suggests against/],
  ["bleach-baths", "adult", "moderate", /differ/],
  ["bleach-baths", "adult", "severe", /differ/],
  ...["phototherapy", "dupilumab", "upadacitinib", "ciclosporin", "methotrexate"].map(
    (id): [string, string, "mild", RegExp] => [id, "optimised", "mild", /not for mild/],
  ),
  ["phototherapy", "optimised", "moderate", /conditional/],
  ["phototherapy", "optimised", "severe", /conditional/],
  ["dupilumab", "optimised", "moderate", /strong/],
  ["dupilumab", "optimised", "severe", /strong/],
  ["upadacitinib", "optimised", "moderate", /Boxed/],
  ["upadacitinib", "optimised", "severe", /Boxed/],
  ["ciclosporin", "optimised", "moderate", /severe/],
  ["methotrexate", "optimised", "moderate", /severe/],
  ["ciclosporin", "optimised", "severe", /limited term/],
  ["methotrexate", "optimised", "severe", /disagree/],
  ["azathioprine", "optimised", "severe", /disagree/],
  ["oral-corticosteroid", "flaring", "mild", /severe/],
  ["oral-corticosteroid", "flaring", "moderate", /severe/],
  ["oral-corticosteroid", "flaring", "severe", /recommend against/],
  ["oral-corticosteroid", "flaring", undefined, /not entered/],
];

export const BASE_REASON_CASES: Case[] = WHY.map(([id, who, severity, why]) => ({
  name: `${id}, ${who}, ${severity ?? "severity unknown"}, because ${why}`,
  check: (advise) => {
    const base = WHO[who] ?? ADULT;
    const { reasons } = itemOf(advise({ ...base, severity }), id);
    if (!reasons.some(({ text }) => why.test(text))) throw new Error(`${id}: no reason like ${why}`);
  },
}));

/** Where age is unknown, severity still excludes what it can; below an agent's age, nothing asks for severity. */
export const BASE_AGE_CASES: Case[] = [
  ...[0, 2, 3, 5, 6, 23, 24, 71, 72, 143, 144, 191, 192, 215, 216, 780].flatMap((months) =>
    SEVERITIES.map(
      (severity): Case => ({
        name: `no reason twice at ${months} months, ${severity}`,
        check: (advise) => {
          for (const { id, reasons } of allItems(advise({ ...aged(months, SEVERE), severity }))) {
            expectEqual(id, new Set(reasons.map(({ text }) => text)).size, reasons.length);
          }
        },
      }),
    ),
  ),
  ...["crisaborole-ointment", "roflumilast-cream"].flatMap((id) => [
    statusCase(`${id}, clear, at 216 months`, { ...aged(216), severity: "clear" }, { [id]: "exclude" }),
    statusCase(`${id}, severe, at 216 months`, { ...aged(216), severity: "severe" }, { [id]: "caution" }),
  ]),
  statusCase(
    "tacrolimus, mild, at 216 months",
    { ...aged(216), severity: "mild" },
    { "tacrolimus-ointment": "caution" },
  ),
  ...["ruxolitinib-cream", "crisaborole-ointment", "roflumilast-cream", "tapinarof-cream"].flatMap((id) => [
    statusCase(
      `${id}, clear, age unknown`,
      { ...without(ADULT, "ageMonths"), severity: "clear" },
      { [id]: "exclude" },
    ),
    reasonCase(`${id}, clear, age unknown`, { ...without(ADULT, "ageMonths"), severity: "clear" }, id, {
      code: "nothing-to-treat",
    }),
  ]),
  statusCase(
    "ruxolitinib, severe, age unknown",
    { ...without(ADULT, "ageMonths"), severity: "severe" },
    { "ruxolitinib-cream": "exclude" },
  ),
  ...["crisaborole-ointment", "roflumilast-cream"].map((id) =>
    reasonCase(`${id}, severe, age unknown`, { ...without(ADULT, "ageMonths"), severity: "severe" }, id, {
      text: /mild to moderate/,
    }),
  ),
  reasonCase(
    "tacrolimus, mild, age unknown",
    { ...without(ADULT, "ageMonths"), severity: "mild" },
    "tacrolimus-ointment",
    { text: /moderate to severe/ },
  ),
  ...(
    [
      ["tacrolimus-ointment", 23],
      ["ruxolitinib-cream", 23],
      ["roflumilast-cream", 23],
      ["tapinarof-cream", 23],
      ["crisaborole-ointment", 2],
    ] as const
  ).map(([id, months]) =>
    reasonCase(`${id} at ${months} months asks for no severity`, without(aged(months), "severity"), id, {
      fact: "severity",
      absent: true,
    }),
  ),
  ...(["clear", "moderate", "severe", undefined] as const).flatMap((severity) =>
    (["UK", "other", "EU"] as const).map(
      (jurisdiction): Case => ({
        name: `tacrolimus, ${severity}: the same in ${jurisdiction} as in the US`,
        check: (advise) => {
          const [here, there] = [
            { ...ADULT, severity },
            { ...ADULT, severity, jurisdiction },
          ].map((facts) => itemOf(advise(facts), "tacrolimus-ointment"));
          expectEqual("reasons", there?.reasons, here?.reasons);
        },
      }),
    ),
  ),
];
