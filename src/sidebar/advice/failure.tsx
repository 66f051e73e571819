import { useRef, useState } from "preact/hooks";
import type { Item } from "../../engine/advice";
import type { Corrections } from "../../engine/corrections";
import type { PatientFacts } from "../../engine/facts";
import type { DispensedAgainstExpected } from "../../engine/grams";
import { PIMECROLIMUS_STATES } from "../../engine/vocabulary";
import { daysBetween, isoDay } from "../dates";
import { set, undo } from "../facts/edit";
import { EvidenceList } from "../facts/evidence";
import type { PanelView } from "../port";
import { titleOf, useUi } from "../ui";
import type { WordKey } from "../words";
import { Grams, type OnUse } from "./grams";
import { Sources, Statements } from "./sources";

interface Props {
  view: PanelView;
  corrections: Corrections;
  onCorrect(corrections: Corrections): void;
}

interface FailureProps extends Props {
  /** What was dispensed against what was to be expected, once it is entered. */
  use?: DispensedAgainstExpected;
  onUse: OnUse;
}

/** What checked use comes to; nothing where the response itself says that it is too early to go on. */
const RESULT: Partial<Record<NonNullable<PatientFacts["pimecrolimus"]> | "unknown", WordKey>> = {
  unknown: "use_checked_response",
  "inadequate-response": "use_checked",
  worse: "use_checked",
  intolerant: "use_checked",
  relapse: "use_checked",
};

/** Before escalating: is it a failure? The first card until that is settled, one line afterwards. */
export function Failure({ use, onUse, ...props }: FailureProps) {
  const { view, corrections, onCorrect } = props;
  const { t, name, now } = useUi();
  const days = view.pimecrolimusStart && daysBetween(view.pimecrolimusStart, isoDay(now()));
  const weeks = typeof days === "number" && days >= 0 ? Math.floor(days / 7) : undefined;
  const { pimecrolimus, adherence } = view.facts;
  // What was settled before this card was drawn folds it; settling it here does not pull it away.
  const emergency = (view.advice?.redFlags.length ?? 0) > 0;
  const [settled] = useState(emergency || (adherence === "verified" && pimecrolimus !== undefined));

  const underUse = use?.possibleUnderUse === true;
  const heading = useRef<HTMLElement>(null);
  const result = underUse ? "use_doubted" : RESULT[pimecrolimus ?? "unknown"];

  return (
    <details class="failure" open={!settled}>
      <summary ref={heading}>
        <h2>{t("failure_heading")}</h2>
        <span class="aside">
          {adherence === "verified" && pimecrolimus
            ? [name("pimecrolimus", pimecrolimus), name("adherence", adherence)].join(" · ")
            : weeks === undefined
              ? t("weeks_unknown")
              : t(weeks === 1 ? "weeks_listed_one" : "weeks_listed", weeks)}
        </span>
      </summary>
      <Response {...props} />
      <Checks {...props} />
      <Grams view={view} weeks={weeks} onUse={onUse} />
      {adherence === "verified" && result && (
        <p class={underUse ? "result doubted" : "result"}>{t(result)}</p>
      )}
      {underUse && adherence !== "inadequate" && (
        <button
          type="button"
          onClick={() => {
            // The button goes with what it says: the focus stays on the card.
            heading.current?.focus({ preventScroll: true });
            onCorrect(set(corrections, "adherence", "inadequate"));
          }}
        >
          {t("use_inadequate")}
        </button>
      )}
    </details>
  );
}

/** How it went with pimecrolimus, and where the chart says so. */
function Response({ view, corrections, onCorrect }: Props) {
  const { t, name } = useUi();
  const current = view.facts.pimecrolimus;
  return (
    <>
      <fieldset class="segments">
        <legend class="visually-hidden">{t("fact_pimecrolimus")}</legend>
        {PIMECROLIMUS_STATES.map((state) => (
          <button
            key={state}
            type="button"
            aria-pressed={current === state}
            onClick={() =>
              onCorrect(
                current === state
                  ? undo(corrections, "pimecrolimus")
                  : set(corrections, "pimecrolimus", state),
              )
            }
          >
            {name("pimecrolimus", state)}
          </button>
        ))}
      </fieldset>
      {view.evidence.some(({ fact }) => fact === "pimecrolimus") && (
        <details>
          <summary>{t("read_in_chart")}</summary>
          <EvidenceList fact="pimecrolimus" view={view} corrections={corrections} onCorrect={onCorrect} />
        </details>
      )}
    </>
  );
}

/** The four checks. All ticked: the use is verified, and the options no longer wait for it. */
function Checks({ view, corrections, onCorrect }: Props) {
  const checks = view.advice?.adherence ?? [];
  // What is on its way counts: a tick that has just been made must not blink.
  const verified = (corrections.adherence ?? view.facts.adherence) === "verified";
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const isTicked = (id: string) => verified || ticked.has(id);

  function tick(id: string, on: boolean) {
    const next = new Set(checks.map((item) => item.id).filter((one) => (one === id ? on : isTicked(one))));
    // The last tick is kept as the fact alone: when that is undone, the others stand as they were.
    if (next.size === checks.length) return onCorrect(set(corrections, "adherence", "verified"));
    setTicked(next);
    if (verified) onCorrect(undo(corrections, "adherence"));
  }

  return (
    <ul class="four-checks">
      {checks.map((item) => (
        <Check key={item.id} item={item} ticked={isTicked(item.id)} onTick={(on) => tick(item.id, on)} />
      ))}
    </ul>
  );
}

/** One of the four checks; its questions fold out. */
function Check({ item, ticked, onTick }: { item: Item; ticked: boolean; onTick(on: boolean): void }) {
  const ui = useUi();
  const [open, setOpen] = useState(false);
  const card = ui.knowledge?.items.get(item.id);
  const title = titleOf(ui, item.id);
  return (
    <li data-item={item.id} data-status={item.status}>
      <label>
        <input type="checkbox" checked={ticked} onChange={(event) => onTick(event.currentTarget.checked)} />
        <span>{title}</span>
      </label>
      <button
        type="button"
        class="plain ask"
        aria-expanded={open}
        aria-label={ui.t("check_questions", title)}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden="true">{open ? "▴" : "▾"}</span>
      </button>
      {open && card && (
        <div class="questions">
          <p>{card.line}</p>
          <ul>
            {card.howTo.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <Statements ids={item.statements} />
          <Sources item={item} />
        </div>
      )}
    </li>
  );
}
