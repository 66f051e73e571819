import { useEffect, useState } from "preact/hooks";
import { useWords } from "./words";

/** Shows the exact text of a file before it is saved, and saves these bytes and no others. */
export function Save({ name, type, text }: { name: string; type: string; text: string }) {
  const { t } = useWords();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [text, type]);
  const bytes = new TextEncoder().encode(text).length;
  return (
    <div class="save">
      <p>{t("settings_save_hint", name, bytes)}</p>
      <textarea readOnly rows={12} aria-label={name} value={text} />
      {address && (
        <a class="button" href={address} download={name}>
          {t("settings_save")}
        </a>
      )}
    </div>
  );
}
