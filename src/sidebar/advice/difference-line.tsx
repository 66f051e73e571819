import type { PanelView } from "../port";
import { titleOf, type Ui, useUi } from "../ui";
import { type Change, difference, reworded } from "./difference";

/** So many changes are spelled out; the rest are counted. */
const SPELLED = 3;

/** "Tacrolimus: fits → not for this patient, because …" */
export function changeWords(ui: Ui, { id, from, to, because }: Change): string {
  const { t, name } = ui;
  const title = titleOf(ui, id);
  if (!to) return t("change_gone", title);
  const status = name("status", to);
  const moved = from
    ? t("change_moved", title, name("status", from), status)
    : t("change_new", title, status);
  return because ? t("change_because", moved, because) : moved;
}

/** No status moved: that is said, and what is newly said of an item. */
function unmoved(ui: Ui, before: PanelView, view: PanelView): string {
  const { t } = ui;
  const news = reworded(before.advice, view.advice);
  const spelled = news.slice(0, SPELLED).map(({ id, text }) => t("change_words", titleOf(ui, id), text));
  const more = news.length - spelled.length;
  return [t("change_none"), ...spelled, ...(more > 0 ? [t("change_more", more)] : [])].join(" ");
}

/** What the last correction changed. Announced by the panel's live region, so silent here. */
export function DifferenceLine({ before, view }: { before?: PanelView; view: PanelView }) {
  const ui = useUi();
  if (!before) return null;
  const changes = difference(before.advice, view.advice);
  if (changes.length === 0) return <p class="difference none">{unmoved(ui, before, view)}</p>;
  const [first, ...others] = changes;
  return (
    <div class="difference">
      <h2 class="visually-hidden">{ui.t("change_heading")}</h2>
      {first && <p>{changeWords(ui, first)}</p>}
      {others.length > 0 && (
        <details open={others.length < SPELLED}>
          <summary>{ui.t("change_more", others.length)}</summary>
          <ul>
            {others.map((change) => (
              <li key={change.id}>{changeWords(ui, change)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** The same for the live region. */
export function announcement(ui: Ui, before: PanelView | undefined, view: PanelView): string {
  if (!before) return "";
  const changes = difference(before.advice, view.advice);
  if (changes.length === 0) return unmoved(ui, before, view);
  const spelled = changes.slice(0, SPELLED).map((change) => changeWords(ui, change));
  const more = changes.length - spelled.length;
  return [...spelled, ...(more > 0 ? [ui.t("change_more", more)] : [])].join(". ");
}
