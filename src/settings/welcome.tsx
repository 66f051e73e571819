import { useEffect, useState } from "preact/hooks";
import type { SettingsState } from "./port";
import { SILENCE_WORDS, useWords } from "./words";

/** One screen for whoever has just installed Nextline: what is read, what never happens, how to try it. */
export function Welcome({ state, onDone }: { state: SettingsState; onDone(): void }) {
  const { t, port } = useWords();
  const [shortcut, setShortcut] = useState("");
  useEffect(() => {
    port.shortcut().then(setShortcut, () => setShortcut(""));
  }, [port]);
  const { managed, terms } = state.policy;
  return (
    <div class="welcome">
      <h1>{t("settings_welcome_title")}</h1>
      <p class="lead">{t("settings_welcome_lead")}</p>
      {state.silence && (
        <p class="notice" role="status">
          {t(SILENCE_WORDS[state.silence])}
        </p>
      )}
      <div class="columns">
        <section>
          <h2>{t("settings_welcome_reads")}</h2>
          <ul>
            <li>{t(terms.ehrHosts ? "settings_welcome_reads_fence" : "settings_welcome_reads_page")}</li>
            <li>{t(terms.readNotes ? "settings_welcome_reads_all" : "settings_welcome_reads_lists")}</li>
            <li>{t("settings_welcome_reads_memory")}</li>
          </ul>
        </section>
        <section>
          <h2>{t("settings_welcome_never")}</h2>
          <ul>
            <li>{t("settings_welcome_never_sent")}</li>
            <li>{t("settings_welcome_never_disk")}</li>
            <li>{t("settings_welcome_never_page")}</li>
            <li>{t("settings_welcome_never_order")}</li>
          </ul>
        </section>
        <section>
          <h2>{t("settings_welcome_try")}</h2>
          <ol>
            <li>
              <a href="demo.html">{t("settings_welcome_try_demo")}</a>
            </li>
            <li>
              {shortcut ? t("settings_welcome_try_press_or", shortcut) : t("settings_welcome_try_press")}
            </li>
            <li>{t("settings_welcome_try_correct")}</li>
          </ol>
        </section>
      </div>
      <p>{t("settings_welcome_review")}</p>
      {managed && <p>{t("settings_welcome_managed")}</p>}
      {terms.feedback !== "off" && <p>{t("settings_welcome_counts")}</p>}
      <button type="button" class="primary" onClick={onDone}>
        {t("settings_welcome_done")}
      </button>
    </div>
  );
}
