import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Item } from "../../engine/advice";
import type { FactName, PatientFacts } from "../../engine/facts";
import { titleOf, useUi } from "../ui";
import { GradeLine, needs, StatusBadge } from "./badges";
import { CardBody } from "./card-body";

interface Props {
  item: Item;
  facts: PatientFacts;
  /** Opens the editor of a fact. */
  onAsk(fact: FactName): void;
  /** Words of the chart that stand behind the item. */
  children?: ComponentChildren;
  /** Shows title and status only until opened. */
  brief?: boolean;
}

/** Codes of reasons that are said as a tag beside the title. */
const TAGS = { "verify-first": "tag_verify_first", "not-due-yet": "tag_not_due_yet" } as const;
type TagCode = keyof typeof TAGS;
const isTag = (code: string): code is TagCode => code in TAGS;

/** One item of the advice: status, why for this patient, grade; everything else on opening. */
export function Card({ item, facts, onAsk, children, brief }: Props) {
  const ui = useUi();
  const { t } = ui;
  const [open, setOpen] = useState(false);
  const title = titleOf(ui, item.id);
  const why = item.reasons.filter(({ code }) => !isTag(code));
  const tags = item.reasons.map(({ code }) => code).filter(isTag);
  const [first, ...others] = why;
  const missing = needs(item, facts);
  const body = `body-${item.id}`;

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
          onClick={() => setOpen(!open)}
        >
          <span class="name">{title}</span>
          <StatusBadge item={item} facts={facts} />
        </button>
      </h3>
      {(!brief || open) && (
        <div class="face">
          <Why text={first?.text ?? ui.knowledge?.items.get(item.id)?.line} more={open ? 0 : others.length} />
          <p class="grades">
            <GradeLine grade={item.grade} beyondSource={item.beyondSource} />
            {item.specialist && <span class="specialist">{t("specialist")}</span>}
            {tags.map((code) => (
              <span key={code} class="tag">
                {t(TAGS[code])}
              </span>
            ))}
          </p>
        </div>
      )}
      {children}
      <div id={body} hidden={!open}>
        {open && <CardBody item={item} reasons={others} missing={missing} onAsk={onAsk} />}
      </div>
    </article>
  );
}

function Why({ text, more }: { text?: string; more: number }) {
  const { t } = useUi();
  if (!text) return null;
  return (
    <p class="why">
      {text}
      {more > 0 && <span class="more-reasons"> {t("more_reasons", more)}</span>}
    </p>
  );
}
