import type { CDPSession } from "puppeteer";

/** The real panel beside the page: Chromium's side panel or Firefox's sidebar, read and pressed where it stands. */
export interface Panel {
  /** Runs the source of a function in the panel's document and gives back its JSON value. */
  run<Result>(source: string): Promise<Result>;
  screenshot(path: string): Promise<void>;
  /** Closes it, as the clinician does. Chromium only. */
  close?(): Promise<void>;
  /** Presses one key, or types what is no key's name. Chromium only. */
  key?(key: string): Promise<void>;
}

/** One tab with a page. */
export interface Chart {
  goto(url: string): Promise<void>;
  run<Result>(source: string): Promise<Result>;
  /** Presses the real toolbar button with this tab in front. */
  press(): Promise<void>;
  front(): Promise<void>;
  screenshot(path: string): Promise<void>;
  /** What the page's console showed as errors since it was opened, content scripts' errors included. */
  errors: string[];
  /** Text of the toolbar badge for this tab. */
  badge(): Promise<string>;
  close(): Promise<void>;
  /** The browser's own tools on this page. Chromium only. */
  devtools?(): Promise<CDPSession>;
}

export interface StartOptions {
  /** False shows a window, for a person to use. */
  headless?: boolean;
  /** Further command-line arguments, Chromium only. */
  args?: string[];
  /** Folder of the browser's profile, kept afterwards; absent: a fresh one that goes with the browser. Chromium only. */
  profile?: string;
  /** Further preferences, Firefox only. */
  prefs?: Record<string, unknown>;
}

export interface Session {
  name: "chromium" | "firefox";
  open(url: string): Promise<Chart>;
  /** Opens one of the extension's own pages in a tab, by its path in the build. */
  own(path: string): Promise<Panel>;
  /** The panel that a press opened. */
  panel(): Promise<Panel>;
  /**
   * Presses the panel's button that bears these words as a person's gesture, and the browser says yes to what it asks.
   * Firefox only: nobody can answer Chromium's questions where there is no screen.
   */
  pressAsPerson?(words: string): Promise<void>;
  /** Removes the extension and installs it again, as an update does to the pages that are open. Chromium only. */
  update?(): Promise<void>;
  /** Installs another extension beside ours; gives back its id. Chromium only. */
  install?(folder: string): Promise<string>;
  /** Our own id. Chromium only: Firefox gives a new one to each installation. */
  id?: string;
  /** Ends the background worker, as the browser does after half a minute of quiet. */
  killWorker(): Promise<void>;
  /** Addresses that any document or worker of this browser asked for, ours included. */
  requests: string[];
  /** Resolves when the browser has gone, whoever closed it. */
  ended: Promise<void>;
  close(): Promise<void>;
}
