import { useEffect, useState } from "preact/hooks";
import type { SiteOffer } from "./port";
import { useUi } from "./ui";

/** Offers to read the site in front without a press from now on, where the browser has a way to ask. */
export function AlwaysRead() {
  const { t, port } = useUi();
  const [offer, setOffer] = useState<SiteOffer>();
  const [outcome, setOutcome] = useState<"refused" | "asked">();
  useEffect(() => {
    port.site().then(setOffer, () => setOffer(undefined));
  }, [port]);
  if (!offer) return null;
  const { host, way } = offer;
  if (way === "granted") return <p class="hint">{t("always_granted", host ?? "")}</p>;

  const ask = async () => {
    const answer = await port.allowSite().catch(() => "refused" as const);
    if (answer !== "granted") return setOutcome(answer);
    setOutcome(undefined);
    setOffer({ host, way: "granted" });
    await port.read().catch(() => undefined);
  };
  return (
    <>
      <button type="button" onClick={ask}>
        {host ? t("always_read", host) : t("always_read_this")}
      </button>
      {outcome && (
        <p class={outcome === "refused" ? "problem" : "hint"} role="status">
          {t(outcome === "refused" ? "always_refused" : "always_asked")}
        </p>
      )}
    </>
  );
}
