import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { Panel } from "../sidebar/panel";
import type { PanelPort } from "../sidebar/port";
import type { WordKey } from "../sidebar/words";
import { CHART_DAY } from "./acceptance/chart";
import { CHARTS } from "./acceptance/charts";
import { fill } from "./chart-view";
import { demoPort } from "./demo-port";
import type { SettingsPort } from "./port";

const [FIRST = ""] = CHARTS.map(({ id }) => id);

/** A made-up chart with the panel beside it: the way to try Nextline without a chart of one's own. */
export function DemoPage({ port }: { port: SettingsPort }) {
  const t = (key: WordKey) => port.word(key);
  const [id, setId] = useState(FIRST);
  const [page, setPage] = useState<Document>();
  const frame = useRef<HTMLIFrameElement>(null);
  useLayoutEffect(() => setPage(frame.current?.contentDocument ?? undefined), []);
  const panel = useMemo((): PanelPort | undefined => {
    const chart = CHARTS.find((one) => one.id === id);
    if (!page || !chart) return undefined;
    fill(page, chart.html);
    return demoPort(port, page, id, CHART_DAY);
  }, [port, page, id]);

  return (
    <>
      <header class="demo-intro">
        <nav>
          <a href="index.html">{t("settings_back")}</a>
        </nav>
        <h1>{t("settings_link_demo")}</h1>
        <p>{t("settings_demo_lead")}</p>
        <label>
          {t("settings_demo_choose")}{" "}
          <select value={id} onChange={({ currentTarget }) => setId(currentTarget.value)}>
            {CHARTS.map((chart) => (
              <option key={chart.id} value={chart.id}>
                {chart.says}
              </option>
            ))}
          </select>
        </label>
      </header>
      <div class="demo-desk">
        <iframe ref={frame} title={t("settings_demo_chart")} />
        <main>{panel && <Panel key={id} port={panel} now={() => CHART_DAY.getTime()} />}</main>
      </div>
    </>
  );
}
