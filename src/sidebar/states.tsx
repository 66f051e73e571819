import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Corrections } from "../engine/corrections";
import { AlwaysRead } from "./always";
import { set, undo } from "./facts/edit";
import { type Notice, NoticeWords } from "./notice";
import type { PanelView } from "./port";
import { CoverageList } from "./strip";
import { type Ui, useUi } from "./ui";

/** A state in words, and what can be done about it. */
function Told({ heading, children }: { heading: string; children: ComponentChildren }) {
  return (
    <section class="told">
      <h2 tabIndex={-1}>{heading}</h2>
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
  const denied = setAside(corrections);
  return (
    <Told heading={t(denied.length > 0 ? "denied_heading" : "nothing_found_heading")}>
      <Denied facts={denied} corrections={corrections} onCorrect={onCorrect} />
      <ul class="halves">
        <Half what={t("half_pimecrolimus")} words={pimecrolimus} />
        <Half what={t("half_diagnosis")} words={diagnosis} instead={unspecifiedEczema} />
      </ul>
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

const PAIR = ["diagnosis", "onPimecrolimus"] as const;
type Half = (typeof PAIR)[number];

/** The halves of the pair that the clinician has taken away: the page is not to be said to lack them. */
const setAside = (corrections: Corrections): Half[] =>
  PAIR.filter((fact) => {
    const said = corrections[fact];
    return said !== undefined && said !== "atopic-dermatitis" && said !== true;
  });

const SAID = {
  diagnosis: { said: "diagnosis_denied", struck: "diagnosis_struck" },
  onPimecrolimus: { said: "pimecrolimus_denied", struck: "pimecrolimus_struck" },
} as const;

/** What the clinician said that leaves no advice, each with the way back. */
function Denied(props: {
  facts: Half[];
  corrections: Corrections;
  onCorrect(corrections: Corrections): void;
}) {
  const { facts, corrections, onCorrect } = props;
  const { t } = useUi();
  return facts.map((fact) => (
    <p key={fact}>
      {t(
        corrections[fact] === "eczema-unspecified"
          ? "diagnosis_unspecified"
          : SAID[fact][corrections[fact] === null ? "struck" : "said"],
      )}{" "}
      <button type="button" class="plain" onClick={() => onCorrect(undo(corrections, fact))}>
        {t("undo_change")}
      </button>
    </p>
  ));
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

/** The question; of a chart that does name a diagnosis it is not said that none is listed. */
export function confirmWords(t: Ui["t"], { found }: PanelView, changed: boolean): string {
  if (changed) return t("confirm_changed");
  return found.unspecifiedEczema ? t("confirm_eczema", found.unspecifiedEczema) : t("confirm_missing");
}

/** What only the clinician can settle. */
export function Confirm({ view, corrections, onCorrect, onLookup }: FoundProps) {
  const { t } = useUi();
  const { pimecrolimus } = view.found;
  const denied = setAside(corrections);
  return (
    <Told heading={confirmWords(t, view, denied.length > 0)}>
      <Denied facts={denied} corrections={corrections} onCorrect={onCorrect} />
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
