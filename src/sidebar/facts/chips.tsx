import { useState } from "preact/hooks";
import type { FactName } from "../../engine/facts";
import { monthWords } from "../dates";
import type { Shown } from "../follow";
import type { PanelView } from "../port";
import { useUi } from "../ui";
import type { WordKey } from "../words";
import { CHIP_ORDER, describe, isKnown, type Standing, standingOf } from "./describe";
import { Editor } from "./editor";

/** Unknown facts asked for at once: what options wait for, within these bounds; the rest are one press away. */
const ASKED = { least: 2, most: 3 };

interface Props {
  shown: Shown;
  view: PanelView;
  open?: FactName;
  onOpen(fact: FactName | undefined): void;
  onCorrect(corrections: Shown["corrections"]): void;
}

/** What is known of the patient, one chip a fact, and what would change the advice most. */
export function Chips({ shown, view, open, onOpen, onCorrect }: Props) {
  const { t } = useUi();
  const [all, setAll] = useState(false);
  const { asked, waitedFor } = unknownFirst(view);
  const atOnce = Math.min(ASKED.most, Math.max(ASKED.least, waitedFor));
  const known = CHIP_ORDER.filter((fact) => fact !== "jurisdiction" && isKnown(view.facts, fact));
  const refused = asked.filter((fact) => view.problems.some(({ field }) => field === fact));
  const unknown = all ? asked : [...new Set([...refused, ...asked.slice(0, atOnce)])];
  // Whose labels hold is assumed where nobody says: it is never asked for.
  const visible: FactName[] = [...known, ...unknown, "jurisdiction"];
  if (open && !visible.includes(open) && asked.includes(open)) visible.push(open);
  const more = asked.length - (all ? atOnce : unknown.length);

  return (
    <section class="facts" aria-labelledby="facts-heading">
      <h2 id="facts-heading" class="visually-hidden">
        {t("facts_heading")}
      </h2>
      <ul class="chips">
        {visible.map((fact) => (
          <li key={fact}>
            <Chip
              fact={fact}
              view={view}
              standing={standingOf(fact, view, shown.corrections)}
              open={open === fact}
              onPress={() => onOpen(open === fact ? undefined : fact)}
            />
          </li>
        ))}
        {more > 0 && (
          <li>
            <button type="button" class="chip more" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? t("chips_fewer") : t("chips_more", more)}
            </button>
          </li>
        )}
      </ul>
      {view.problems.map(({ field, message }) => (
        <p key={field} id={`problem-${field}`} class="problem" role="alert">
          <strong>{t("problem_fact", t(`fact_${field}`))}</strong> {message}
        </p>
      ))}
      {shown.failed && (
        <p class="problem" role="alert">
          {t("correction_failed")}
        </p>
      )}
      {open && visible.includes(open) && (
        <Editor
          key={open}
          fact={open}
          view={view}
          corrections={shown.corrections}
          onCorrect={onCorrect}
          onClose={() => onOpen(undefined)}
        />
      )}
    </section>
  );
}

/** What chips say of some facts that are not known. */
const UNKNOWN_TEXT: Partial<Record<FactName, WordKey>> = {
  redFlags: "chip_no_red_flags",
  jurisdiction: "chip_assumed_jurisdiction",
};

const MARK: Record<Standing, string> = {
  found: "",
  assumed: "",
  corrected: "✎",
  struck: "✕",
  refused: "!",
  unknown: "?",
};

function Chip(props: {
  fact: FactName;
  view: PanelView;
  standing: Standing;
  open: boolean;
  onPress(): void;
}) {
  const { fact, view, standing, open, onPress } = props;
  const ui = useUi();
  const evidence = view.evidence.filter((one) => one.fact === fact);
  const section = evidence[0]?.quotes[0]?.section;
  const contested = evidence.some(({ against }) => against && against.length > 0);
  const text = describe(ui, fact, view.facts) ?? ui.t(UNKNOWN_TEXT[fact] ?? `fact_${fact}`);
  const since = fact === "onPimecrolimus" && view.facts.onPimecrolimus && view.pimecrolimusStart;

  return (
    <button
      type="button"
      id={`chip-${fact}`}
      class={`chip ${standing}`}
      aria-expanded={open}
      aria-controls={open ? `editor-${fact}` : undefined}
      aria-describedby={standing === "refused" ? `problem-${fact}` : undefined}
      title={isKnown(view.facts, fact) ? ui.t(`fact_${fact}`) : undefined}
      onClick={onPress}
    >
      {MARK[standing] && (
        <span class="mark" aria-hidden="true">
          {MARK[standing]}
        </span>
      )}
      <span class="value">{since ? ui.t("chip_pimecrolimus_since", monthWords(since)) : text}</span>
      {contested && <span class="contested">{ui.t("chip_contested")}</span>}
      <SourceOf standing={standing} section={section} />
    </button>
  );
}

function SourceOf({ standing, section }: { standing: Standing; section?: string }) {
  const { t, name } = useUi();
  switch (standing) {
    case "found":
      return section ? <span class="from">{name("from", section)}</span> : null;
    case "corrected":
      return <span class="from">{t("standing_corrected")}</span>;
    case "struck":
      return <span class="from">{t("standing_struck")}</span>;
    case "refused":
      return <span class="from">{t("standing_refused")}</span>;
    case "unknown":
      return <span class="visually-hidden">{t("standing_unknown")}</span>;
    case "assumed":
      return null;
  }
}

/** Unknown facts, those first that the next-line options wait for, then those that would change the most. */
function unknownFirst(view: PanelView): { asked: FactName[]; waitedFor: number } {
  const waiting = new Map<FactName, number>();
  for (const { reasons } of view.advice?.options ?? []) {
    for (const fact of new Set(reasons.map((reason) => reason.fact))) {
      if (fact) waiting.set(fact, (waiting.get(fact) ?? 0) + 1);
    }
  }
  const facts = view.sensitivity.map(({ fact }) => fact);
  const rank = (fact: FactName) => {
    const place = facts.indexOf(fact);
    return (place < 0 ? facts.length : place) - (waiting.get(fact) ?? 0) * facts.length;
  };
  const asked = CHIP_ORDER.filter((fact) => fact !== "jurisdiction" && !isKnown(view.facts, fact)).sort(
    (one, other) => rank(one) - rank(other),
  );
  return { asked, waitedFor: asked.filter((fact) => waiting.has(fact)).length };
}
