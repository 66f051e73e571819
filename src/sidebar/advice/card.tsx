import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Item } from "../../engine/advice";
import type { FormularyEntry } from "../../pilot/terms";
import type { PanelView } from "../port";
import { titleOf, useUi } from "../ui";
import { GradeLine, needs, PitfallBadge, StatusBadge } from "./badges";
import { CardBody } from "./card-body";
import { faceOf, TAGS } from "./face";

interface Props {
  item: Item;
  view: PanelView;
  /** Words of the chart that stand behind the item. */
  children?: ComponentChildren;
  /** Shows title and status only until opened. */
  brief?: boolean;
  pitfall?: boolean;
}

/** One item of the advice: status, why for this patient, grade; everything else on opening. */
export function Card({ item, view, children, brief, pitfall }: Props) {
  const ui = useUi();
  const { t, port } = ui;
  const [open, setOpen] = useState(false);
  const { tags, said, more } = faceOf(item);
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
          {(!open || said.length === 0) && (
            <p class="why">
              {said.length > 0
                ? said.map(({ text }) => text).join(" ")
                : ui.knowledge?.items.get(item.id)?.line}
              {more > 0 && <span class="more-reasons"> {t("more_reasons", more)}</span>}
            </p>
          )}
          <p class="grades">
            <GradeLine grade={item.grade} beyondSource={item.beyondSource} brief={!open} />
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
            pitfall={pitfall}
          />
        )}
      </div>
    </article>
  );
}

/** What the clinic says about stock; it changes no status. */
function Stocked({ entry }: { entry?: FormularyEntry }) {
  const { t, name } = useUi();
  if (!entry) return null;
  const words = [entry.status && name("formulary", entry.status), entry.note].filter(Boolean).join(": ");
  return <p class="stocked">{t("formulary_line", words)}</p>;
}
