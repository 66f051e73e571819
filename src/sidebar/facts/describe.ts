import type { Corrections } from "../../engine/corrections";
import type { Evidence } from "../../engine/evidence";
import type { FactName, PatientFacts } from "../../engine/facts";
import { AGENT_IDS } from "../../engine/vocabulary";
import type { PanelView } from "../port";
import type { Ui } from "../ui";
import type { Family } from "../words";

/** Order of the chips. The pimecrolimus state and the adherence have a card of their own. */
export const CHIP_ORDER = [
  "ageMonths",
  "diagnosis",
  "onPimecrolimus",
  "severity",
  "sites",
  "infection",
  "tried",
  "immunocompromised",
  "pregnancy",
  "bsaPercent",
  "activeFlare",
  "redFlags",
  "conditions",
  "medications",
  "allergies",
  "weightKg",
  "acuteSevereFlare",
  "steroidSparingPlan",
  "jurisdiction",
] as const satisfies readonly FactName[];

/** How a fact came to be what it is: told by shape and word on its chip. */
export type Standing = "found" | "corrected" | "struck" | "refused" | "unknown" | "assumed";

export function standingOf(fact: FactName, view: PanelView, corrections: Corrections): Standing {
  if (view.problems.some(({ field }) => field === fact)) return "refused";
  const known = isKnown(view.facts, fact);
  const touched = Object.keys(corrections).some((id) => id === fact || id.startsWith(`${fact}.`));
  if (touched) return known ? "corrected" : "struck";
  if (fact === "jurisdiction" && !known) return "assumed";
  if (!known) return "unknown";
  return view.state === "lookup" ? "assumed" : "found";
}

export function isKnown(facts: PatientFacts, fact: FactName): boolean {
  const value = facts[fact];
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === "object" ? Object.keys(value).length > 0 : value !== undefined;
}

const FAMILY_OF: Partial<Record<FactName, Family>> = {
  diagnosis: "diagnosis",
  jurisdiction: "jurisdiction",
  severity: "severity",
  sites: "site",
  infection: "infection",
  redFlags: "redflag",
  pimecrolimus: "pimecrolimus",
  adherence: "adherence",
  tried: "tried",
  pregnancy: "pregnancy",
  allergies: "allergy",
  conditions: "condition",
  medications: "medication",
};

const AGENTS: readonly string[] = AGENT_IDS;

/** The name of one value of a fact. */
export function valueName(ui: Ui, fact: FactName, value: string | number | boolean): string {
  if (fact === "ageMonths" && typeof value === "number") return ageWords(ui, value);
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return ui.name("yesno", value ? "yes" : "no");
  const family = FAMILY_OF[fact];
  if (!family) return value;
  return fact === "allergies" && AGENTS.includes(value) ? ui.name("agent", value) : ui.name(family, value);
}

/** What the chart was taken to say: "Face", "Topical corticosteroid, not clearly adequate", "Not immunocompromised". */
export function evidenceName(ui: Ui, { id, fact, value }: Evidence): string {
  const [, word] = id.split(/\.(.*)/s);
  if (fact === "tried" && word)
    return ui.t("chip_tried_one", ui.name("agent", word), ui.name("tried", String(value)));
  if (word) return valueName(ui, fact, word);
  return (typeof value === "boolean" && describe(ui, fact, { [fact]: value })) || valueName(ui, fact, value);
}

export function ageWords({ t }: Pick<Ui, "t">, months: number): string {
  if (months < 24) return t("age_months", months);
  return t("age_years", Math.floor(months / 12));
}

/** What a chip says of a known fact; undefined where nothing is known. */
export function describe(ui: Ui, fact: FactName, facts: PatientFacts): string | undefined {
  if (!isKnown(facts, fact)) return undefined;
  const { t } = ui;
  switch (fact) {
    case "ageMonths":
      return facts.ageMonths === undefined ? undefined : ageWords(ui, facts.ageMonths);
    case "weightKg":
      return t("chip_weight", facts.weightKg ?? 0);
    case "bsaPercent":
      return t("chip_bsa", facts.bsaPercent ?? 0);
    case "onPimecrolimus":
      return t(facts.onPimecrolimus ? "chip_on_pimecrolimus" : "chip_not_on_pimecrolimus");
    case "activeFlare":
      return t(facts.activeFlare ? "chip_flare" : "chip_no_flare");
    case "acuteSevereFlare":
      return t(facts.acuteSevereFlare ? "chip_acute_flare" : "chip_no_acute_flare");
    case "steroidSparingPlan":
      return t(facts.steroidSparingPlan ? "chip_sparing_plan" : "chip_no_sparing_plan");
    case "immunocompromised":
      return t(facts.immunocompromised ? "chip_immunocompromised" : "chip_not_immunocompromised");
    case "tried":
      return t(
        "chip_tried",
        Object.entries(facts.tried ?? {})
          .map(([agent, outcome]) => t("chip_tried_one", ui.name("agent", agent), ui.name("tried", outcome)))
          .join(", "),
      );
    case "infection":
      return t("chip_infection", valueName(ui, fact, facts.infection ?? ""));
    case "pregnancy":
      return t("chip_pregnancy", valueName(ui, fact, facts.pregnancy ?? ""));
    case "jurisdiction":
      return t("chip_jurisdiction", valueName(ui, fact, facts.jurisdiction ?? ""));
    case "allergies":
      return t("chip_allergies", list(ui, fact, facts.allergies));
    case "sites":
    case "redFlags":
    case "conditions":
    case "medications":
      return list(ui, fact, facts[fact]);
    case "diagnosis":
    case "severity":
    case "pimecrolimus":
    case "adherence":
      return valueName(ui, fact, facts[fact] ?? "");
  }
}

const list = (ui: Ui, fact: FactName, words: readonly string[] = []) =>
  words.map((word) => valueName(ui, fact, word)).join(", ");
