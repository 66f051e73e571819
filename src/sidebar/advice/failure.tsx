import { useState } from "preact/hooks";
import type { Item } from "../../engine/advice";
import type { Corrections } from "../../engine/corrections";
import { PIMECROLIMUS_STATES } from "../../engine/vocabulary";
import { daysBetween, isoDay } from "../dates";
import { set, undo } from "../facts/edit";
import { EvidenceList } from "../facts/evidence";
import type { PanelView } from "../port";
import { titleOf, useUi } from "../ui";

interface Props {
  view: PanelView;
  corrections: Corrections;
  onCorrect(corrections: Corrections): void;
}

/** Before escalating: is it a failure? Weeks, state, the four checks, the amount; one line of result. */
export function Failure({ view, corrections, onCorrect }: Props) {
  const { t, name, now } = useUi();
  const verified = view.facts.adherence === "verified";
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const checks = view.advice?.adherence ?? [];
  const days = view.pimecrolimusStart && daysBetween(view.pimecrolimusStart, isoDay(now()));
  const weeks = typeof days === "number" && days >= 0 ? Math.floor(days / 7) : undefined;
  const isTicked = (id: string) => verified || ticked.has(id);

  function tick(id: string, on: boolean) {
    const next = new Set(checks.map((item) => item.id).filter((one) => (one === id ? on : isTicked(one))));
    setTicked(next);
    if (next.size === checks.length) onCorrect(set(corrections, "adherence", "verified"));
    else if (verified) onCorrect(undo(corrections, "adherence"));
  }

  return (
    <section class="failure" aria-labelledby="failure-heading">
      <h2 id="failure-heading">
        {t("failure_heading")}
        <span class="aside">{weeks === undefined ? t("weeks_unknown") : t("weeks_listed", weeks)}</span>
      </h2>
      <fieldset class="segments">
        <legend class="visually-hidden">{t("fact_pimecrolimus")}</legend>
        {PIMECROLIMUS_STATES.map((state) => (
          <button
            key={state}
            type="button"
            aria-pressed={view.facts.pimecrolimus === state}
            onClick={() =>
              onCorrect(
                view.facts.pimecrolimus === state
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
      <ul class="four-checks">
        {checks.map((item) => (
          <Check key={item.id} item={item} ticked={isTicked(item.id)} onTick={(on) => tick(item.id, on)} />
        ))}
      </ul>
      <p class="result">{verified ? t("use_checked") : t("use_unchecked")}</p>
    </section>
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
        </div>
      )}
    </li>
  );
}
