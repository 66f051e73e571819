import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Item, Reason } from "../../engine/advice";
import type { FormularyEntry } from "../../pilot/terms";
import type { PanelView } from "../port";
import { titleOf, useUi } from "../ui";
import { GradeLine, needs, PitfallBadge, StatusBadge } from "./badges";
import { CardBody } from "./card-body";

interface Props {
  item: Item;
  view: PanelView;
  /** Words of the chart that stand behind the item. */
  children?: ComponentChildren;
  /** Shows title and status only until opened. */
  brief?: boolean;
  pitfall?: boolean;
}

/** Characters that two lines of a side panel hold, about. */
const TWO_LINES = 105;

/** Codes of reasons that are said as a tag. */
const TAGS = { "verify-first": "tag_verify_first", "not-due-yet": "tag_not_due_yet" } as const;
type TagCode = keyof typeof TAGS;
const isTag = (code: string): code is TagCode => code in TAGS;

/** One item of the advice: status, why for this patient, grade; everything else on opening. */
export function Card({ item, view, children, brief, pitfall }: Props) {
  const ui = useUi();
  const { t, port } = ui;
  const [open, setOpen] = useState(false);
  const tags = [...new Set(item.reasons.map(({ code }) => code).filter(isTag))];
  // What is said as a tag decides nothing about the item itself, so it is not why.
  const why = item.reasons.filter(({ code }) => !isTag(code));
  const said = onTheFace(why);
  const body = `body-${item.id}`;

  function turn() {
    if (!open) port.count?.(view.stamp, "option-opened", item.id);
    setOpen(!open);
  }

  return (
    <article
      class={`card ${item.status}${open ? " open" : ""}`}
      data-item={item.id}
      data-status={item.status}
      aria-labelledby={`title-${item.id}`}
    >
      <h3>
        <button
          type="button"
          id={`title-${item.id}`}
          class="title"
          aria-expanded={open}
          aria-controls={body}
          onClick={turn}
        >
          <span class="name">{titleOf(ui, item.id)}</span>
          {pitfall ? <PitfallBadge item={item} /> : <StatusBadge item={item} facts={view.facts} />}
        </button>
      </h3>
      {(!brief || open) && (
        <div class="face">
          {(!open || why.length === 0) && (
            <p class="why">
              {said.length > 0
                ? said.map(({ text }) => text).join(" ")
                : ui.knowledge?.items.get(item.id)?.line}
              {why.length > said.length && (
                <span class="more-reasons"> {t("more_reasons", why.length - said.length)}</span>
              )}
            </p>
          )}
          <p class="grades">
            <GradeLine grade={item.grade} beyondSource={item.beyondSource} />
            {item.specialist && <span class="specialist">{t("specialist")}</span>}
            {tags.map((code) => (
              <span key={code} class="tag">
                {t(TAGS[code])}
              </span>
            ))}
          </p>
          <Stocked entry={view.pilot?.formulary[item.id as keyof typeof view.pilot.formulary]} />
        </div>
      )}
      {children}
      <div id={body} hidden={!open}>
        {open && (
          <CardBody
            item={item}
            missing={needs(item, view.facts)}
            jurisdiction={view.facts.jurisdiction ?? "US"}
          />
        )}
      </div>
    </article>
  );
}

/** As many reasons as two lines of a narrow panel hold; the first always. */
function onTheFace(why: Reason[]): Reason[] {
  let length = 0;
  return why.filter(({ text }, index) => {
    length += text.length;
    return index === 0 || length <= TWO_LINES;
  });
}

/** What the clinic says about stock; it changes no status. */
function Stocked({ entry }: { entry?: FormularyEntry }) {
  const { t, name } = useUi();
  if (!entry) return null;
  const words = [entry.status && name("formulary", entry.status), entry.note].filter(Boolean).join(": ");
  return <p class="stocked">{t("formulary_line", words)}</p>;
}
