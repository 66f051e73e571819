import type { Grade, Item, Reason } from "../../engine/advice";
import type { Verification } from "../../engine/content";
import type { FactName, PatientFacts } from "../../engine/facts";
import { CHIP_ORDER, isKnown } from "../facts/describe";
import { sourceName, useUi } from "../ui";
import { STATUS_SHAPE } from "../words";

const CHIPS: readonly FactName[] = CHIP_ORDER;

/** The unknown facts that an item waits for, as far as a chip asks for them. */
export function needs(item: Item, facts: PatientFacts): FactName[] {
  if (item.status === "exclude" || item.status === "not-next") return [];
  const asked = item.reasons.flatMap(({ fact }) =>
    fact && CHIPS.includes(fact) && !isKnown(facts, fact) ? [fact] : [],
  );
  return [...new Set(asked)];
}

/** A pitfall is not a treatment: it is to be avoided, or to be thought of. */
export function PitfallBadge({ item }: { item: Item }) {
  const { name } = useUi();
  return (
    <span class={`status ${item.status}`}>
      <span class="shape" aria-hidden="true">
        {STATUS_SHAPE[item.status]}
      </span>{" "}
      {name("pitfall", item.status)}
    </span>
  );
}

/** Status by shape and word; what is needed is named. */
export function StatusBadge({ item, facts }: { item: Item; facts: PatientFacts }) {
  const { t, name } = useUi();
  const missing = item.status === "needs-info" ? needs(item, facts) : [];
  const [first, ...others] = missing;
  return (
    <span class={`status ${item.status}`}>
      <span class="shape" aria-hidden="true">
        {STATUS_SHAPE[item.status]}
      </span>{" "}
      {first
        ? t("status_needs", t(`fact_${first}`).toLowerCase()) +
          (others.length > 0 ? ` +${others.length}` : "")
        : name("status", item.status)}
    </span>
  );
}

/** Strength and certainty as the source article states them, never filled in. */
export function GradeLine(props: {
  grade: Grade;
  beyondSource?: boolean;
  /** Leaves the citation to the opened card. */
  brief?: boolean;
}) {
  const { grade, beyondSource, brief } = props;
  const { t, name } = useUi();
  if (beyondSource) return <span class="grade beyond">{t("beyond_source")}</span>;
  if (grade.strength === "none" && grade.certainty === "none") {
    return (
      <span class="grade">
        <span class="none">{t("grade_none")}</span>
        {!brief && <Cited citations={grade.citations} />}
      </span>
    );
  }
  return (
    <span class="grade">
      <b>{name("strength", grade.strength)}</b>
      <b>{name("certainty", grade.certainty)}</b>
      {!brief && <Cited citations={grade.citations} />}
    </span>
  );
}

function Cited({ citations }: { citations: string[] }) {
  const { t } = useUi();
  if (citations.length === 0) return null;
  return <span class="cited">{t("grade_source", citations.map((number) => `[${number}]`).join(" "))}</span>;
}

/** A reason with what it rests on. */
export function ReasonWords({ reason: { text, sources = [], verification = [] } }: { reason: Reason }) {
  const ui = useUi();
  return (
    <>
      {text}{" "}
      {sources.length > 0 && <span class="from">[{sources.map((id) => sourceName(ui, id)).join(", ")}]</span>}{" "}
      <Verified verification={verification} />
    </>
  );
}

/** How far a statement was checked; nothing is said of one read in its primary document. */
export function Verified({ verification }: { verification: Verification[] }) {
  const { name } = useUi();
  const weakest = (["unverified", "secondary", "design"] as const).find((word) =>
    verification.includes(word),
  );
  return weakest ? <span class={`verification ${weakest}`}>{name("verification", weakest)}</span> : null;
}
