import type { Content } from "../engine/content";
import type { Problem } from "../pilot/terms";
import type { SettingsState } from "./port";
import { PROBLEM_WORDS, SILENCE_WORDS, useWords } from "./words";

/** How Nextline stands here and now: who runs it, whether it is silent, and what is wrong with the policy. */
export function Standing({ state, content }: { state: SettingsState; content?: Content }) {
  const { t } = useWords();
  const { managed, terms, problems } = state.policy;
  return (
    <section>
      <h2>{t("settings_standing")}</h2>
      <p>{t(managed ? "settings_managed" : "settings_unmanaged")}</p>
      {state.silence ? (
        <p class="notice" role="status" data-silence={state.silence}>
          {t(SILENCE_WORDS[state.silence])}
        </p>
      ) : (
        <p>{t("settings_is_live")}</p>
      )}
      {terms.contactText && <p>{t("pilot_contact", terms.contactText)}</p>}
      {content && (
        <p>
          {t("settings_knowledge", content.version, content.reviewBy)}{" "}
          {content.source.reviewer
            ? t("settings_reviewer", content.source.reviewer)
            : t("settings_no_reviewer")}
        </p>
      )}
      {problems.length > 0 && (
        <div class="problems" role="alert">
          <h3>{t("settings_problems")}</h3>
          <ul>
            {problems.map((problem) => (
              <li key={problem.key + problem.code} data-problem={problem.key}>
                <ProblemLine problem={problem} />
              </li>
            ))}
          </ul>
          <p class="hint">{t("settings_problems_hint")}</p>
        </div>
      )}
    </section>
  );
}

function ProblemLine({ problem: { key, code, given, accepted } }: { problem: Problem }) {
  const { t } = useWords();
  return (
    <>
      <code>{key}</code>
      {given !== undefined && <> = {given}</>}: {t(PROBLEM_WORDS[code], accepted ?? "")}
    </>
  );
}
