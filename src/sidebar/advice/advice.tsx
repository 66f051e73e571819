import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Item } from "../../engine/advice";
import type { Corrections } from "../../engine/corrections";
import type { FactName } from "../../engine/facts";
import type { DispensedAgainstExpected } from "../../engine/grams";
import { dayWords } from "../dates";
import { Chips } from "../facts/chips";
import type { Shown } from "../follow";
import type { PanelView } from "../port";
import { type Actions, ActionsProvider, useUi } from "../ui";
import { DifferenceLine } from "./difference-line";
import { Failure } from "./failure";
import { standingOfContent } from "./freshness";
import type { OnUse } from "./grams";
import { Dismissed, Left } from "./left";
import { Cards, Folded, Section } from "./sections";
import { Pitfalls, RedFlags } from "./warnings";

interface Props {
  shown: Shown;
  view: PanelView;
  onCorrect(corrections: Corrections): void;
  onAct: Actions["act"];
  use?: DispensedAgainstExpected;
  onUse: OnUse;
}

/** Chips and advice for one patient, top to bottom. */
export function AdviceView({ shown, view, onCorrect, onAct, use, onUse }: Props) {
  const { t, knowledge, now } = useUi();
  const [open, setOpen] = useState<FactName>();
  const returnTo = useRef<FactName | undefined>(undefined);
  const { advice } = view;

  // A corrected chip may move, and a moved element loses the focus.
  useLayoutEffect(() => {
    const fact = returnTo.current;
    if (!fact || document.activeElement !== document.body) return;
    // A fact that is unknown again may have gone behind "more".
    const chip = document.getElementById(`chip-${fact}`) ?? document.querySelector<HTMLElement>(".chip.more");
    chip?.focus({ preventScroll: true });
  });

  function openEditor(fact: FactName | undefined) {
    const closing = fact === undefined ? open : undefined;
    returnTo.current = closing;
    if (closing) document.getElementById(`chip-${closing}`)?.focus({ preventScroll: true });
    setOpen(fact);
  }

  /** The line that tells the change goes with it: the focus goes to what was changed. */
  function undoTo(corrections: Corrections) {
    const fact = changedFact(shown.corrections, corrections);
    const chip = document.getElementById(`chip-${fact}`);
    returnTo.current = chip ? fact : undefined;
    const place = chip ?? document.querySelector<HTMLElement>(".failure > summary");
    place?.focus({ preventScroll: true });
    onCorrect(corrections);
  }

  function ask(fact: FactName) {
    openEditor(fact);
    document.querySelector(".facts")?.scrollIntoView({ block: "start" });
  }

  const freshness = knowledge && standingOfContent(knowledge.content.reviewBy, now());
  const options = articleFirst(advice?.options ?? []);
  const emergency = (advice?.redFlags.length ?? 0) > 0;

  return (
    <ActionsProvider value={{ ask, act: view.state === "lookup" ? undefined : onAct }}>
      {advice && <RedFlags items={advice.redFlags} view={view} />}
      <Chips shown={shown} view={view} open={open} onOpen={openEditor} onCorrect={onCorrect} />
      <Dismissed view={view} />
      <DifferenceLine before={shown.before} view={view} onUndo={undoTo} />
      {!knowledge && <p class="amber">{t("content_missing")}</p>}
      {freshness === "overdue" && (
        <p class="amber">{t("content_overdue", dayWords(knowledge?.content.reviewBy ?? ""))}</p>
      )}
      {freshness === "withheld" && (
        <p class="amber">{t("content_withheld", dayWords(knowledge?.content.reviewBy ?? ""))}</p>
      )}
      {advice && advice.applicability !== "applies" && <p class="amber">{t("advice_not_applicable")}</p>}
      {advice && advice.applicability === "applies" && freshness !== "withheld" && (
        <>
          <Failure
            key={String(emergency)}
            view={view}
            corrections={shown.corrections}
            onCorrect={onCorrect}
            use={use}
            onUse={onUse}
          />
          {emergency ? (
            <Folded id="options" heading={t("options_after_emergency")} items={options} view={view} />
          ) : (
            <Section
              id="options"
              heading={t("options_heading")}
              aside={verifyFirst(advice.options) ? t("options_verify_first") : undefined}
            >
              <Cards items={options} view={view} />
            </Section>
          )}
          <Pitfalls items={advice.pitfalls} view={view} />
          <Folded
            id="alongside"
            heading={t("alongside_heading")}
            items={[...advice.adjuncts, ...advice.secondary]}
            view={view}
          />
          <Folded
            id="escalation"
            heading={t("escalation_heading")}
            items={advice.escalation}
            view={view}
            open={!emergency && isDue(advice.escalation)}
          />
          <Folded
            id="rescue"
            heading={t("rescue_heading")}
            hint={t("rescue_hint")}
            items={advice.rescue}
            view={view}
          />
        </>
      )}
      <Left view={view} />
    </ActionsProvider>
  );
}

/** The fact in which two sets of corrections differ. */
function changedFact(now: Corrections, then: Corrections): FactName | undefined {
  const id = [...Object.keys(now), ...Object.keys(then)].find((key) => now[key] !== then[key]);
  return id?.split(".")[0] as FactName | undefined;
}

/** What the source article has, then what it has not; each in the order of the advice. */
const articleFirst = (items: Item[]) => [
  ...items.filter(({ beyondSource }) => !beyondSource),
  ...items.filter(({ beyondSource }) => beyondSource),
];

const verifyFirst = (items: Item[]) =>
  items.some(({ reasons }) => reasons.some(({ code }) => code === "verify-first"));

/** Escalation is due once something in it may be offered now. */
const isDue = (items: Item[]) =>
  items.some(({ status }) => status === "recommend" || status === "consider" || status === "caution");
