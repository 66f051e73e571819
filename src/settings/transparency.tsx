import { useEffect, useState } from "preact/hooks";
import type { Content } from "../engine/content";
import { toTransparencyJson, transparencyOf } from "../pilot/transparency";
import { Save } from "./save";
import { useWords } from "./words";

/** What the advice is based on: the thirteen source attributes, the facts to judge it by, and the same as JSON. */
export function TransparencyPage() {
  const { t, port } = useWords();
  const [content, setContent] = useState<Content>();
  const [asJson, setAsJson] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    port.content().then(setContent, () => setFailed(true));
  }, [port]);
  if (failed) return <p role="alert">{t("settings_failed")}</p>;
  if (!content) return <p>{t("settings_loading")}</p>;
  const transparency = transparencyOf(content);
  const { knowledge } = transparency;
  return (
    <>
      <nav>
        <a href="index.html">{t("settings_back")}</a>
      </nav>
      <h1>{t("settings_link_transparency")}</h1>
      <p>{transparency.kind}</p>
      <p>
        {t("settings_knowledge", knowledge.version, knowledge.reviewBy)}{" "}
        {t("settings_transparency_review", knowledge.reviewStatus, knowledge.reviewer)}
      </p>
      <h2>{t("settings_transparency_attributes")}</h2>
      <p class="hint">{t("settings_transparency_rule")}</p>
      <table>
        <tbody>
          {transparency.sourceAttributes.map(({ number, attribute, says }) => (
            <tr key={number} data-attribute={number}>
              <td>{number}</td>
              <th scope="row">{attribute}</th>
              <td>{says}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t("settings_transparency_facts")}</h2>
      <table>
        <tbody>
          {transparency.decisionSupportFacts.map(({ topic, says }) => (
            <tr key={topic}>
              <th scope="row">{topic}</th>
              <td>{says}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t("settings_transparency_open")}</h2>
      <ul>
        {transparency.openPoints.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <h2>{t("settings_transparency_citations")}</h2>
      <ul>
        {transparency.citations.map(({ id, text, date }) => (
          <li key={id}>
            [{id}] {text} ({date})
          </li>
        ))}
      </ul>
      <div class="actions">
        <button type="button" onClick={() => setAsJson(true)}>
          {t("settings_transparency_json")}
        </button>
        <button type="button" onClick={() => print()}>
          {t("settings_print")}
        </button>
      </div>
      {asJson && (
        <Save
          name={`nextline-transparency-${knowledge.version}.json`}
          type="application/json"
          text={toTransparencyJson(transparency)}
        />
      )}
    </>
  );
}
