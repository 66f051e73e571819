import { dayWords } from "../dates";
import type { PanelView } from "../port";
import { titleOf, useActions, useUi } from "../ui";
import { Quieten } from "./quieten";

/** What is left out and by whom, with the way back; how many cues the day has had; and the way to fewer. */
export function Left({ view }: { view: PanelView }) {
  const ui = useUi();
  const { t, port } = ui;
  const { act } = useActions();
  const { pilot } = view;
  if (!pilot || !act) return null;
  const { restore, snooze } = port;
  const { given, budget } = pilot.cues;

  return (
    <section class="left" aria-label={t("left_heading")}>
      {pilot.muted.length > 0 && (
        <ul>
          {pilot.muted.map(({ item, by, until }) => (
            <li key={item}>
              <span>{t("left_out", titleOf(ui, item))}</span>{" "}
              <span class="from">
                {by === "policy" && t("pilot_muted_policy")}
                {by === "snooze" && t("pilot_muted_until", dayWords(until ?? ""))}
                {by === "dismissal" && t("pilot_muted_visit")}
              </span>
              {by === "snooze" && snooze && (
                <button type="button" class="plain" onClick={() => act((stamp) => snooze(stamp, 0, item))}>
                  {t("pilot_snooze_end")}
                </button>
              )}
              {by === "dismissal" && restore && (
                <button type="button" class="plain" onClick={() => act((stamp) => restore(stamp, item))}>
                  {t("restore")}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Quieten />
      <p class="hint">
        {budget === undefined ? t("cues_given", given) : t("cues_given_of", given, budget)}
        {pilot.cueSnoozedUntil && ` ${t("cue_snoozed", dayWords(pilot.cueSnoozedUntil))}`}
        {pilot.cueSnoozedUntil && snooze && (
          <button type="button" class="plain" onClick={() => act((stamp) => snooze(stamp, 0))}>
            {t("pilot_snooze_end")}
          </button>
        )}
      </p>
    </section>
  );
}

/** The whole advice was dismissed for this visit: said above it, with the way back. */
export function Dismissed({ view }: { view: PanelView }) {
  const { t, name, port } = useUi();
  const { act } = useActions();
  const { restore } = port;
  const reason = view.pilot?.dismissed;
  if (!reason) return null;
  return (
    <p class="amber">
      {t("dismissed", name("reason", reason))}{" "}
      {restore && act && (
        <button type="button" class="plain" onClick={() => act((stamp) => restore(stamp))}>
          {t("restore")}
        </button>
      )}
    </p>
  );
}
