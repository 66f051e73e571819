/** From findings to facts: what the chart says of one patient, with the words behind every fact. Pure (§4.1, §5.1, §6.4). */
import { AGENT_OF, INFECTION_OF, MEDICATIONS_OF, PREGNANCY_OF, WORST_INFECTION } from "./concept-facts";
import type { Evidence, Resolved } from "./evidence";
import type { Condition, Infection, Medication, PatientFacts, RedFlag, Severity, Site, Tried } from "./facts";
import type { Finding, PageReading } from "./finding";
import { holds, type Placed, quoteOf } from "./placed";
import { pimecrolimusFacts } from "./resolve-pimecrolimus";
import { ALLERGIES, CONDITIONS, MEDICATIONS, RED_FLAGS, SEVERITIES, SITES } from "./vocabulary";

const isWord = <Word extends string>(list: readonly Word[], word: string | undefined): word is Word =>
  list.includes(word as Word);

/**
 * Facts and evidence from the readings of every frame in view. Whatever the chart does not state stays unknown; what
 * it states twice and differently is left unknown, with both quotes. `today` is an ISO date.
 */
export function resolve(readings: PageReading[], today: string): Resolved {
  const findings = readings.flatMap((reading, frame) =>
    reading.findings.map((finding) => ({ ...finding, frame })),
  );
  const facts: PatientFacts = {};
  const evidence: Evidence[] = [];
  const ofConcept = (concept: string) => findings.filter((finding) => finding.concept === concept);
  const said = (finding: Finding) => holds(finding) && finding.note !== "draft";

  const diagnosis = resolveDiagnosis(ofConcept, said);
  if (diagnosis) {
    facts.diagnosis = diagnosis.value as PatientFacts["diagnosis"];
    evidence.push(diagnosis);
  }
  const pimecrolimus = pimecrolimusFacts(ofConcept("pimecrolimus"), today);
  Object.assign(facts, pimecrolimus.facts);
  evidence.push(...pimecrolimus.evidence);

  resolvePerson(readings, facts, evidence);
  resolveSeverity(ofConcept("severity").filter(said), facts, evidence);
  resolveSites(ofConcept("site").filter(said), facts, evidence);
  resolveInfection(
    findings.filter(({ concept }) => concept.startsWith("infection-")),
    facts,
    evidence,
  );
  resolvePregnancy(findings, facts, evidence);
  resolveImmunity(findings, facts, evidence);
  resolveTried(findings, facts, evidence);
  resolveWords(findings.filter(said), facts, evidence);
  resolveAllergies(findings, facts, evidence);

  const [unspecified] = ofConcept("eczema-unspecified").filter(said);
  const [used] = pimecrolimus.used;
  return {
    facts,
    evidence,
    ...(pimecrolimus.start && { pimecrolimusStart: pimecrolimus.start }),
    found: {
      ...(used && { pimecrolimus: quoteOf(used) }),
      ...(diagnosis?.value === "atopic-dermatitis" &&
        diagnosis.quotes[0] && { diagnosis: diagnosis.quotes[0] }),
      ...(unspecified && { unspecifiedEczema: quoteOf(unspecified) }),
    },
  };
}

type Evidences = Evidence[];
type OfConcept = (concept: string) => Placed[];

function resolveDiagnosis(ofConcept: OfConcept, said: (finding: Finding) => boolean): Evidence | undefined {
  const atopic = ofConcept("atopic-dermatitis");
  const stated = atopic.filter(said);
  if (stated.length > 0) {
    const against = atopic.filter(({ status }) => status === "negated");
    return {
      id: "diagnosis",
      fact: "diagnosis",
      value: "atopic-dermatitis",
      quotes: stated.map(quoteOf),
      ...(against.length > 0 && { against: against.map(quoteOf) }),
    };
  }
  const eczema = ofConcept("eczema-unspecified").filter(said);
  if (eczema.length === 0) return undefined;
  return { id: "diagnosis", fact: "diagnosis", value: "eczema-unspecified", quotes: eczema.map(quoteOf) };
}

function resolvePerson(readings: PageReading[], facts: PatientFacts, evidence: Evidences): void {
  const ages = new Set(readings.flatMap(({ patient }) => patient?.ageMonths ?? []));
  const frame = readings.findIndex(({ patient }) => patient?.ageMonths !== undefined);
  const [ageMonths] = ages;
  if (ageMonths !== undefined && ages.size === 1) {
    facts.ageMonths = ageMonths;
    const quote = readings[frame]?.patient?.label ?? "";
    evidence.push({ id: "ageMonths", fact: "ageMonths", value: ageMonths, quotes: [{ quote, frame }] });
  }
  // A man cannot be pregnant; a woman's silence about it says nothing (R3).
  const man = readings.findIndex(({ patient }) => patient?.sex === "male");
  if (man < 0) return;
  facts.pregnancy = "not-applicable";
  const quote = readings[man]?.patient?.label ?? "";
  evidence.push({
    id: "pregnancy",
    fact: "pregnancy",
    value: "not-applicable",
    quotes: [{ quote, frame: man }],
  });
}

/** The newest dated statement wins; without dates, two that differ leave it unknown. */
function resolveSeverity(stated: Placed[], facts: PatientFacts, evidence: Evidences): void {
  const usable = stated.filter(({ value }) => isWord(SEVERITIES, value));
  if (usable.length === 0) return;
  const newest =
    usable
      .map(({ date }) => date ?? "")
      .sort()
      .at(-1) ?? "";
  const current = usable.filter(({ date }) => (date ?? "") === newest);
  const undated = usable.filter(({ date }) => !date);
  const deciding = newest && undated.length === 0 ? current : usable;
  const values = new Set(deciding.map(({ value }) => value));
  const [value] = values;
  const others = usable.filter((finding) => finding.value !== value);
  if (values.size === 1) facts.severity = value as Severity;
  evidence.push({
    id: "severity",
    fact: "severity",
    value: value ?? "",
    quotes: usable.filter((finding) => finding.value === value).map(quoteOf),
    ...(others.length > 0 && { against: others.map(quoteOf) }),
    ...(values.size > 1 && { note: "The chart gives two severities: choose one." }),
  });
}

function resolveSites(stated: Placed[], facts: PatientFacts, evidence: Evidences): void {
  const sites = SITES.filter((site) => stated.some(({ value }) => value === site));
  if (sites.length > 0) facts.sites = sites as Site[];
  for (const site of sites) {
    const quotes = stated.filter(({ value }) => value === site).map(quoteOf);
    evidence.push({ id: `sites.${site}`, fact: "sites", value: true, quotes });
  }
}

/** The worst of the stated infections; "none" only where the chart denies infection and states none (R4). */
function resolveInfection(findings: Placed[], facts: PatientFacts, evidence: Evidences): void {
  const stated = findings.filter((finding) => holds(finding) && Object.hasOwn(INFECTION_OF, finding.concept));
  const denied = findings.filter(
    (finding) =>
      (finding.concept === "infection-none" && holds(finding)) ||
      (finding.concept === "infection-bacterial" && finding.status === "negated"),
  );
  const kinds = new Set(stated.map(({ concept }) => INFECTION_OF[concept]));
  const worst = WORST_INFECTION.find((kind) => kinds.has(kind));
  const value: Infection | undefined = worst ?? (denied.length > 0 ? "none" : undefined);
  if (!value) return;
  facts.infection = value;
  const behind = value === "none" ? denied : stated.filter(({ concept }) => INFECTION_OF[concept] === value);
  evidence.push({
    id: "infection",
    fact: "infection",
    value,
    quotes: behind.map(quoteOf),
    ...(value !== "none" && denied.length > 0 && { against: denied.map(quoteOf) }),
  });
}

function resolvePregnancy(findings: Placed[], facts: PatientFacts, evidence: Evidences): void {
  const about = findings.filter(({ concept }) => Object.hasOwn(PREGNANCY_OF, concept));
  const stated = about.filter(holds);
  const denied = about.filter(({ concept, status }) => concept === "pregnant" && status === "negated");
  const kinds = new Set(stated.map(({ concept }) => PREGNANCY_OF[concept]));
  // Breastfeeding while planning, say: which rule holds is for the clinician, so it stays unknown with its quotes.
  const [kind] = kinds;
  const conflict = kinds.size > 1 || (kinds.has("pregnant") && denied.length > 0);
  const value = kind ?? (denied.length > 0 ? "none" : undefined);
  if (!value) return;
  if (facts.pregnancy === "not-applicable" && value === "none") return;
  if (conflict || (facts.pregnancy === "not-applicable" && value !== "none")) delete facts.pregnancy;
  else facts.pregnancy = value;
  evidence.push({
    id: "pregnancy",
    fact: "pregnancy",
    value,
    quotes: (stated.length > 0 ? stated : denied).map(quoteOf),
    ...(conflict && {
      against: denied.map(quoteOf),
      note: "The chart contradicts itself: please settle it.",
    }),
  });
}

/** True when stated or when a systemic immunosuppressant is current; false only where the chart denies it outright. */
function resolveImmunity(findings: Placed[], facts: PatientFacts, evidence: Evidences): void {
  const weak = findings.filter(
    (finding) =>
      (finding.concept === "immunocompromised" && holds(finding)) ||
      (finding.concept === "tacrolimus-systemic" && holds(finding)),
  );
  const denied = findings.filter(
    ({ concept, status }) => concept === "immunocompromised" && status === "negated",
  );
  if (weak.length === 0 && denied.length === 0) return;
  facts.immunocompromised = weak.length > 0;
  evidence.push({
    id: "immunocompromised",
    fact: "immunocompromised",
    value: weak.length > 0,
    quotes: (weak.length > 0 ? weak : denied).map(quoteOf),
    ...(weak.length > 0 && denied.length > 0 && { against: denied.map(quoteOf) }),
  });
}

/**
 * How earlier treatments ended. A failure that the chart states says nothing of potency, amount or length, so it
 * counts as an inadequate trial until the clinician says otherwise (§6.4, R20); a plain "past" stays unknown.
 */
function triedBy({ status, note }: Finding): Tried | undefined {
  if (status === "failed") return "inadequate-trial";
  if (status === "current" || status === "listed") return "current";
  if (status === "allergy" && note?.includes("intolerance")) return "intolerant";
  return undefined;
}

/** Of several endings of one treatment, the one that holds back most. */
const WORST_TRIED: readonly Tried[] = ["intolerant", "current", "inadequate-trial"];

function resolveTried(findings: Placed[], facts: PatientFacts, evidence: Evidences): void {
  for (const [concept, agent] of Object.entries(AGENT_OF)) {
    const about = findings.filter((finding) => finding.concept === concept && finding.note !== "draft");
    const value = WORST_TRIED.find((ending) => about.some((finding) => triedBy(finding) === ending));
    if (!value) continue;
    facts.tried = { ...facts.tried, [agent]: value };
    const failed = about.some(({ status }) => status === "failed");
    const others = about.filter((finding) => triedBy(finding) !== value && triedBy(finding) !== undefined);
    evidence.push({
      id: `tried.${agent}`,
      fact: "tried",
      value,
      quotes: about.filter((finding) => triedBy(finding) === value).map(quoteOf),
      ...(others.length > 0 && { against: others.map(quoteOf) }),
      ...(failed && { note: "The chart says it failed; whether the trial was adequate is for you to say." }),
    });
  }
}

/** Conditions, medicines, red flags and body surface that the chart states. */
function resolveWords(stated: Placed[], facts: PatientFacts, evidence: Evidences): void {
  const conditions = CONDITIONS.filter((word) => stated.some(({ concept }) => concept === word));
  if (conditions.length > 0) facts.conditions = conditions as Condition[];
  const redFlags = RED_FLAGS.filter((word) => stated.some(({ concept }) => concept === word));
  if (redFlags.length > 0) facts.redFlags = redFlags as RedFlag[];
  const stands = (word: Medication) => (finding: Placed) =>
    finding.concept === word ||
    (Object.hasOwn(MEDICATIONS_OF, finding.concept) &&
      MEDICATIONS_OF[finding.concept]?.includes(word) === true);
  const medications = MEDICATIONS.filter((word) => stated.some(stands(word)));
  if (medications.length > 0) facts.medications = medications as Medication[];

  const words: [fact: "conditions" | "redFlags" | "medications", word: string, behind: Placed[]][] = [
    ...conditions.map(
      (word) => ["conditions", word, stated.filter(({ concept }) => concept === word)] as const,
    ),
    ...redFlags.map((word) => ["redFlags", word, stated.filter(({ concept }) => concept === word)] as const),
    ...medications.map((word) => ["medications", word, stated.filter(stands(word))] as const),
  ].map(([fact, word, behind]) => [fact, word, behind]);
  for (const [fact, word, behind] of words) {
    evidence.push({ id: `${fact}.${word}`, fact, value: true, quotes: behind.map(quoteOf) });
  }

  const areas = stated.filter(({ concept }) => concept === "bsa");
  const values = new Set(
    areas.map(({ value }) => Number(value)).filter((value) => value >= 0 && value <= 100),
  );
  const [bsaPercent] = values;
  if (bsaPercent === undefined || values.size > 1) return;
  facts.bsaPercent = bsaPercent;
  evidence.push({ id: "bsaPercent", fact: "bsaPercent", value: bsaPercent, quotes: areas.map(quoteOf) });
}

/** Allergies only; an intolerance is how a treatment ended. */
function resolveAllergies(findings: Placed[], facts: PatientFacts, evidence: Evidences): void {
  const allergic = findings.filter(
    ({ status, note }) => status === "allergy" && !note?.includes("intolerance"),
  );
  const words = new Map<string, Placed[]>();
  for (const finding of allergic) {
    const word = ALLERGY_OF.get(finding.concept);
    if (word) words.set(word, [...(words.get(word) ?? []), finding]);
  }
  if (words.size === 0) return;
  facts.allergies = [...words.keys()].sort() as PatientFacts["allergies"];
  for (const [word, behind] of words) {
    evidence.push({ id: `allergies.${word}`, fact: "allergies", value: true, quotes: behind.map(quoteOf) });
  }
}

/** Words of `allergies` by the reader's concept: agents, and substances under their own names. */
const ALLERGY_OF: ReadonlyMap<string, string> = new Map([
  ...Object.entries(AGENT_OF).filter(([, agent]) => agent !== "phototherapy"),
  ...ALLERGIES.map((word) => [word, word] as const),
]);
