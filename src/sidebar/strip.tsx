import type { Coverage, SectionName } from "../engine/finding";
import { AlwaysRead } from "./always";
import { timeWords } from "./dates";
import { NoticeWords } from "./notice";
import type { PanelView } from "./port";
import { type Ui, useUi } from "./ui";

const SECTIONS: readonly string[] = [
  "problems",
  "medications",
  "allergies",
  "family-history",
  "note",
  "orders",
  "other",
] satisfies SectionName[];

/** A section's name; one that the page named itself stays as it is. */
const sectionName = ({ name }: Ui, section: string) =>
  SECTIONS.includes(section) ? name("section", section) : section;

/** Whose chart this is, when it was read and what was read of it. */
export function Strip({ view }: { view: PanelView }) {
  const { t } = useUi();
  return (
    <header class="strip">
      <h1 tabIndex={-1}>{view.patient ?? <span class="unidentified">{t("patient_unidentified")}</span>}</h1>
      <details>
        <summary>
          {view.readAt !== undefined && <span class="part">{t("read_at", timeWords(view.readAt))}</span>}
          <CoverageLine coverage={view.coverage} />
        </summary>
        <CoverageList coverage={view.coverage} />
        {view.state !== "nothing-found" && <AlwaysRead />}
      </details>
      {view.pilot?.notice && (
        <p class="hint">
          <NoticeWords notice={view.pilot.notice} />
        </p>
      )}
    </header>
  );
}

/** Sections in one line, by their counts; what could not be read in full is said. */
function CoverageLine({ coverage }: { coverage: Coverage[] }) {
  const ui = useUi();
  const { t } = ui;
  const read = coverage.filter(({ state }) => state === "read" || state === "partly");
  const counts = new Map<string, number>();
  for (const { section, count } of read) counts.set(section, (counts.get(section) ?? 0) + count);
  const unread = coverage.filter(({ state }) => state === "unreadable").length;
  const partly = coverage.filter(({ state }) => state === "partly" || state === "reading").length;
  // What was read and is empty stands in the list below; here it would only fill the line.
  const parts = [...counts]
    .filter(([, count]) => count > 0)
    .map(([section, count]) => t("coverage_count", sectionName(ui, section), count));
  const gaps = [
    partly > 0 && t("coverage_partly_count", partly),
    unread > 0 && t("coverage_unreadable_count", unread),
  ].filter((gap) => gap !== false);
  // A name and its number stay on one line.
  return (
    <>
      {parts.map((part) => (
        <span key={part} class="part">
          {part}
        </span>
      ))}
      {gaps.map((gap) => (
        <strong key={gap} class="part">
          {gap}
        </strong>
      ))}
    </>
  );
}

/** Every section with its state in words. */
export function CoverageList({ coverage }: { coverage: Coverage[] }) {
  const ui = useUi();
  return (
    <ul class="coverage">
      {coverage.map(({ section, state, count }, index) => (
        <li key={`${index} ${section}`} class={state}>
          <span>{sectionName(ui, section)}</span> <span>{ui.name("coverage", state)}</span>{" "}
          {(state === "read" || state === "partly") && <span>{count}</span>}
        </li>
      ))}
    </ul>
  );
}
