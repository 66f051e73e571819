/** The controls of the settings page. Each is labelled by the row that it stands in. */
import type { SettingValue } from "./port";
import { useWords } from "./words";

interface FieldProps {
  /** Id of the element that names the field. */
  label: string;
  onValue(value: SettingValue): void;
}

/** One word of a list; `none` is what no word means, where that may be chosen. */
export function Choice<const Word extends string>({
  label,
  words,
  value,
  none,
  name,
  onValue,
}: FieldProps & {
  words: readonly Word[];
  value: Word | undefined;
  none?: string;
  name(word: Word): string;
}) {
  return (
    <select
      aria-labelledby={label}
      value={value ?? ""}
      onChange={({ currentTarget }) => onValue(currentTarget.value || null)}
    >
      {none !== undefined && <option value="">{none}</option>}
      {words.map((word) => (
        <option key={word} value={word}>
          {name(word)}
        </option>
      ))}
    </select>
  );
}

export function YesNo({ label, value, onValue }: FieldProps & { value: boolean }) {
  return (
    <input
      type="checkbox"
      aria-labelledby={label}
      checked={value}
      onChange={({ currentTarget }) => onValue(currentTarget.checked)}
    />
  );
}

/** A whole number from 0 to `most`; empty: none. What is out of range is not stored, and the field says so. */
export function NumberField({
  label,
  value,
  most,
  onValue,
}: FieldProps & { value: number | undefined; most: number }) {
  const { t } = useWords();
  return (
    <input
      type="number"
      min={0}
      max={most}
      step={1}
      aria-labelledby={label}
      placeholder={t("settings_no_limit")}
      value={value ?? ""}
      onChange={({ currentTarget }) => {
        if (!currentTarget.reportValidity()) return;
        onValue(currentTarget.value === "" ? null : currentTarget.valueAsNumber);
      }}
    />
  );
}

/** A short code of the clinic's; empty: none. */
export function CodeField({ label, value, onValue }: FieldProps & { value: string | undefined }) {
  const { t } = useWords();
  return (
    <input
      type="text"
      maxLength={16}
      pattern="[A-Za-z0-9][A-Za-z0-9._\-]{0,15}"
      title={t("settings_code_hint")}
      aria-labelledby={label}
      value={value ?? ""}
      onChange={({ currentTarget }) => {
        if (currentTarget.reportValidity()) onValue(currentTarget.value || null);
      }}
    />
  );
}
