import type { SettingsState } from "./port";
import { useWords } from "./words";

/** All that is silent now: what the clinic muted, and what the user snoozed, with its end. */
export function SnoozesSection({
  state,
  onState,
}: {
  state: SettingsState;
  onState(state: SettingsState): void;
}) {
  const { t, title, port } = useWords();
  const { disabledRules } = state.policy.terms;
  const nothing = disabledRules.length === 0 && state.snoozes.length === 0;
  return (
    <section>
      <h2>{t("settings_muted")}</h2>
      <p class="hint">{t("settings_muted_hint")}</p>
      {nothing && <p>{t("settings_muted_none")}</p>}
      <ul class="rows">
        {disabledRules.map((rule) => (
          <li key={rule}>
            {title(rule)} <span class="hint">{t("pilot_muted_policy")}</span>
          </li>
        ))}
        {state.snoozes.map(({ rule, until }) => (
          <li key={rule}>
            {title(rule)} <span class="hint">{t("pilot_muted_until", until)}</span>
            <button type="button" onClick={() => void port.endSnooze(rule).then(onState)}>
              {t("pilot_snooze_end")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
