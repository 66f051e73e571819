/** The person: age, pregnancy, immune state, other conditions (§5.1). */
import { LEAST_AGE_OF_PREGNANCY } from "./check-facts";
import { type Chart, type Claim, CONTRADICTION, claim } from "./claim";
import { COUNTS_WHEN_PAST, NOT_SOUND_WITH, PREGNANCY_OF, WEAKENS } from "./concept-facts";
import type { Condition } from "./facts";
import { holds, type Placed, remarks } from "./placed";
import { CONDITIONS, PREGNANCIES } from "./vocabulary";

/** The banner's own words in each frame that `says` so. */
const bannerQuotes = (
  { readings }: Chart,
  says: (patient: Chart["readings"][number]["patient"]) => boolean,
) =>
  readings.flatMap(({ patient }, frame) => (says(patient) ? [{ quote: patient?.label ?? "", frame }] : []));

const isAge = (months: number | undefined): months is number =>
  months !== undefined && Number.isInteger(months) && months >= 0 && months <= 1440;

/** One exact age, in completed months. Banners that disagree leave it unknown. */
export function ageClaims(chart: Chart): Claim[] {
  const ages = [...new Set(chart.readings.flatMap(({ patient }) => patient?.ageMonths ?? []))].filter(isAge);
  const [ageMonths] = ages.sort((a, b) => a - b);
  if (ageMonths === undefined) return [];
  const against = bannerQuotes(
    chart,
    (patient) => isAge(patient?.ageMonths) && patient?.ageMonths !== ageMonths,
  );
  return [
    {
      id: "ageMonths",
      fact: "ageMonths",
      value: ageMonths,
      quotes: bannerQuotes(chart, (patient) => patient?.ageMonths === ageMonths),
      ...(against.length > 0 && { against, note: CONTRADICTION, open: true }),
    },
  ];
}

/** A man cannot be pregnant, a girl under eight years neither (R4); a woman's silence about it says nothing (R3). */
export function pregnancyClaims(chart: Chart): Claim[] {
  const { findings, readings } = chart;
  const stated = findings.filter((finding) => Object.hasOwn(PREGNANCY_OF, finding.concept) && holds(finding));
  const denied = findings.filter(({ concept, status }) => concept === "pregnant" && status === "negated");
  const kinds = PREGNANCIES.filter((kind) => stated.some(({ concept }) => PREGNANCY_OF[concept] === kind));
  const sexes = new Set(readings.flatMap(({ patient }) => patient?.sex ?? []));
  const [kind] = kinds;
  if (kind) {
    const tooYoung = readings.some(({ patient }) => (patient?.ageMonths ?? 1440) < LEAST_AGE_OF_PREGNANCY);
    const note = sexes.has("male")
      ? "The banner says male: please settle it."
      : tooYoung
        ? "This does not go with the age: please settle it."
        : kinds.length > 1 || (kind === "pregnant" && denied.length > 0)
          ? CONTRADICTION
          : undefined;
    const behind = stated.filter(({ concept }) => PREGNANCY_OF[concept] === kind);
    const against = [...stated.filter((finding) => !behind.includes(finding)), ...denied];
    return [claim("pregnancy", kind, behind, note ? { against, note, open: true } : { against })];
  }
  if (sexes.has("male") && sexes.size === 1) {
    const quotes = bannerQuotes(chart, (patient) => patient?.sex === "male");
    return [{ id: "pregnancy", fact: "pregnancy", value: "not-applicable", quotes }];
  }
  return denied.length > 0 ? [claim("pregnancy", "none", denied)] : [];
}

/** Weak when stated or under a systemic immunosuppressant; sound only where the chart says so and nothing weakens it. */
export function immunityClaims({ findings }: Chart): Claim[] {
  const id = "immunocompromised";
  const weak = findings.filter(
    (finding) => holds(finding) && (finding.concept === id || WEAKENS.includes(finding.concept)),
  );
  const denied = findings.filter(({ concept, status }) => concept === id && status === "negated");
  if (weak.length > 0) return [claim(id, true, weak, { against: denied })];
  if (denied.length === 0) return [];
  const against = findings.filter((finding) => holds(finding) && NOT_SOUND_WITH.includes(finding.concept));
  const note = "A medicine that can weaken the immune system is in use: please settle it.";
  return [claim(id, false, denied, against.length > 0 ? { against, note, open: true } : {})];
}

function isSo(word: Condition, finding: Placed): boolean {
  if (finding.concept !== word) return false;
  const past = finding.status === "historical" && !remarks(finding, "a diagnosis given up");
  return holds(finding) || (past && COUNTS_WHEN_PAST.includes(word));
}

/** Of the two TPMT results one must be wrong (R4): then both stay open. */
const EXCLUSIVE: Partial<Record<Condition, Condition>> = {
  "tpmt-normal": "tpmt-deficient",
  "tpmt-deficient": "tpmt-normal",
};

/** A condition that is stated stands, whatever denies it elsewhere: the denial is shown beside it. */
export function conditionClaims({ findings }: Chart): Claim[] {
  return CONDITIONS.flatMap((word) => {
    const behind = findings.filter((finding) => isSo(word, finding));
    if (behind.length === 0) return [];
    const rival = EXCLUSIVE[word];
    const contradicting = rival ? findings.filter((finding) => isSo(rival, finding)) : [];
    const denied = findings.filter(({ concept, status }) => concept === word && status === "negated");
    const open = contradicting.length > 0 || (word === "tpmt-normal" && denied.length > 0);
    const against = [...contradicting, ...denied];
    return [
      claim(`conditions.${word}`, true, behind, open ? { against, note: CONTRADICTION, open } : { against }),
    ];
  });
}
