import type { AgentId } from "../../engine/facts";
import { TRIED } from "../../engine/vocabulary";
import { useUi } from "../ui";
import { set, strike, undo } from "./edit";
import type { FieldProps } from "./editor";

/** What came of each treatment. "Not known" is an answer of its own: tried is not failed. */
export function TriedField({
  view,
  corrections,
  onCorrect,
  agents,
}: FieldProps & { agents: readonly AgentId[] }) {
  const { t, name } = useUi();
  return (
    <div class="word-set">
      <p class="hint">{t("tried_hint")}</p>
      <ul class="tried">
        {agents.map((agent) => {
          const id = `tried.${agent}`;
          const inChart = view.evidence.some((one) => one.id === id);
          return (
            <li key={agent}>
              <label>
                <span>{name("agent", agent)}</span>
                <select
                  value={view.facts.tried?.[agent] ?? ""}
                  onChange={(event) => {
                    const outcome = event.currentTarget.value;
                    if (outcome) onCorrect(set(corrections, id, outcome));
                    else onCorrect(inChart ? strike(corrections, id) : undo(corrections, id));
                  }}
                >
                  <option value="">{t("tried_unknown")}</option>
                  {TRIED.map((outcome) => (
                    <option key={outcome} value={outcome}>
                      {name("tried", outcome)}
                    </option>
                  ))}
                </select>
              </label>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
