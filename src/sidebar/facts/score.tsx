import { useState } from "preact/hooks";
import type { SeverityFromScore, SeverityScale } from "../../engine/severity-scores";
import { useUi } from "../ui";
import { numberIn, set } from "./edit";
import type { FieldProps } from "./editor";

const SCALES: readonly SeverityScale[] = ["iga", "easi", "scorad", "poem"];

/** Severity from a score. The clinician chooses the word: two bandings may disagree. */
export function Score({ fact, corrections, onCorrect, onDone }: FieldProps) {
  const { t, name, port } = useUi();
  const [scale, setScale] = useState<SeverityScale>("iga");
  const [text, setText] = useState("");
  const [result, setResult] = useState<SeverityFromScore>();
  const convert = async (of: SeverityScale, typed: string) => {
    setScale(of);
    setText(typed);
    setResult(undefined);
    const score = numberIn(typed);
    if (score !== undefined) setResult(await port.severityOf(of, score).catch(() => undefined));
    else if (typed.trim() !== "") setResult({ problem: t("number_wanted") });
  };
  return (
    <fieldset class="score">
      <legend>{t("score_heading")}</legend>
      <div class="amount">
        <label>
          <span>{t("score_scale")}</span>
          <select
            value={scale}
            onChange={(event) => {
              const chosen = SCALES.find((one) => one === event.currentTarget.value);
              if (chosen) void convert(chosen, text);
            }}
          >
            {SCALES.map((one) => (
              <option key={one} value={one}>
                {name("scale", one)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t("score_value")}</span>
          <input
            type="text"
            inputMode="decimal"
            autocomplete="off"
            value={text}
            onInput={(event) => void convert(scale, event.currentTarget.value)}
          />
        </label>
      </div>
      <div role="status">
        {result && "problem" in result && <p class="problem">{result.problem}</p>}
        {result && "readings" in result && result.readings.length > 1 && (
          <p class="hint">{t("score_disagree")}</p>
        )}
        {result &&
          "readings" in result &&
          result.readings.map(({ by, band, severities }) => (
            <p key={by} class="reading">
              {t("score_reading", by, name("band", band))}
              {severities.map((word) => (
                <button
                  key={word}
                  type="button"
                  onClick={() => {
                    onCorrect(set(corrections, fact, word));
                    onDone();
                  }}
                >
                  {t("score_use", name("severity", word))}
                </button>
              ))}
            </p>
          ))}
      </div>
    </fieldset>
  );
}
