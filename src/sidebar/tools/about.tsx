import { Verified } from "../advice/badges";
import { standingOfContent } from "../advice/freshness";
import { dayWords } from "../dates";
import { ROLES, type Role } from "../port";
import { sourceName, useUi } from "../ui";

/** Where the content comes from, who has reviewed it, and how much of it to explain. */
export function About({ onRole }: { onRole(role: Role): void }) {
  const { t, name, knowledge, role, now } = useUi();
  return (
    <div class="about">
      <fieldset class="segments">
        <legend>{t("role_heading")}</legend>
        {ROLES.map((one) => (
          <button key={one} type="button" aria-pressed={role === one} onClick={() => onRole(one)}>
            {name("role", one)}
          </button>
        ))}
      </fieldset>
      <p class="hint">{t("role_hint")}</p>
      {knowledge ? <AboutContent /> : <p>{t("content_missing")}</p>}
      {knowledge && standingOfContent(knowledge.content.reviewBy, now()) !== "fresh" && (
        <p class="amber">{t("content_overdue", dayWords(knowledge.content.reviewBy))}</p>
      )}
    </div>
  );
}

function AboutContent() {
  const ui = useUi();
  const { t, knowledge } = ui;
  if (!knowledge) return null;
  const { content } = knowledge;
  const { source, about } = content;
  return (
    <>
      <dl>
        <dt>{t("about_version")}</dt>
        <dd>{content.version}</dd>
        <dt>{t("about_source")}</dt>
        <dd>{[source.title, source.publisher].filter(Boolean).join(" ")}</dd>
        <dt>{t("about_updated")}</dt>
        <dd>{source.lastUpdated}</dd>
        <dt>{t("about_status")}</dt>
        <dd>
          <strong>{source.reviewStatus}</strong>
        </dd>
        <dt>{t("about_reviewer")}</dt>
        <dd>{source.reviewer ?? t("about_reviewer_none")}</dd>
        <dt>{t("about_review_by")}</dt>
        <dd>{dayWords(content.reviewBy)}</dd>
      </dl>
      <AboutArticle />
      {about && (
        <>
          <Pairs
            heading={t("about_tool")}
            pairs={about.aboutThisTool.map(({ topic, says }) => [topic, says])}
          />
          <Pairs
            heading={t("about_attributes")}
            pairs={about.sourceAttributes.map(({ attribute, says }) => [attribute, says])}
          />
          <details>
            <summary>{t("about_open_points")}</summary>
            <ul>
              {about.openPoints.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </details>
        </>
      )}
      <details>
        <summary>{t("about_references")}</summary>
        <ul class="references">
          {[...source.references, ...content.sources].map(({ id, text, date }) => (
            <li key={id}>
              [{sourceName(ui, id)}] {text} <span class="from">{date}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** The statements that the article makes of itself, and the differences that are about the whole of it. */
function AboutArticle() {
  const { t, knowledge } = useUi();
  const statements = knowledge?.content.statements.filter(({ items }) => items?.length === 0) ?? [];
  const differences = knowledge?.content.differences.filter(({ affects }) => affects.includes("whole")) ?? [];
  return (
    <details>
      <summary>{t("about_article")}</summary>
      <ul class="statements">
        {statements.map(({ id, text }) => (
          <li key={id}>
            <span class="statement-id">{id}</span> {text}
          </li>
        ))}
        {differences.map(({ id, text, verification }) => (
          <li key={id}>
            <span class="statement-id">{id}</span> {text} <Verified verification={verification} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Pairs({ heading, pairs }: { heading: string; pairs: [name: string, says: string][] }) {
  return (
    <details>
      <summary>{heading}</summary>
      <dl>
        {pairs.map(([name, says]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
