/** The skin: which disease, how bad, where, how much of it, infected or not, and the warning signs (§4.6, §6.5). */
import { type Chart, type Claim, CONTRADICTION, claim } from "./claim";
import { INFECTION_OF, WORST_INFECTION } from "./concept-facts";
import { holds, type Placed, remarks, weightOf } from "./placed";
import { RED_FLAGS, SEVERITIES, SITES } from "./vocabulary";

const statedOf = ({ findings }: Chart, concept: string) =>
  findings.filter((finding) => finding.concept === concept && holds(finding));

/** A denial that weighs as much as the statement leaves the diagnosis to the clinician; eczema is then all that is known. */
export function diagnosisClaims(chart: Chart): Claim[] {
  const atopic = statedOf(chart, "atopic-dermatitis");
  const eczema = statedOf(chart, "eczema-unspecified");
  const denied = chart.findings.filter(
    (finding) =>
      finding.concept === "atopic-dermatitis" &&
      (finding.status === "negated" || remarks(finding, "a diagnosis given up")),
  );
  const weightiest = (findings: readonly Placed[]) => Math.max(-1, ...findings.map(weightOf));
  const settled = weightiest(atopic) > weightiest(denied);
  const doubts = settled ? {} : { note: CONTRADICTION, open: true };
  return [
    ...(atopic.length > 0
      ? [claim("diagnosis", "atopic-dermatitis", atopic, { against: denied, ...doubts })]
      : []),
    ...(eczema.length > 0 && !(atopic.length > 0 && settled)
      ? [claim("diagnosis", "eczema-unspecified", eczema)]
      : []),
  ];
}

/** The newest statements of those that all bear a date; without, every one. */
function newest(stated: readonly Placed[]): readonly Placed[] {
  const [last] = stated.map(({ date }) => date ?? "").sort((a, b) => b.localeCompare(a));
  return stated.every(({ date }) => date) ? stated.filter(({ date }) => date === last) : stated;
}

/** One value, or none: two that stand side by side are both shown and neither is chosen (§6.5). */
function measureClaims(
  id: string,
  stated: readonly Placed[],
  inOrder: readonly (string | number)[],
): Claim[] {
  const says = (value: string | number | undefined) => (finding: Placed) => finding.value === String(value);
  const deciding = newest(stated);
  const values = inOrder.filter((value) => deciding.some(says(value)));
  const value = values.at(-1);
  if (value === undefined) return [];
  const against = stated.filter((finding) => !says(value)(finding));
  const doubts = values.length > 1 ? { note: "The chart gives more than one: choose.", open: true } : {};
  return [claim(id, value, stated.filter(says(value)), { against, ...doubts })];
}

export function severityClaims(chart: Chart): Claim[] {
  const stated = statedOf(chart, "severity").filter(({ value }) => SEVERITIES.some((word) => word === value));
  return measureClaims("severity", stated, SEVERITIES);
}

/** Percent of the body's surface, 0–100. */
export function surfaceClaims(chart: Chart): Claim[] {
  const stated = statedOf(chart, "bsa").flatMap((finding) => {
    const percent = finding.value?.trim() ? Number(finding.value) : Number.NaN;
    return percent >= 0 && percent <= 100 ? [{ ...finding, value: String(percent) }] : [];
  });
  const percents = [...new Set(stated.map(({ value }) => Number(value)))].sort((a, b) => a - b);
  return measureClaims("bsaPercent", stated, percents);
}

export function siteClaims(chart: Chart): Claim[] {
  const stated = statedOf(chart, "site");
  return SITES.flatMap((site) => {
    const behind = stated.filter(({ value }) => value === site);
    return behind.length > 0 ? [claim(`sites.${site}`, true, behind)] : [];
  });
}

/** "No folliculitis" denies that one thing; these deny infection. */
const DENIES_ALL =
  /^(?:(?:secondarily )?infected(?: \w+){0,2}|(?:bacterial )?superinfection|superinfected|(?:secondary )?(?:bacterial )?(?:skin )?infection)$/i;

/** The worst of the stated infections; "none" only where the chart denies infection as such and states none (R4). */
export function infectionClaims({ findings }: Chart): Claim[] {
  const stated = findings.filter((finding) => holds(finding) && Object.hasOwn(INFECTION_OF, finding.concept));
  const denied = findings.filter(
    (finding) =>
      (finding.concept === "infection-none" && holds(finding)) ||
      (finding.concept === "infection-bacterial" &&
        finding.status === "negated" &&
        DENIES_ALL.test(finding.quote)),
  );
  const worst = WORST_INFECTION.find((kind) => stated.some(({ concept }) => INFECTION_OF[concept] === kind));
  if (worst) {
    const behind = stated.filter(({ concept }) => INFECTION_OF[concept] === worst);
    const others = stated.filter((finding) => !behind.includes(finding));
    return [claim("infection", worst, behind, { against: [...denied, ...others] })];
  }
  return denied.length > 0 ? [claim("infection", "none", denied)] : [];
}

/** Raised from the first suspicion; a denial beside it is shown and lowers nothing. */
export function redFlagClaims(chart: Chart): Claim[] {
  return RED_FLAGS.flatMap((word) => {
    const behind = statedOf(chart, word);
    const against = chart.findings.filter(({ concept, status }) => concept === word && status === "negated");
    return behind.length > 0 ? [claim(`redFlags.${word}`, true, behind, { against })] : [];
  });
}
