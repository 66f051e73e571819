import { useEffect, useState } from "preact/hooks";
import type { FactName } from "../../engine/facts";
import type { DispensedAgainstExpected, NoFigure } from "../../engine/grams";
import { numberIn } from "../facts/edit";
import type { GramsAnswer, PanelView } from "../port";
import { useActions, useUi } from "../ui";

/** Which unknown fact would give a figure. */
const ASKS: Partial<Record<NoFigure["reason"], FactName>> = {
  "age-unknown": "ageMonths",
  "extent-unknown": "sites",
  "no-row": "bsaPercent",
};

/** Takes what was dispensed against what was to be expected; undefined: not known, or no more. */
export type OnUse = (use: DispensedAgainstExpected | undefined) => void;

/** An estimate is no more exact than its fingertips. */
export const rounded = (grams: number) => (grams < 10 ? Math.round(grams * 10) / 10 : Math.round(grams));

/** Grams expected for age and extent, against what was dispensed. */
export function Grams({ view, weeks: listed, onUse }: { view: PanelView; weeks?: number; onUse: OnUse }) {
  const { t, port } = useUi();
  const { ask: open } = useActions();
  const [dispensed, setDispensed] = useState("");
  const [weeks, setWeeks] = useState(listed === undefined ? "" : String(listed));
  const [answer, setAnswer] = useState<GramsAnswer>();
  const { ageMonths, sites, bsaPercent } = view.facts;
  const extent = JSON.stringify([ageMonths, sites, bsaPercent]);

  useEffect(() => {
    let stale = false;
    const [ofAge, ofSites, ofSurface] = JSON.parse(extent);
    const question = {
      ageMonths: ofAge ?? undefined,
      sites: ofSites ?? undefined,
      bsaPercent: ofSurface ?? undefined,
      gramsDispensed: numberIn(dispensed),
      weeks: numberIn(weeks),
    };
    port.grams(question).then(
      (given) => stale || setAnswer(given),
      () => stale || setAnswer(undefined),
    );
    return () => {
      stale = true;
    };
  }, [port, extent, dispensed, weeks]);

  const use = answer?.dispensed?.known ? answer.dispensed : undefined;
  useEffect(() => onUse(use), [use, onUse]);
  // What was typed of a patient goes with the patient.
  useEffect(() => () => onUse(undefined), [onUse]);

  if (!answer) return null;
  const { expected, dispensed: against, problem } = answer;
  if (expected && !expected.known) {
    const ask = ASKS[expected.reason];
    return (
      <p class="grams">
        <span class="hint">{t("grams_unknown")}</span>{" "}
        {ask && (
          <button type="button" class="plain" onClick={() => open(ask)}>
            {t("ask_fact", t(`fact_${ask}`).toLowerCase())}
          </button>
        )}
      </p>
    );
  }
  return (
    <div class="grams">
      {expected?.known && (
        <p>
          {t("grams_expected", rounded(expected.gramsPerWeek), expected.summed.join(", "))}
          {expected.notCounted.length > 0 && <span class="hint"> {t("grams_at_least")}</span>}
        </p>
      )}
      <p class="dispensed">
        <label>
          <span>{t("grams_dispensed")}</span>
          <input
            type="text"
            inputMode="decimal"
            autocomplete="off"
            value={dispensed}
            onInput={(event) => setDispensed(event.currentTarget.value)}
          />
          <span>{t("grams_in")}</span>
        </label>
        <label>
          <input
            type="text"
            inputMode="decimal"
            autocomplete="off"
            value={weeks}
            onInput={(event) => setWeeks(event.currentTarget.value)}
          />
          <span>{t("grams_weeks")}</span>
        </label>
      </p>
      <p role="status">
        {[dispensed, weeks].some((typed) => typed.trim() !== "" && numberIn(typed) === undefined) && (
          <span class="problem">{t("number_wanted")}</span>
        )}
        {problem && (
          <span class="problem">
            {t(
              problem.field === "weeks" ? "grams_weeks_refused" : "grams_dispensed_refused",
              problem.accepted,
            )}
          </span>
        )}
        {against?.known &&
          t(
            against.possibleUnderUse ? "grams_under" : "grams_enough",
            rounded(against.gramsExpected),
            Math.round(against.ratio * 100),
          )}
      </p>
    </div>
  );
}
