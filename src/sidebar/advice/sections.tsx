import type { ComponentChildren } from "preact";
import type { Item } from "../../engine/advice";
import type { FactName } from "../../engine/facts";
import { QuoteLine } from "../facts/evidence";
import type { PanelView } from "../port";
import { titleOf, useUi } from "../ui";
import { Card } from "./card";

interface SectionProps {
  id: string;
  heading: string;
  /** A word beside the heading. */
  aside?: string;
  children: ComponentChildren;
}

export function Section({ id, heading, aside, children }: SectionProps) {
  return (
    <section class={id} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>
        {heading}
        {aside && <span class="aside">{aside}</span>}
      </h2>
      {children}
    </section>
  );
}

interface ListProps {
  items: Item[];
  view: PanelView;
  onAsk(fact: FactName): void;
  brief?: boolean;
}

/** Cards in the order of the advice. */
export function Cards({ items, view, onAsk, brief }: ListProps) {
  return items.map((item) => (
    <Card key={item.id} item={item} facts={view.facts} onAsk={onAsk} brief={brief} />
  ));
}

/** A group that folds. Every item stays in the document, folded or not. */
export function Folded(props: ListProps & { id: string; heading: string; open?: boolean; hint?: string }) {
  const { id, heading, items, view, onAsk, open, hint } = props;
  const ui = useUi();
  if (items.length === 0) return null;
  return (
    <details class={`group ${id}`} open={open}>
      <summary>
        <h2>{heading}</h2> <span class="named">{items.map((item) => titleOf(ui, item.id)).join(", ")}</span>
      </summary>
      {hint && <p class="hint">{hint}</p>}
      <Cards items={items} view={view} onAsk={onAsk} brief />
    </details>
  );
}

/** Red flags, above everything. What to do is said at once; nothing is folded. */
export function RedFlags({ items, view }: { items: Item[]; view: PanelView }) {
  const ui = useUi();
  const { t } = ui;
  if (items.length === 0) return null;
  return (
    <section class="red-flags" aria-labelledby="red-flags-heading">
      <h2 id="red-flags-heading">{t("red_flags_heading")}</h2>
      {items.map((item) => {
        const card = ui.knowledge?.items.get(item.id);
        return (
          <article key={item.id} data-item={item.id} data-status={item.status} class="red-flag">
            <h3>{titleOf(ui, item.id)}</h3>
            {card && <p class="act">{card.line}</p>}
            <ul>
              {item.reasons.map(({ code, text }) => (
                <li key={`${code} ${text}`}>{text}</li>
              ))}
              {card?.howTo.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <Quotes view={view} ids={[`redFlags.${item.id}`]} />
          </article>
        );
      })}
    </section>
  );
}

const isTripped = ({ reasons }: Item) => reasons.some(({ code }) => code === "tripped");

/** The chart's own words that trip a pitfall: the word of the medicines that it is about. */
const MEDICATION_OF: Record<string, string[]> = {
  "topical-antihistamines": ["topical-antihistamine"],
  "oral-antihistamines": ["oral-antihistamine"],
  "topical-antimicrobials": ["topical-antimicrobial"],
  "long-term-systemic-corticosteroids": ["systemic-corticosteroid-repeated", "systemic-corticosteroid"],
  "current-treatment": ["occlusion-over-tci", "biologic", "jak", "trimethoprim", "allopurinol-febuxostat"],
};

/** Pitfalls: those that the chart trips first and open, the rest folded. */
export function Pitfalls({ items, view, onAsk }: ListProps) {
  const { t } = useUi();
  const tripped = items.filter(isTripped);
  const others = items.filter((item) => !isTripped(item));
  return (
    <>
      {tripped.length > 0 && (
        <Section id="tripped" heading={t("tripped_heading")}>
          {tripped.map((item) => (
            <Card key={item.id} item={item} facts={view.facts} onAsk={onAsk}>
              <Quotes view={view} ids={(MEDICATION_OF[item.id] ?? []).map((word) => `medications.${word}`)} />
            </Card>
          ))}
        </Section>
      )}
      <Folded id="pitfalls" heading={t("pitfalls_heading")} items={others} view={view} onAsk={onAsk} />
    </>
  );
}

/** The chart's own entries behind an item. */
function Quotes({ view, ids }: { view: PanelView; ids: string[] }) {
  const quotes = view.evidence.filter(({ id }) => ids.includes(id)).flatMap((one) => one.quotes);
  return quotes.map((quote) => (
    <QuoteLine key={`${quote.frame} ${quote.passage} ${quote.quote}`} quote={quote} stamp={view.stamp} />
  ));
}
