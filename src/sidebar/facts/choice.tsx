import type { Sensitivity } from "../../engine/sensitivity";
import { statusWords, titleOf, useUi } from "../ui";
import { describe, valueName } from "./describe";
import { set } from "./edit";
import type { FieldProps } from "./editor";

/** So many consequences of an answer are named beside it. */
const NAMED = 2;

/** One of a few words. Beside each stands what it would change. */
export function Choice({
  fact,
  view,
  corrections,
  onCorrect,
  onDone,
  words,
}: FieldProps & { words: readonly (string | boolean)[] }) {
  const ui = useUi();
  const current = view.facts[fact];
  const outcomes = view.sensitivity.find(({ id }) => id === fact)?.outcomes ?? [];
  return (
    <div class="choices">
      {words.map((word) => (
        <button
          key={word}
          type="button"
          class="choice"
          aria-pressed={current === word}
          onClick={() => {
            onCorrect(set(corrections, fact, word));
            onDone();
          }}
        >
          <span>
            {typeof word === "boolean"
              ? (describe(ui, fact, { [fact]: word }) ?? valueName(ui, fact, word))
              : valueName(ui, fact, word)}
          </span>
          <WouldChange changes={outcomes.find(({ value }) => value === word)?.changes ?? []} />
        </button>
      ))}
    </div>
  );
}

/** What an answer would change, named before it is given. */
export function WouldChange({ changes }: { changes: Sensitivity["outcomes"][number]["changes"] }) {
  const ui = useUi();
  const moved = changes.filter(({ from, to }) => from !== to);
  if (moved.length === 0) return null;
  const named = moved
    .slice(0, NAMED)
    .map(({ item, to }) => ui.t("would_change_one", titleOf(ui, item), statusWords(ui, item, to)));
  const more = moved.length - named.length;
  return (
    <span class="would">
      {named.join("; ")}
      {more > 0 && ` ${ui.t("would_change_more", more)}`}
    </span>
  );
}
