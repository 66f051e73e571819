import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useUi } from "./ui";

/** Puts a text on the clipboard; false where the browser refuses. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Copies a text. Where the browser refuses it says so and offers the text selected. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useUi();
  const [said, setSaid] = useState<"copied" | "refused">();
  const field = useRef<HTMLTextAreaElement>(null);
  // The field comes with the refusal: it can be selected only once it is there.
  useLayoutEffect(() => {
    if (said === "refused") field.current?.select();
  }, [said]);
  return (
    <>
      <button
        type="button"
        class="plain"
        onClick={async () => {
          setSaid(undefined);
          setSaid((await copy(text)) ? "copied" : "refused");
        }}
      >
        {t("copy")}
      </button>
      <span role="status" class="hint">
        {said === "copied" && t("copied")}
        {said === "refused" && t("copy_refused")}
      </span>
      {said === "refused" && (
        <textarea ref={field} class="selected-text" readOnly aria-label={t("copy_text")} value={text} />
      )}
    </>
  );
}
