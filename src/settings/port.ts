import type { Counts } from "../background/counts";
import type { Content } from "../engine/content";
import type { Snooze } from "../pilot/manners";
import type { Silence } from "../pilot/silence";
import type { Policy } from "../pilot/terms";
import type { Site } from "../platform";

/** All that the settings page shows, but for the counts and the sites. */
export interface SettingsState {
  policy: Policy;
  /** Today where the clinician is, as an ISO date. */
  today: string;
  silence?: Silence;
  snoozes: Snooze[];
  /** The first page was read and closed. */
  welcomed: boolean;
}

export type SettingValue = string | number | boolean | null;

/** What the settings page can ask of the world outside it. */
export interface SettingsPort {
  state(): Promise<SettingsState>;
  /** Stores one of the user's settings; null takes it away. Resolves with the state that follows. */
  set(name: string, value: SettingValue): Promise<SettingsState>;
  endSnooze(rule: string): Promise<SettingsState>;
  counts(): Promise<Counts>;
  content(): Promise<Content>;
  sites(): Promise<Site[]>;
  /** False where the browser refuses. */
  withdraw(origin: string): Promise<boolean>;
  /** True if nothing refused. */
  erase(): Promise<boolean>;
  /** The keyboard shortcut that reads a page; empty where none is set. */
  shortcut(): Promise<string>;
  /** Calls back when the policy changed under the page. */
  onChanged(changed: () => void): void;
  word(key: string, ...substitutions: string[]): string;
}
