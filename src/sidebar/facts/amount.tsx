import { useState } from "preact/hooks";
import { useUi } from "../ui";
import { numberIn, set } from "./edit";
import type { FieldProps } from "./editor";

/**
 * One number and its unit. Whether it is possible is the engine's to say. `perUnit`: how much of the fact's own unit one
 * of the shown unit is; what is typed is then kept to a tenth.
 */
export function NumberField({
  fact,
  view,
  corrections,
  onCorrect,
  onDone,
  unit,
  perUnit = 1,
  hint,
}: FieldProps & { unit: string; perUnit?: number; hint?: string }) {
  const { t } = useUi();
  const current = view.facts[fact];
  const toTenth = (value: number) => (perUnit === 1 ? value : Math.round(value * 10) / 10);
  const [text, setText] = useState(typeof current === "number" ? String(toTenth(current / perUnit)) : "");
  const [refused, setRefused] = useState(false);
  return (
    <form
      class="amount"
      onSubmit={(event) => {
        event.preventDefault();
        const value = numberIn(text);
        setRefused(value === undefined);
        if (value === undefined) return event.currentTarget.querySelector("input")?.focus();
        onCorrect(set(corrections, fact, toTenth(value * perUnit)));
        onDone();
      }}
    >
      <label>
        <span>{unit}</span>
        <input
          type="text"
          inputMode="decimal"
          autocomplete="off"
          value={text}
          aria-invalid={refused}
          aria-describedby={hint || refused ? `hint-${fact}` : undefined}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit">{t("set")}</button>
      {(hint || refused) && (
        <p id={`hint-${fact}`} class={refused ? "problem" : "hint"} role={refused ? "alert" : undefined}>
          {refused ? t("number_wanted") : hint}
        </p>
      )}
    </form>
  );
}

/** Years and months: the labels' limits fall on both. */
export function AgeField({ fact, view, corrections, onCorrect, onDone }: FieldProps) {
  const { t } = useUi();
  const age = view.facts.ageMonths;
  const [years, setYears] = useState(age === undefined ? "" : String(Math.floor(age / 12)));
  const [months, setMonths] = useState(age === undefined ? "" : String(age % 12));
  const [refused, setRefused] = useState(false);
  return (
    <form
      class="amount"
      onSubmit={(event) => {
        event.preventDefault();
        const inYears = numberIn(years || (months && "0"));
        const inMonths = numberIn(months || "0");
        if (inYears === undefined || inMonths === undefined) {
          setRefused(true);
          return event.currentTarget.querySelector("input")?.focus();
        }
        onCorrect(set(corrections, fact, Math.floor(inYears * 12 + inMonths)));
        onDone();
      }}
    >
      <label>
        <span>{t("unit_years")}</span>
        <input
          type="text"
          inputMode="decimal"
          autocomplete="off"
          value={years}
          aria-invalid={refused}
          aria-describedby={refused ? `hint-${fact}` : undefined}
          onInput={(event) => setYears(event.currentTarget.value)}
        />
      </label>
      <label>
        <span>{t("unit_months")}</span>
        <input
          type="text"
          inputMode="decimal"
          autocomplete="off"
          value={months}
          aria-invalid={refused}
          aria-describedby={refused ? `hint-${fact}` : undefined}
          onInput={(event) => setMonths(event.currentTarget.value)}
        />
      </label>
      <button type="submit">{t("set")}</button>
      {refused && (
        <p id={`hint-${fact}`} class="problem" role="alert">
          {t("number_wanted")}
        </p>
      )}
    </form>
  );
}
