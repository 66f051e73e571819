import { useState } from "preact/hooks";
import { REASONS } from "../../pilot/manners";
import { useActions, useUi } from "../ui";

/** Days that a snooze may last. */
const DAYS = [7, 30, 90];

/** Not helpful now: dismiss with a reason for this visit, or snooze with an end. `item` absent: the whole advice. */
export function Quieten({ item }: { item?: string }) {
  const { t, name, port } = useUi();
  const { act } = useActions();
  const [reason, setReason] = useState("");
  const chosen = REASONS.find((one) => one === reason);
  const { dismiss, snooze } = port;
  if (!act || !dismiss || !snooze) return null;

  return (
    <details class="quieten">
      <summary>{item ? t("quieten_item") : t("quieten_all")}</summary>
      <p class="row">
        <label>
          <span>{t("dismiss_reason")}</span>
          <select value={reason} onChange={(event) => setReason(event.currentTarget.value)}>
            <option value="">{t("dismiss_choose")}</option>
            {REASONS.map((one) => (
              <option key={one} value={one}>
                {name("reason", one)}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          disabled={!chosen}
          onClick={() => chosen && act((stamp) => dismiss(stamp, chosen, item))}
        >
          {t("dismiss")}
        </button>
      </p>
      <p class="row">
        <span>{item ? t("snooze_item") : t("snooze_cue")}</span>
        {DAYS.map((days) => (
          <button key={days} type="button" onClick={() => act((stamp) => snooze(stamp, days, item))}>
            {t("snooze_days", days)}
          </button>
        ))}
      </p>
    </details>
  );
}
