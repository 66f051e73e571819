import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import type { Content } from "../engine/content";
import { PAIR_RULE } from "../pilot/manners";
import { CountsSection } from "./counts";
import { EraseSection } from "./erase";
import type { SettingsPort, SettingsState } from "./port";
import { SitesSection } from "./sites";
import { SnoozesSection } from "./snoozes";
import { Standing } from "./standing";
import { TermsSection } from "./terms";
import { Welcome } from "./welcome";
import { type Words, WordsProvider } from "./words";

/** The settings page; until it has been read once, the welcome in its place. */
export function App({ port }: { port: SettingsPort }) {
  const [state, setState] = useState<SettingsState>();
  const [content, setContent] = useState<Content>();
  const [failed, setFailed] = useState(false);

  const load = useCallback(() => {
    port.state().then(setState, () => setFailed(true));
  }, [port]);
  useEffect(() => {
    load();
    port.content().then(setContent, () => setContent(undefined));
    port.onChanged(load);
  }, [port, load]);

  const words = useMemo(
    (): Words => ({
      port,
      t: (key, ...substitutions) => port.word(key, ...substitutions.map(String)),
      title: (rule) =>
        rule === PAIR_RULE
          ? port.word("settings_rule_pair")
          : (content?.items.find(({ id }) => id === rule)?.title ?? rule),
    }),
    [port, content],
  );
  const { t } = words;
  if (failed) return <p role="alert">{port.word("settings_failed")}</p>;
  if (!state) return <p>{port.word("settings_loading")}</p>;

  return (
    <WordsProvider value={words}>
      {state.welcomed ? (
        <>
          <h1>{t("settings_title")}</h1>
          <Standing state={state} content={content} />
          <TermsSection state={state} onState={setState} />
          <SitesSection />
          <SnoozesSection state={state} onState={setState} />
          <CountsSection state={state} />
          <EraseSection onErased={load} />
          <section>
            <h2>{t("settings_more")}</h2>
            <ul class="links">
              <li>
                <a href="acceptance.html">{t("settings_link_acceptance")}</a>
              </li>
              <li>
                <a href="transparency.html">{t("settings_link_transparency")}</a>
              </li>
              <li>
                <a href="../prove/prove.html">{t("settings_link_prove")}</a>
              </li>
              <li>
                <a href="demo.html">{t("settings_link_demo")}</a>
              </li>
              <li>
                <button
                  type="button"
                  class="plain"
                  onClick={() => void port.set("welcomed", false).then(setState)}
                >
                  {t("settings_link_welcome")}
                </button>
              </li>
            </ul>
          </section>
        </>
      ) : (
        <Welcome state={state} onDone={() => void port.set("welcomed", true).then(setState)} />
      )}
    </WordsProvider>
  );
}
