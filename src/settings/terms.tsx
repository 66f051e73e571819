import { JURISDICTIONS } from "../engine/vocabulary";
import { TERM_NAMES, USER_TERMS } from "../pilot/policy";
import { FEEDBACKS, ROLES, type TermName, type Terms, UNITS, UNREADABLE } from "../pilot/terms";
import { keyOf, type WordKey } from "../sidebar/words";
import { Choice, CodeField, NumberField, YesNo } from "./fields";
import type { SettingsState, SettingValue } from "./port";
import { ORIGIN_WORDS, TERM_WORDS, useWords } from "./words";

const FEEDBACK_WORDS: Record<Terms["feedback"], WordKey> = {
  off: "settings_feedback_off",
  counts: "settings_feedback_counts",
  coded: "settings_feedback_coded",
};
const UNIT_WORDS: Record<Terms["units"], WordKey> = {
  metric: "settings_units_metric",
  imperial: "settings_units_imperial",
};
const MODE_WORDS: Record<Terms["mode"], WordKey> = {
  off: "settings_mode_off",
  shadow: "settings_mode_shadow",
  live: "settings_mode_live",
};

/** Every term in force, where it comes from, and a control where it is the user's to change. */
export function TermsSection({
  state,
  onState,
}: {
  state: SettingsState;
  onState(state: SettingsState): void;
}) {
  const { t, port } = useWords();
  const { terms, origins } = state.policy;
  const save = (name: TermName) => (value: SettingValue) => void port.set(name, value).then(onState);
  return (
    <section>
      <h2>{t("settings_terms")}</h2>
      <p class="hint">{t("settings_terms_hint")}</p>
      <table class="terms">
        <thead>
          <tr>
            <th scope="col">{t("settings_column_term")}</th>
            <th scope="col">{t("settings_column_value")}</th>
            <th scope="col">{t("settings_column_origin")}</th>
          </tr>
        </thead>
        <tbody>
          {TERM_NAMES.map((name) => (
            <tr key={name} data-term={name} data-origin={origins[name]}>
              <th scope="row" id={`term-${name}`}>
                {t(TERM_WORDS[name])}
              </th>
              <td>
                {USER_TERMS.includes(name) && origins[name] !== "policy" ? (
                  <Control name={name} terms={terms} onValue={save(name)} />
                ) : (
                  <Shown name={name} terms={terms} />
                )}
              </td>
              <td>{t(ORIGIN_WORDS[origins[name]])}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t("settings_term_language")}</th>
            <td>{t("settings_language_browser")}</td>
            <td>{t("settings_origin_browser")}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

interface ControlProps {
  name: TermName;
  terms: Terms;
  onValue(value: SettingValue): void;
}

function Control({ name, terms, onValue }: ControlProps) {
  const { t, port } = useWords();
  const label = `term-${name}`;
  switch (name) {
    case "role":
      return (
        <Choice
          label={label}
          words={ROLES}
          value={terms.role}
          name={(word) => port.word(keyOf("role", word))}
          onValue={onValue}
        />
      );
    case "jurisdiction":
      return (
        <Choice
          label={label}
          words={JURISDICTIONS}
          value={terms.jurisdiction}
          none={t("settings_jurisdiction_none")}
          name={(word) => port.word(keyOf("jurisdiction", word))}
          onValue={onValue}
        />
      );
    case "units":
      return (
        <Choice
          label={label}
          words={UNITS}
          value={terms.units}
          name={(word) => t(UNIT_WORDS[word])}
          onValue={onValue}
        />
      );
    case "feedback":
      return (
        <Choice
          label={label}
          words={FEEDBACKS}
          value={terms.feedback}
          name={(word) => t(FEEDBACK_WORDS[word])}
          onValue={onValue}
        />
      );
    case "readNotes":
      return <YesNo label={label} value={terms.readNotes} onValue={onValue} />;
    case "maxCuesPerDay":
      return <NumberField label={label} value={terms.maxCuesPerDay} most={50} onValue={onValue} />;
    case "userCode":
    case "locationCode":
      return <CodeField label={label} value={terms[name]} onValue={onValue} />;
    default:
      return <Shown name={name} terms={terms} />;
  }
}

function Shown({ name, terms }: { name: TermName; terms: Terms }) {
  const { t, port, title } = useWords();
  const list = (entries: string[], none: WordKey) => (entries.length > 0 ? entries.join(", ") : t(none));
  switch (name) {
    case "mode":
      return t(MODE_WORDS[terms.mode]);
    case "feedback":
      return t(FEEDBACK_WORDS[terms.feedback]);
    case "units":
      return t(UNIT_WORDS[terms.units]);
    case "jurisdiction":
      return terms.jurisdiction
        ? port.word(keyOf("jurisdiction", terms.jurisdiction))
        : t("settings_jurisdiction_none");
    case "ehrHosts":
      return terms.ehrHosts ? list(terms.ehrHosts, "settings_no_site") : t("settings_no_fence");
    case "disabledRules":
      return list(terms.disabledRules.map(title), "settings_none");
    case "formulary":
      return list(Object.keys(terms.formulary).map(title), "settings_none");
    case "readNotes":
      return t(terms.readNotes ? "settings_yes" : "settings_no");
    case "consentDocumented":
      return t(terms.consentDocumented ? "settings_yes" : "settings_no");
    case "maxCuesPerDay":
      return terms.maxCuesPerDay === undefined ? t("settings_no_limit") : String(terms.maxCuesPerDay);
    case "pilotEnds":
    case "rulePackPin":
      return terms[name] === UNREADABLE ? t("settings_unreadable") : (terms[name] ?? t("settings_none"));
    default:
      return terms[name] ?? t("settings_none");
  }
}
