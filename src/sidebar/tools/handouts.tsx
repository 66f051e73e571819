import { useEffect, useState } from "preact/hooks";
import type { Handout } from "../../engine/handout";
import type { PanelView } from "../port";
import { useUi } from "../ui";
import { openHandout } from "./handout-window";

/** Pages to print for the patient: one for each treatment that is offered. */
export function Handouts({ view }: { view: PanelView }) {
  const { t, port } = useUi();
  const [pages, setPages] = useState<Handout[]>();
  const [refused, setRefused] = useState(false);
  const { facts } = view;
  useEffect(() => {
    let stale = false;
    setPages(undefined);
    port.handouts(facts).then(
      (given) => stale || setPages(given),
      () => stale || setPages([]),
    );
    return () => {
      stale = true;
    };
  }, [port, facts]);

  return (
    <>
      <p class="hint">{t("handout_hint")}</p>
      <ul class="handouts">
        {pages?.map((page) => (
          <li key={page.agent}>
            <button
              type="button"
              onClick={() => {
                const opened = openHandout(page);
                setRefused(!opened);
                if (opened) port.count?.(view.stamp, "handout", page.agent);
              }}
            >
              {page.title}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">
        {pages?.length === 0 && t("handout_none")}
        {refused && <span class="problem">{t("handout_refused")}</span>}
      </p>
    </>
  );
}
