import type { ComponentChildren } from "preact";
import type { SettingsPort } from "./port";
import { type Words, WordsProvider } from "./words";

/** A page that needs words but no state: its views inside their context. */
export function ownPage(port: SettingsPort, children: ComponentChildren) {
  const words: Words = {
    port,
    t: (key, ...substitutions) => port.word(key, ...substitutions.map(String)),
    title: (rule) => rule,
  };
  return <WordsProvider value={words}>{children}</WordsProvider>;
}
