import { useState } from "preact/hooks";
import type { Corrections } from "../../engine/corrections";
import type { Evidence, Quote } from "../../engine/evidence";
import type { FactName } from "../../engine/facts";
import { dayWords } from "../dates";
import type { PanelView } from "../port";
import { useUi } from "../ui";
import { evidenceName } from "./describe";
import { strike, undo } from "./edit";

/** Where a fact was read, in the page's own words, and "read wrongly" for each. */
export function EvidenceList(props: {
  fact: FactName;
  view: PanelView;
  corrections: Corrections;
  onCorrect(corrections: Corrections): void;
}) {
  const { fact, view, corrections, onCorrect } = props;
  const { t, port } = useUi();
  const evidence = view.evidence.filter((one) => one.fact === fact);
  if (evidence.length === 0) {
    return view.state === "lookup" ? null : <p class="hint">{t("evidence_none")}</p>;
  }
  return (
    <ul class="evidence">
      {evidence.map((one) => (
        <Read
          key={`${one.id} ${one.value}`}
          evidence={one}
          stamp={view.stamp}
          struck={corrections[one.id] === null}
          onStrike={(wrong) => {
            // The mark goes with the fact.
            if (wrong) void port.showInPage(view.stamp, undefined).catch(() => false);
            onCorrect(wrong ? strike(corrections, one.id) : undo(corrections, one.id));
          }}
        />
      ))}
    </ul>
  );
}

function Read(props: { evidence: Evidence; stamp: string; struck: boolean; onStrike(wrong: boolean): void }) {
  const { evidence, stamp, struck, onStrike } = props;
  const ui = useUi();
  const { t } = ui;
  return (
    <li class={struck ? "struck" : undefined}>
      <p class="read-as">
        {struck ? <s>{evidenceName(ui, evidence)}</s> : <b>{evidenceName(ui, evidence)}</b>}
        <button type="button" class="plain" onClick={() => onStrike(!struck)}>
          {struck ? t("read_wrongly_undo") : t("read_wrongly")}
        </button>
      </p>
      {evidence.quotes.map((quote) => (
        <QuoteLine key={`${quote.frame} ${quote.passage} ${quote.quote}`} quote={quote} stamp={stamp} />
      ))}
      {evidence.against && evidence.against.length > 0 && (
        <>
          <p class="against">{t("evidence_against")}</p>
          {evidence.against.map((quote) => (
            <QuoteLine key={`${quote.frame} ${quote.passage} ${quote.quote}`} quote={quote} stamp={stamp} />
          ))}
        </>
      )}
      {evidence.note && <p class="hint">{evidence.note}</p>}
    </li>
  );
}

/** The page's words, and the way to them. */
export function QuoteLine({ quote, stamp }: { quote: Quote; stamp: string }) {
  const { t, name, port } = useUi();
  const [gone, setGone] = useState(false);
  const show = async () => {
    const { frame, passage, quote: words } = quote;
    setGone(!(await port.showInPage(stamp, { frame, passage, quote: words }).catch(() => false)));
  };
  return (
    <p class="quote">
      <q>{quote.quote}</q>
      <span class="from">
        {[quote.section && name("section", quote.section), quote.date && dayWords(quote.date)]
          .filter(Boolean)
          .join(", ")}
      </span>
      <button type="button" class="plain" onClick={show}>
        {t("show_in_page")}
      </button>
      {gone && (
        <span class="problem" role="status">
          {t("passage_gone")}
        </span>
      )}
    </p>
  );
}
