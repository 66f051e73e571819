import { useCallback, useEffect, useState } from "preact/hooks";
import type { Counts } from "../background/counts";
import { EVENTS } from "../pilot/counting";
import { rowsOf, toCsv, toJson } from "../pilot/export";
import { UNREADABLE } from "../pilot/terms";
import type { SettingsState } from "./port";
import { Save } from "./save";
import { EVENT_WORDS, TROUBLE_WORDS, useWords } from "./words";

/** What was counted here, what stands in the way of it, and the export with its exact bytes. */
export function CountsSection({ state }: { state: SettingsState }) {
  const { t, port } = useWords();
  const [counts, setCounts] = useState<Counts>();
  const [preview, setPreview] = useState<"csv" | "json">();
  const load = useCallback(() => {
    port.counts().then(setCounts, () => setCounts({ cells: [], waiting: 0, trouble: "unavailable" }));
  }, [port]);
  useEffect(load, [load, state]);
  const { terms } = state.policy;
  const rows = rowsOf(counts?.cells ?? [], { user: terms.userCode, location: terms.locationCode });
  const total = (event: string) =>
    counts?.cells.filter((cell) => cell.event === event).reduce((sum, { count }) => sum + count, 0) ?? 0;
  return (
    <section>
      <h2>{t("settings_counts")}</h2>
      <p class="hint">{t("settings_counts_hint")}</p>
      {terms.feedback === "off" && <p>{t("settings_counts_off")}</p>}
      {terms.pilotEnds && terms.pilotEnds !== UNREADABLE && (
        <p>{t("settings_counts_end", terms.pilotEnds)}</p>
      )}
      {counts?.trouble && (
        <p role="alert" data-trouble={counts.trouble}>
          {t(TROUBLE_WORDS[counts.trouble])}
        </p>
      )}
      {counts && counts.waiting > 0 && <p role="alert">{t("settings_counts_waiting", counts.waiting)}</p>}
      {counts?.lostSince && <p role="alert">{t("settings_counts_lost", counts.lostSince)}</p>}
      {!counts?.trouble && (
        <>
          <table class="counts">
            <thead>
              <tr>
                <th scope="col">{t("settings_column_event")}</th>
                <th scope="col">{t("settings_column_count")}</th>
              </tr>
            </thead>
            <tbody>
              {EVENTS.map((event) => (
                <tr key={event} data-event={event}>
                  <th scope="row">{t(EVENT_WORDS[event])}</th>
                  <td>{total(event)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <div class="actions">
            <button type="button" onClick={load}>
              {t("settings_counts_again")}
            </button>
            <button type="button" onClick={() => setPreview("csv")}>
              {t("settings_export_csv")}
            </button>
            <button type="button" onClick={() => setPreview("json")}>
              {t("settings_export_json")}
            </button>
          </div>
          {preview === "csv" && (
            <Save name={`nextline-counts-${state.today}.csv`} type="text/csv" text={toCsv(rows)} />
          )}
          {preview === "json" && (
            <Save name={`nextline-counts-${state.today}.json`} type="application/json" text={toJson(rows)} />
          )}
        </>
      )}
    </section>
  );
}
