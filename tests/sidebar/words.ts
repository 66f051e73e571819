import catalogue from "../../src/_locales/en/messages.json";

const WORDS: Record<string, { message: string }> = catalogue;

/** The catalogue as a browser reads it; a key that is not there is a fault of ours. */
export function word(key: string, ...substitutions: string[]): string {
  const entry = WORDS[key];
  if (!entry) throw new Error(`The catalogue has no "${key}"`);
  return entry.message.replace(/\$(\d)/g, (_, place) => substitutions[Number(place) - 1] ?? "");
}
