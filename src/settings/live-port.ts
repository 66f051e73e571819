/** The settings page's door to the worker and the browser. */
import type { Counts } from "../background/counts";
import type { Content } from "../engine/content";
import type { FromPanel, FromSettings } from "../messages";
import { askWorker, onPolicyChanged, pressShortcut, sitesAlwaysRead, withdrawSite, word } from "../platform";
import type { SettingsPort, SettingsState } from "./port";

const ask = (question: FromSettings | FromPanel) => askWorker(question);

export function livePort(): SettingsPort {
  return {
    state: async () => (await ask({ type: "settings/state" })) as SettingsState,
    set: async (name, value) => (await ask({ type: "settings/set", name, value })) as SettingsState,
    endSnooze: async (rule) => (await ask({ type: "settings/end-snooze", rule })) as SettingsState,
    counts: async () => (await ask({ type: "settings/counts" })) as Counts,
    content: async () => (await ask({ type: "panel/content" })) as Content,
    sites: sitesAlwaysRead,
    withdraw: withdrawSite,
    erase: async () => (await ask({ type: "settings/erase" })) === true,
    shortcut: pressShortcut,
    onChanged: onPolicyChanged,
    word: (key, ...substitutions) => word(key, substitutions),
  };
}
