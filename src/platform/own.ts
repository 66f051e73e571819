/** The extension itself: its start, its pages, its words. */
import browser from "webextension-polyfill";

/** Calls back after an installation, an update and a start of the browser; `first`: it is here for the first time. */
export function onInstalled(installed: (first: boolean) => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => installed(reason === "install"));
  browser.runtime.onStartup.addListener(() => installed(false));
}

export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** The keys that read a page, as the browser has them. */
export async function pressShortcut(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find((command) => command.name === "_execute_action")?.shortcut ?? "";
}

/** A word of the interface in the browser's language. */
export function word(key: string, substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions) || key;
}
