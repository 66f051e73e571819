import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Corrections } from "../engine/corrections";
import { AlwaysRead } from "./always";
import { set, undo } from "./facts/edit";
import { type Notice, NoticeWords } from "./notice";
import type { PanelView } from "./port";
import { CoverageList } from "./strip";
import { useUi } from "./ui";

/** A state in words, and what can be done about it. */
function Told({ heading, children }: { heading: string; children: ComponentChildren }) {
  return (
    <section class="told">
      <h2>{heading}</h2>
      {children}
    </section>
  );
}

function LookupButton({ onLookup }: { onLookup(): void }) {
  const { t } = useUi();
  return (
    <button type="button" onClick={onLookup}>
      {t("lookup_open")}
    </button>
  );
}

export function NotPermitted({ onLookup }: { onLookup(): void }) {
  const { t, port } = useUi();
  const [shortcut, setShortcut] = useState("");
  useEffect(() => {
    port.shortcut().then(setShortcut, () => setShortcut(""));
  }, [port]);
  return (
    <Told heading={t("not_permitted_heading")}>
      <p>{shortcut ? t("not_permitted_press_or", shortcut) : t("not_permitted_press")}</p>
      <p class="hint">{t("not_permitted_why")}</p>
      <div class="actions">
        <LookupButton onLookup={onLookup} />
      </div>
      <AlwaysRead />
    </Told>
  );
}

export function NoAnswer({ onLookup }: { onLookup(): void }) {
  const { t, port } = useUi();
  const [failed, setFailed] = useState(false);
  return (
    <Told heading={t("no_answer_heading")}>
      <p>{t("no_answer_why")}</p>
      <div class="actions">
        <button
          type="button"
          class="primary"
          onClick={() => port.reload().then(undefined, () => setFailed(true))}
        >
          {t("reload_tab")}
        </button>
        <LookupButton onLookup={onLookup} />
      </div>
      {failed && (
        <p class="problem" role="status">
          {t("reload_failed")}
        </p>
      )}
    </Told>
  );
}

/** The clinic's terms let nothing be shown: not the page's fault, and no word about the chart. */
export function Silenced({ notice }: { notice: Notice }) {
  const { t } = useUi();
  return (
    <Told heading={t("silenced_heading")}>
      <p>
        <NoticeWords notice={notice} />
      </p>
    </Told>
  );
}

export function Reading() {
  const { t } = useUi();
  return (
    <section class="told reading">
      <h2>{t("reading_heading")}</h2>
      <div class="progress" aria-hidden="true" />
    </section>
  );
}

export function TwoPatients({ onLookup }: { onLookup(): void }) {
  const { t, port } = useUi();
  return (
    <Told heading={t("two_patients_heading")}>
      <p>{t("two_patients_why")}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={() => void port.read().catch(() => undefined)}>
          {t("read_again")}
        </button>
        <LookupButton onLookup={onLookup} />
      </div>
    </Told>
  );
}

interface FoundProps {
  view: PanelView;
  corrections: Corrections;
  onCorrect(corrections: Corrections): void;
  onLookup(): void;
}

/** Read, and the pair is not there: what was found of it, what was read, and what could not be. */
export function NothingFound({ view, corrections, onCorrect, onLookup }: FoundProps) {
  const { t, port } = useUi();
  const { pimecrolimus, diagnosis, unspecifiedEczema } = view.found;
  const denied = corrections.diagnosis === "not-atopic-dermatitis";
  return (
    <Told heading={t("nothing_found_heading")}>
      <ul class="halves">
        <Half what={t("half_pimecrolimus")} words={pimecrolimus} />
        <Half what={t("half_diagnosis")} words={diagnosis} instead={unspecifiedEczema} />
      </ul>
      {denied && (
        <p>
          {t("diagnosis_denied")}{" "}
          <button type="button" class="plain" onClick={() => onCorrect(undo(corrections, "diagnosis"))}>
            {t("undo_change")}
          </button>
        </p>
      )}
      <h3>{t("coverage_heading")}</h3>
      {view.coverage.length > 0 ? (
        <CoverageList coverage={view.coverage} />
      ) : (
        <p class="hint">{t("coverage_none")}</p>
      )}
      <p class="hint">{t("nothing_found_limits")}</p>
      <div class="actions">
        <button type="button" onClick={() => void port.read().catch(() => undefined)}>
          {t("read_again")}
        </button>
        <LookupButton onLookup={onLookup} />
      </div>
      <AlwaysRead />
    </Told>
  );
}

/** One half of the pair; `instead`: what stands in the chart in its place, which is not the same. */
function Half({ what, words, instead }: { what: string; words?: string; instead?: string }) {
  const { t } = useUi();
  return (
    <li class={words ? "found" : "missing"}>
      <span class="shape" aria-hidden="true">
        {words ? "●" : "○"}
      </span>{" "}
      {words ? (
        <>
          {t("half_found", what)} <q>{words}</q>
        </>
      ) : (
        <>
          {t("half_missing", what)}
          {instead && (
            <>
              {" "}
              · {t("half_instead")} <q>{instead}</q>
            </>
          )}
        </>
      )}
    </li>
  );
}

/** What only the clinician can settle. */
export function Confirm({ view, corrections, onCorrect, onLookup }: FoundProps) {
  const { t } = useUi();
  const { pimecrolimus, unspecifiedEczema } = view.found;
  return (
    <Told heading={unspecifiedEczema ? t("confirm_eczema", unspecifiedEczema) : t("confirm_missing")}>
      {pimecrolimus && (
        <p>
          {t("half_found", t("half_pimecrolimus"))} <q>{pimecrolimus}</q>
        </p>
      )}
      <p class="hint">{t("confirm_why")}</p>
      <div class="actions">
        <button
          type="button"
          class="primary"
          onClick={() => onCorrect(set(corrections, "diagnosis", "atopic-dermatitis"))}
        >
          {t("confirm_yes")}
        </button>
        <button
          type="button"
          onClick={() => onCorrect(set(corrections, "diagnosis", "not-atopic-dermatitis"))}
        >
          {t("confirm_no")}
        </button>
        <LookupButton onLookup={onLookup} />
      </div>
    </Told>
  );
}
