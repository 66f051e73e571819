import { useState } from "preact/hooks";
import { useUi } from "../ui";
import { WouldChange } from "./choice";
import { valueName } from "./describe";
import { toggle } from "./edit";
import type { FieldProps } from "./editor";

/** A list longer than this gets a filter. */
const LONG = 12;

/** Any of many words. A word that is not ticked is not entered, which is not the same as absent. */
export function WordSet({
  fact,
  view,
  corrections,
  onCorrect,
  words,
}: FieldProps & { words: readonly string[] }) {
  const ui = useUi();
  const { t } = ui;
  const [filter, setFilter] = useState("");
  const value = view.facts[fact];
  const current: readonly string[] = Array.isArray(value) ? value : [];
  const outcomes = view.sensitivity.find(({ id }) => id === fact)?.outcomes ?? [];
  const sought = filter.trim().toLowerCase();
  const shown = words.filter((word) => valueName(ui, fact, word).toLowerCase().includes(sought));

  return (
    <div class="word-set">
      {words.length > LONG && (
        <label class="filter">
          <span>{t("filter")}</span>
          <input
            type="search"
            autocomplete="off"
            value={filter}
            onInput={(event) => setFilter(event.currentTarget.value)}
          />
        </label>
      )}
      <p class="hint">{t("set_hint")}</p>
      <ul class="ticks">
        {shown.map((word) => (
          <li key={word}>
            <label>
              <input
                type="checkbox"
                checked={current.includes(word)}
                onChange={(event) =>
                  onCorrect(
                    toggle(corrections, `${fact}.${word}`, event.currentTarget.checked, view.evidence),
                  )
                }
              />
              <span>{valueName(ui, fact, word)}</span>
            </label>
            <WouldChange
              changes={
                (
                  outcomes.find((one) => one.value === word) ??
                  bySensitivity(view.sensitivity, `${fact}.${word}`)
                )?.changes ?? []
              }
            />
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p class="hint">{t("filter_empty")}</p>}
    </div>
  );
}

function bySensitivity(sensitivity: FieldProps["view"]["sensitivity"], id: string) {
  return sensitivity.find((one) => one.id === id)?.outcomes.find(({ value }) => value === true);
}
