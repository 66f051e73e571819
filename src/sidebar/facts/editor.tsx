import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Corrections } from "../../engine/corrections";
import type { FactName } from "../../engine/facts";
import {
  AGENT_IDS,
  ALLERGIES,
  CONDITIONS,
  DIAGNOSES,
  INFECTIONS,
  JURISDICTIONS,
  MEDICATIONS,
  PREGNANCIES,
  RED_FLAGS,
  SEVERITIES,
} from "../../engine/vocabulary";
import type { PanelView } from "../port";
import { useUi } from "../ui";
import { AgeField, NumberField } from "./amount";
import { Choice } from "./choice";
import { undo } from "./edit";
import { EvidenceList } from "./evidence";
import { Score } from "./score";
import { SitesField } from "./sites";
import { TriedField } from "./tried";
import { WordSet } from "./word-set";

/** What each kind of editor is given. */
export interface FieldProps {
  fact: FactName;
  view: PanelView;
  corrections: Corrections;
  /** Carries a change out. */
  onCorrect(corrections: Corrections): void;
  /** A change after which nothing is left to choose closes the editor. */
  onDone(): void;
}

interface Props extends Omit<FieldProps, "onDone"> {
  onClose(): void;
}

/** The editor of one fact: where it was read, what it may be, and the way back. */
export function Editor({ fact, view, corrections, onCorrect, onClose }: Props) {
  const { t } = useUi();
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const first = box.current?.querySelector<HTMLElement>(
      "[aria-pressed=true], input:not([type=hidden]), select, .choice",
    );
    first?.focus({ preventScroll: true });
    // As much of the editor as there is room for; in a low window at least what has the focus.
    box.current?.scrollIntoView({ block: "nearest" });
    first?.scrollIntoView({ block: "nearest" });
    if (first instanceof HTMLInputElement) first.select();
  }, []);

  const touched = Object.keys(corrections).some((id) => id === fact || id.startsWith(`${fact}.`));
  return (
    <section
      ref={box}
      id={`editor-${fact}`}
      class="editor"
      aria-labelledby={`editor-${fact}-name`}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header>
        <h3 id={`editor-${fact}-name`}>{t(`fact_${fact}`)}</h3>
        <button type="button" class="plain" onClick={onClose}>
          {t("close")}
        </button>
      </header>
      <EvidenceList fact={fact} view={view} corrections={corrections} onCorrect={onCorrect} />
      <Field fact={fact} view={view} corrections={corrections} onCorrect={onCorrect} onDone={onClose} />
      {touched && (
        <footer>
          <button type="button" class="plain" onClick={() => onCorrect(undo(corrections, fact))}>
            {t("undo_change")}
          </button>
        </footer>
      )}
    </section>
  );
}

const KG_PER_POUND = 0.45359237;

/** The field fitted to the kind of fact. */
function Field(props: FieldProps): ComponentChildren {
  const { t } = useUi();
  switch (props.fact) {
    case "ageMonths":
      return <AgeField {...props} />;
    case "weightKg":
      return props.view.pilot?.units === "imperial" ? (
        <NumberField {...props} unit={t("unit_lb")} perUnit={KG_PER_POUND} />
      ) : (
        <NumberField {...props} unit={t("unit_kg")} />
      );
    case "bsaPercent":
      return <NumberField {...props} unit={t("unit_percent")} hint={t("hint_handprints")} />;
    case "severity":
      return (
        <>
          <Choice {...props} words={SEVERITIES} />
          <Score {...props} />
        </>
      );
    case "diagnosis":
      return <Choice {...props} words={DIAGNOSES} />;
    case "infection":
      return <Choice {...props} words={INFECTIONS} />;
    case "pregnancy":
      return <Choice {...props} words={PREGNANCIES} />;
    case "jurisdiction":
      return <Choice {...props} words={JURISDICTIONS} />;
    case "sites":
      return <SitesField {...props} />;
    case "tried":
      return <TriedField {...props} agents={AGENT_IDS} />;
    case "redFlags":
      return <WordSet {...props} words={RED_FLAGS} />;
    case "conditions":
      return <WordSet {...props} words={CONDITIONS} />;
    case "medications":
      return <WordSet {...props} words={MEDICATIONS} />;
    case "allergies":
      return <WordSet {...props} words={ALLERGIES} />;
    default:
      return <Choice {...props} words={[true, false]} />;
  }
}
