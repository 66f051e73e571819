import type { ComponentChildren } from "preact";
import type { Item } from "../../engine/advice";
import type { PanelView } from "../port";
import { titleOf, useUi } from "../ui";
import { Card } from "./card";

/** A group that stays open. */
export function Section(props: {
  id: string;
  heading: string;
  /** A word beside the heading. */
  aside?: string;
  children: ComponentChildren;
}) {
  const { id, heading, aside, children } = props;
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
  brief?: boolean;
  pitfall?: boolean;
}

/** Cards in the order of the advice. */
export function Cards({ items, view, brief, pitfall }: ListProps) {
  return items.map((item) => <Card key={item.id} item={item} view={view} brief={brief} pitfall={pitfall} />);
}

/** A group that folds. Every item stays in the document, folded or not. */
export function Folded(props: ListProps & { id: string; heading: string; open?: boolean; hint?: string }) {
  const { id, heading, items, view, open, hint, pitfall } = props;
  const ui = useUi();
  if (items.length === 0) return null;
  return (
    <details class={`group ${id}`} open={open}>
      <summary>
        <h2>{heading}</h2>{" "}
        <span class="named">{hint ?? items.map((item) => titleOf(ui, item.id)).join(", ")}</span>
      </summary>
      {hint && <p class="hint">{hint}</p>}
      <Cards items={items} view={view} pitfall={pitfall} brief />
    </details>
  );
}
