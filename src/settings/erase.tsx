import { useState } from "preact/hooks";
import { useWords } from "./words";

/** Erases all that is kept on this machine, after a second press. */
export function EraseSection({ onErased }: { onErased(): void }) {
  const { t, port } = useWords();
  const [step, setStep] = useState<"asked" | "erased" | "refused">();
  return (
    <section>
      <h2>{t("settings_erase")}</h2>
      <p class="hint">{t("settings_erase_hint")}</p>
      {step === "asked" ? (
        <div class="actions">
          <button
            type="button"
            class="danger"
            onClick={async () => {
              const erased = await port.erase().catch(() => false);
              setStep(erased ? "erased" : "refused");
              onErased();
            }}
          >
            {t("settings_erase_really")}
          </button>
          <button type="button" onClick={() => setStep(undefined)}>
            {t("settings_erase_not")}
          </button>
        </div>
      ) : (
        <button type="button" onClick={() => setStep("asked")}>
          {t("settings_erase_all")}
        </button>
      )}
      <p role="status">
        {step === "erased" && t("settings_erased")}
        {step === "refused" && t("settings_erase_refused")}
      </p>
    </section>
  );
}
