import { useUi } from "./ui";

/** A look-up belongs to no chart, and says so; it says too when the chart in front has changed meanwhile. */
export function LookupStrip(props: { moved: boolean; onBack(): void; onAgain(): void }) {
  const { moved, onBack, onAgain } = props;
  const { t } = useUi();
  return (
    <header class="strip by-hand">
      <div class="row">
        <h1 tabIndex={-1}>{t("lookup_heading")}</h1>
        <button type="button" class="plain" onClick={onAgain}>
          {t("lookup_again")}
        </button>
        <button type="button" class="plain" onClick={onBack}>
          {t("lookup_close")}
        </button>
      </div>
      <p class="hint">{t("lookup_hint")}</p>
      {moved && <p class="amber">{t("lookup_moved")}</p>}
    </header>
  );
}
