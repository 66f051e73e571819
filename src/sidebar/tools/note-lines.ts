import type { Advice, Group, Item, Reason } from "../../engine/advice";
import type { FactName, PatientFacts } from "../../engine/facts";
import type { DispensedAgainstExpected } from "../../engine/grams";
import { needs } from "../advice/badges";
import { TAGS, tagsOf, whyOf } from "../advice/face";
import { rounded } from "../advice/grams";
import { dayWords, isoDay } from "../dates";
import { CHIP_ORDER, describe } from "../facts/describe";
import type { PanelView } from "../port";
import { titleOf, type Ui } from "../ui";

export interface NoteLine {
  id: string;
  text: string;
  /** Chosen unless the clinician says otherwise. */
  chosen: boolean;
}

/** Groups of items in a note, in order. */
const GROUPS = [
  "redFlags",
  "options",
  "adjuncts",
  "secondary",
  "escalation",
  "pitfalls",
] as const satisfies readonly Group[];

/** So many reasons of an item go into its line. */
const REASONS = 2;

/** Facts whose words do not say what they are of, once they stand in a note among others. */
const UNNAMED: readonly FactName[] = ["severity", "sites", "redFlags", "conditions", "medications"];

const OFFERED: readonly string[] = ["recommend", "consider", "caution"];

/**
 * What may go into the note, line by line: facts used, the failure check, items with grade and source. Plain text;
 * neither the banner nor the chart's own words are in it, so no identifier is.
 */
export function noteLines(ui: Ui, view: PanelView, use?: DispensedAgainstExpected): NoteLine[] {
  const { t } = ui;
  const { advice, facts } = view;
  const known = CHIP_ORDER.flatMap((fact) => {
    const words = describe(ui, fact, facts);
    if (!words) return [];
    return UNNAMED.includes(fact) ? t("note_fact", t(`fact_${fact}`), words) : words;
  });
  const trial = [
    facts.pimecrolimus ? ui.name("pimecrolimus", facts.pimecrolimus) : t("note_trial_unknown"),
    ui.name("adherence", facts.adherence ?? "not-verified"),
    ...(use ? [useWords(ui, use)] : []),
  ];
  const lines: NoteLine[] = [
    { id: "facts", text: t("note_facts", known.join("; ")), chosen: true },
    { id: "trial", text: t("note_trial", trial.join("; ")), chosen: true },
  ];
  if (advice) {
    for (const group of GROUPS) {
      lines.push(...advice[group].map((item) => itemLine(ui, group, item, facts)));
    }
  }
  return lines;
}

function useWords({ t }: Ui, { gramsDispensed, gramsExpected, ratio, expected }: DispensedAgainstExpected) {
  const weeks = rounded(gramsExpected / expected.gramsPerWeek);
  return t("note_dispensed", gramsDispensed, weeks, Math.round(ratio * 100), rounded(gramsExpected));
}

/** The lines as one text, with date and source. */
export function noteText(ui: Ui, lines: NoteLine[], advice: Advice | undefined): string {
  const { t, knowledge } = ui;
  const head = t("note_head", dayWords(isoDay(ui.now())));
  const body = lines.map(({ text }) => `- ${text}`);
  const source = knowledge?.content.source;
  if (!source || !advice) return [head, ...body].join("\n");
  const cited = GROUPS.flatMap((group) => advice[group])
    .filter((item) => lines.some(({ id }) => id === item.id))
    .flatMap(({ grade }) => grade.citations);
  const references = [...new Set(cited)].sort().flatMap((id) => {
    const reference = knowledge?.references.get(id);
    return reference ? [`[${id}] ${reference.text}`] : [];
  });
  return [
    head,
    ...body,
    t("note_source", source.title, source.lastUpdated, source.reviewStatus),
    ...references,
  ].join("\n");
}

function itemLine(ui: Ui, group: Group, item: Item, facts: PatientFacts): NoteLine {
  const { t, name } = ui;
  const title = titleOf(ui, item.id);
  const missing = item.status === "needs-info" ? needs(item, facts) : [];
  const { telling, why } = whyOf(item);
  // Where nothing but waiting is told, the names of what is missing have told it.
  const told = missing.length > 0 && telling === why ? [] : telling.slice(0, REASONS);
  const stands =
    missing.length > 0
      ? t("status_needs", missing.map((fact) => t(`fact_${fact}`).toLowerCase()).join(", "))
      : name(group === "pitfalls" ? "pitfall" : "status", item.status);
  const tags = tagsOf(item)
    .filter((code) => code !== "grade-age")
    .map((code) => t(TAGS[code]));
  const words = (reasons: Reason[]) => reasons.map(({ text }) => text);
  const said =
    group === "redFlags"
      ? words(item.reasons)
      : [`${[stands, ...tags].join("; ")}.`, ...words(told), `(${gradeWords(ui, item)})`];
  const text = t(title.endsWith("?") ? "note_question" : "note_item", title, said.join(" "));
  return { id: item.id, text, chosen: isChosen(group, item) };
}

function isChosen(group: Group, { status, reasons }: Item): boolean {
  if (group === "redFlags") return true;
  if (group === "pitfalls") return reasons.some(({ code }) => code === "tripped");
  return (group === "options" || group === "adjuncts") && OFFERED.includes(status);
}

function gradeWords({ t, name }: Ui, item: Item): string {
  const { grade, beyondSource } = item;
  if (beyondSource) return t("beyond_source");
  const ungraded = grade.strength === "none" && grade.certainty === "none";
  const words = ungraded
    ? [t("grade_none")]
    : [name("strength", grade.strength), name("certainty", grade.certainty)];
  const adults = !ungraded && tagsOf(item).includes("grade-age") && t("tag_grade_age");
  const source = grade.citations.map((number) => `[${number}]`).join(" ");
  return [...words.map((one) => one.toLowerCase()), adults, source && t("grade_source", source)]
    .filter(Boolean)
    .join(", ");
}
