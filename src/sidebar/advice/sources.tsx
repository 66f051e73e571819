import type { Item } from "../../engine/advice";
import type { GuidelineCheck } from "../../engine/content";
import { CopyButton } from "../copy";
import { sourceName, type Ui, useUi } from "../ui";
import { GradeLine, Verified } from "./badges";

/** The source article's statements behind an item, each with its grade and how it stands against the guidelines. */
export function Statements({ ids }: { ids: string[] }) {
  const ui = useUi();
  const { t, role, knowledge } = ui;
  const statements = ids.flatMap((id) => knowledge?.statements.get(id) ?? []);
  if (statements.length === 0) return null;
  return (
    <details open={role === "dermatology"}>
      <summary>{t("source_heading")}</summary>
      <ul class="statements">
        {statements.map((statement) => (
          <li key={statement.id}>
            <span class="statement-id">{statement.id}</span> {statement.text} <GradeLine grade={statement} />
            {statement.unstated.length > 0 && (
              <p class="hint">{t("statement_unstated", statement.unstated.join("; "))}</p>
            )}
            {statement.check && (
              <p class="hint">{t("statement_check", matchWords(ui, statement.match), statement.check)}</p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** "MATCH + INCOMPLETE: note": how a statement compares with the guidelines, in words, and the note. */
function matchWords({ name }: Ui, match: string): string {
  const [codes = "", ...note] = match.split(": ");
  const words = codes.split(" + ").map((code) => name("match", code.toLowerCase()));
  return words.join("; ") + (note.length > 0 ? ` (${note.join(": ")})` : "");
}

/** Everything that a card cites, by the number or the code that it is cited by, to copy. */
export function Sources({ item }: { item: Item }) {
  const ui = useUi();
  const { t, knowledge } = ui;
  const card = knowledge?.items.get(item.id);
  const cited = new Set([
    ...item.grade.citations,
    ...item.statements.flatMap((id) => knowledge?.statements.get(id)?.citations ?? []),
    ...item.reasons.flatMap(({ sources = [] }) => sources),
    ...(card?.guidelines ?? []).flatMap(({ sources = [] }) => sources),
    ...(card?.labels ?? []).flatMap(({ source = [] }) => source),
  ]);
  const references = [...cited].flatMap((id) => knowledge?.references.get(id) ?? []);
  if (references.length === 0) return null;
  return (
    <details>
      <summary>{t("citations_heading")}</summary>
      <ul class="references">
        {references.map(({ id, text, date }) => (
          <li key={id}>
            [{sourceName(ui, id)}] {text} {date && <span class="from">{date}</span>}{" "}
            <CopyButton text={text} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What each guideline says. */
export function Guidelines({ guidelines }: { guidelines: GuidelineCheck[] }) {
  if (guidelines.length === 0) return null;
  return (
    <dl class="guidelines">
      {guidelines.map(({ body, says, verification }) => (
        <div key={`${body} ${says}`}>
          <dt>{body}</dt>
          <dd>
            {says} <Verified verification={verification} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
