/** Compares what came out with what was expected, and says each difference in words. */
import { type Advice, GROUPS, type Item } from "../../engine/advice";
import type { FactName } from "../../engine/facts";
import type { PanelView } from "../../sidebar/port";
import type { Chart } from "./chart";
import type { Expected, Vignette } from "./vignette";

export function vignetteFaults(vignette: Vignette, advice: Advice): string[] {
  const { applicability, items = {}, codes = {}, first = {} } = vignette;
  const faults: string[] = [];
  if (applicability && advice.applicability !== applicability) {
    faults.push(`applicability is ${advice.applicability}, not ${applicability}`);
  }
  if (applicability && applicability !== "applies" && itemsOf(advice).length > 0) {
    faults.push("gives advice that does not apply");
  }
  faults.push(...itemFaults(items, advice));
  for (const [id, code] of Object.entries(codes)) {
    const reasons = itemsOf(advice).find((item) => item.id === id)?.reasons ?? [];
    if (!reasons.some((reason) => reason.code === code)) faults.push(`${id} does not say ${code}`);
  }
  for (const group of GROUPS) {
    const wanted = first[group];
    const [item] = advice[group];
    if (wanted && item?.id !== wanted) faults.push(`${group} begin with ${item?.id}, not ${wanted}`);
  }
  return faults;
}

const itemsOf = (advice: Advice): Item[] => GROUPS.flatMap((group) => advice[group]);

function itemFaults(expected: Record<string, Expected>, advice: Advice | undefined): string[] {
  const items = advice ? itemsOf(advice) : [];
  return Object.entries(expected).flatMap(([id, wanted]) => {
    const status = items.find((item) => item.id === id)?.status;
    if (status === undefined) return [`${id} is missing`];
    if (wanted === "present" || [wanted].flat().includes(status)) return [];
    return [`${id} is ${status}, not ${[wanted].flat().join(" or ")}`];
  });
}

export function chartFaults(chart: Chart, view: PanelView): string[] {
  const faults: string[] = [];
  if (view.state !== chart.state) faults.push(`state is ${view.state}, not ${chart.state}`);
  for (const [name, wanted] of Object.entries(chart.facts ?? {})) {
    const read = view.facts[name as FactName];
    if (!holds(read, wanted)) {
      faults.push(`${name} is ${JSON.stringify(read) ?? "unknown"}, not ${JSON.stringify(wanted)}`);
    }
  }
  for (const name of chart.unknown ?? []) {
    if (view.facts[name] !== undefined) {
      faults.push(`${name} is ${JSON.stringify(view.facts[name])}, though the page does not state it`);
    }
  }
  if (chart.patient && !view.patient?.includes(chart.patient)) {
    faults.push(`the patient is ${view.patient ?? "not shown"}, not ${chart.patient}`);
  }
  return [...faults, ...itemFaults(chart.items ?? {}, view.advice)];
}

/** A record need only hold the entries that are asserted. */
function holds(read: unknown, wanted: unknown): boolean {
  if (typeof wanted !== "object" || wanted === null) return read === wanted;
  return Object.entries(wanted).every(([key, value]) =>
    holds((read as Record<string, unknown> | undefined)?.[key], value),
  );
}
