import type { Item } from "../../engine/advice";
import { QuoteLine } from "../facts/evidence";
import type { PanelView } from "../port";
import { titleOf, useUi } from "../ui";
import { ReasonWords } from "./badges";
import { Card } from "./card";
import { isTripped } from "./face";
import { Folded, Section } from "./sections";
import { Guidelines, Sources } from "./sources";

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
            {item.reasons.map((reason) => (
              <p key={reason.code} class="act">
                <ReasonWords reason={reason} />
              </p>
            ))}
            <Quotes view={view} ids={[`redFlags.${item.id}`]} />
            {card && (
              <details>
                <summary>{t("red_flag_more")}</summary>
                <ul>
                  {card.howTo.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
                <Guidelines guidelines={card.guidelines} />
                <Sources item={item} />
              </details>
            )}
          </article>
        );
      })}
    </section>
  );
}

/** Pitfalls: those that the chart trips first and open, the rest folded. */
export function Pitfalls({ items, view }: { items: Item[]; view: PanelView }) {
  const { t } = useUi();
  const tripped = items.filter(isTripped);
  const others = items.filter((item) => !isTripped(item));
  return (
    <>
      {tripped.length > 0 && (
        <Section id="tripped" heading={t("tripped_heading")}>
          {tripped.map((item) => (
            <Card key={item.id} item={item} view={view} pitfall>
              <Quotes view={view} ids={item.reasons.flatMap(({ restsOn = [] }) => restsOn)} />
            </Card>
          ))}
        </Section>
      )}
      <Folded id="pitfalls" heading={t("pitfalls_heading")} items={others} view={view} pitfall />
    </>
  );
}

/** The chart's own entries behind an item. */
function Quotes({ view, ids }: { view: PanelView; ids: string[] }) {
  // Words behind two facts stand once.
  const quotes = new Map(
    view.evidence
      .filter(({ id }) => ids.includes(id))
      .flatMap((one) => one.quotes)
      .map((quote) => [`${quote.frame} ${quote.passage} ${quote.quote}`, quote]),
  );
  return [...quotes].map(([key, quote]) => <QuoteLine key={key} quote={quote} stamp={view.stamp} />);
}
