import { useRef, useState } from "preact/hooks";
import type { DispensedAgainstExpected } from "../../engine/grams";
import { copy } from "../copy";
import type { PanelView } from "../port";
import { useUi } from "../ui";
import { noteLines, noteText } from "./note-lines";

/** Copy for the note: choose lines, see the text, take it. */
export function Note({ view, use }: { view: PanelView; use?: DispensedAgainstExpected }) {
  const ui = useUi();
  const { t } = ui;
  const lines = noteLines(ui, view, use);
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [answer, setAnswer] = useState<{ to: string; said: "copied" | "refused" }>();
  const field = useRef<HTMLTextAreaElement>(null);
  const isOn = ({ id, chosen }: (typeof lines)[number]) => turned.has(id) !== chosen;
  const text = noteText(ui, lines.filter(isOn), view.advice);
  // "Copied" is said of this text: a fact corrected since has made it another.
  const said = answer?.to === text ? answer.said : undefined;

  return (
    <>
      <div class="actions">
        <button
          type="button"
          class="primary"
          onClick={async () => {
            const done = await copy(text);
            if (done) ui.port.count?.(view.stamp, "copied");
            setAnswer({ to: text, said: done ? "copied" : "refused" });
            if (!done) field.current?.select();
          }}
        >
          {t("note_copy")}
        </button>
        <span role="status">
          {said === "copied" && t("copied")}
          {said === "refused" && <span class="problem">{t("copy_refused")}</span>}
        </span>
      </div>
      <textarea
        ref={field}
        class="note-text"
        readOnly
        rows={7}
        aria-label={t("note_text")}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <fieldset class="note-lines">
        <legend>{t("note_choose")}</legend>
        {lines.map((line) => (
          <label key={line.id}>
            <input
              type="checkbox"
              checked={isOn(line)}
              onChange={() => {
                setTurned((before) => {
                  const next = new Set(before);
                  if (!next.delete(line.id)) next.add(line.id);
                  return next;
                });
              }}
            />
            <span>{line.text}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
