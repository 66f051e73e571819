import { useEffect, useState } from "preact/hooks";
import type { Site } from "../platform";
import { useWords } from "./words";

/** Which sites are read without a press, and how to withdraw each. */
export function SitesSection() {
  const { t, port } = useWords();
  const [sites, setSites] = useState<Site[]>();
  const [refused, setRefused] = useState<string>();
  useEffect(() => {
    port.sites().then(setSites, () => setSites([]));
  }, [port]);
  return (
    <section>
      <h2>{t("settings_sites")}</h2>
      <p class="hint">{t("settings_sites_hint")}</p>
      {sites?.length === 0 && <p>{t("settings_sites_none")}</p>}
      <ul class="rows">
        {sites?.map(({ origin, built }) => (
          <li key={origin}>
            <code>{origin}</code>
            {built ? (
              <span class="hint">{t("settings_site_built")}</span>
            ) : (
              <button
                type="button"
                aria-label={t("settings_site_withdraw_one", origin)}
                onClick={async () => {
                  setRefused((await port.withdraw(origin)) ? undefined : origin);
                  setSites(await port.sites());
                }}
              >
                {t("settings_site_withdraw")}
              </button>
            )}
          </li>
        ))}
      </ul>
      {refused && <p role="alert">{t("settings_site_refused", refused)}</p>}
    </section>
  );
}
