import type { Corrections } from "../../engine/corrections";
import { RED_FLAGS } from "../../engine/vocabulary";
import type { PanelView } from "../port";
import { statusWords, titleOf, type Ui, useUi } from "../ui";
import { type Change, difference, reworded } from "./difference";

/** So many changes are spelled out; the rest are counted. */
const SPELLED = 3;

const URGENT: readonly string[] = RED_FLAGS;

/** "Tacrolimus: fits → not for this patient, because …" */
export function changeWords(ui: Ui, { id, from, to, because }: Change): string {
  const { t } = ui;
  const title = titleOf(ui, id);
  if (!to) return t("change_gone", title);
  const status = statusWords(ui, id, to);
  const fresh = URGENT.includes(id)
    ? t("change_words", t("red_flags_heading"), title)
    : t("change_new", title, status);
  const moved = from ? t("change_moved", title, statusWords(ui, id, from), status) : fresh;
  return because ? t("change_because", moved, because) : moved;
}

/** No status moved: that is said, and what is newly said of an item. */
function unmoved(ui: Ui, before: PanelView, view: PanelView): string {
  const { t } = ui;
  const news = reworded(before.advice, view.advice);
  const spelled = news
    .slice(0, SPELLED)
    .map(({ id, text }) =>
      text ? t("change_words", titleOf(ui, id), text) : t("change_untripped", titleOf(ui, id)),
    );
  const more = news.length - spelled.length;
  return [t("change_none"), ...spelled, ...(more > 0 ? [t("change_more", more)] : [])].join(" ");
}

/** The answer that brings the first advice, or takes all of it away, makes no difference that could be told by item. */
const isComparable = (...views: PanelView[]) =>
  views.every(({ advice }) => advice?.applicability === "applies");

/** What the last correction changed, and the way back. Announced by the panel's live region, so silent here. */
export function DifferenceLine(props: {
  before?: PanelView;
  view: PanelView;
  /** Takes the corrections that were in force before. */
  onUndo(corrections: Corrections): void;
}) {
  const { before, view, onUndo } = props;
  const ui = useUi();
  if (!before || !isComparable(before, view)) return null;
  const [first, ...others] = difference(before.advice, view.advice);
  return (
    <div class="difference">
      <h2 class="visually-hidden">{ui.t("change_heading")}</h2>
      <p>{first ? changeWords(ui, first) : unmoved(ui, before, view)}</p>
      <button type="button" class="plain" onClick={() => onUndo(before.corrections)}>
        {ui.t("change_undo")}
      </button>
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
  if (!isComparable(before, view)) {
    return ui.t(view.advice?.applicability === "applies" ? "announce_advice" : "advice_not_applicable");
  }
  const changes = difference(before.advice, view.advice);
  if (changes.length === 0) return unmoved(ui, before, view);
  const spelled = changes.slice(0, SPELLED).map((change) => changeWords(ui, change));
  const more = changes.length - spelled.length;
  const said = [...spelled, ...(more > 0 ? [ui.t("change_more", more)] : [])];
  return said.map((words) => words.replace(/\.?$/, ".")).join(" ");
}
