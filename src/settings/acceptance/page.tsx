import { useRef, useState } from "preact/hooks";
import { useWords } from "../words";
import { CHARTS, type Outcome, runAcceptance, VIGNETTES } from "./run";

/** One press runs every made-up patient and chart here, in this browser, and leaves a page to sign. */
export function AcceptancePage() {
  const { t } = useWords();
  const [done, setDone] = useState<number>();
  const [outcome, setOutcome] = useState<Outcome>();
  const [when, setWhen] = useState("");
  const frame = useRef<HTMLIFrameElement>(null);
  const running = done !== undefined && !outcome;

  async function run() {
    const inner = frame.current?.contentDocument;
    if (!inner) return;
    setOutcome(undefined);
    setDone(0);
    setWhen(new Date().toLocaleString());
    setOutcome(await runAcceptance(inner, setDone));
  }

  return (
    <>
      <nav>
        <a href="index.html">{t("settings_back")}</a>
      </nav>
      <h1>{t("settings_link_acceptance")}</h1>
      <p>{t("settings_acceptance_lead", VIGNETTES.length, CHARTS.length)}</p>
      <div class="actions">
        <button type="button" class="primary" disabled={running} onClick={() => void run()}>
          {t("settings_acceptance_run")}
        </button>
        {outcome && (
          <button type="button" onClick={() => print()}>
            {t("settings_print")}
          </button>
        )}
      </div>
      <p role="status">
        {running && t("settings_acceptance_running", done, VIGNETTES.length + CHARTS.length)}
      </p>
      {outcome && <Report outcome={outcome} when={when} />}
      <iframe
        ref={frame}
        class="specimen"
        title={t("settings_acceptance_specimen")}
        width="800"
        height="600"
        tabIndex={-1}
      />
    </>
  );
}

function Report({ outcome, when }: { outcome: Outcome; when: string }) {
  const { t } = useWords();
  const failed = outcome.verdicts.filter(({ faults }) => faults.length > 0);
  const passed = failed.length === 0;
  return (
    <section data-acceptance={passed ? "passed" : "failed"} data-failed={failed.length}>
      <h2 class={passed ? "pass" : "fail"}>
        {passed
          ? t("settings_acceptance_passed", outcome.verdicts.length)
          : t("settings_acceptance_failed", failed.length, outcome.verdicts.length)}
      </h2>
      <dl>
        <dt>{t("settings_acceptance_knowledge")}</dt>
        <dd>{outcome.knowledge}</dd>
        <dt>{t("settings_acceptance_hash")}</dt>
        <dd>
          <code>{outcome.hash}</code>
        </dd>
        <dt>{t("settings_acceptance_when")}</dt>
        <dd>{t("settings_acceptance_took", when, (outcome.milliseconds / 1000).toFixed(1))}</dd>
        <dt>{t("settings_acceptance_browser")}</dt>
        <dd>{navigator.userAgent}</dd>
      </dl>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("settings_acceptance_result")}</th>
            <th scope="col">{t("settings_acceptance_what")}</th>
          </tr>
        </thead>
        <tbody>
          {[...failed, ...outcome.verdicts.filter(({ faults }) => faults.length === 0)].map((verdict) => (
            <tr key={verdict.id} data-verdict={verdict.id}>
              <td class={verdict.faults.length === 0 ? "pass" : "fail"}>
                {t(verdict.faults.length === 0 ? "settings_acceptance_pass" : "settings_acceptance_fail")}
              </td>
              <td>
                {verdict.says}
                {verdict.faults.map((fault) => (
                  <p key={fault} class="fail">
                    {fault}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="signature">
        <span>{t("settings_acceptance_name")}</span>
        <span>{t("settings_acceptance_signature")}</span>
        <span>{t("settings_acceptance_date")}</span>
      </div>
    </section>
  );
}
