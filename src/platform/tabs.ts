/** Tabs: what happens to them, and what is put into them. */
import browser, { type Tabs } from "webextension-polyfill";
import { READER } from "./files";

/** Why a tab could not be read: never asked for, not readable by any extension, or just changing its document. */
export type Refusal = "not-permitted" | "no-answer" | "gone";

/** Calls back on a press of the toolbar button or its keyboard shortcut, with the panel already opening. */
export function onPress(pressed: (tabId: number) => void): void {
  browser.action.onClicked.addListener((tab) => {
    if (tab.id === undefined) return;
    // Must be the first call of the gesture: after any await the browser refuses to open a panel.
    const opening = openPanel(tab.id);
    opening?.catch(() => undefined);
    pressed(tab.id);
  });
}

function openPanel(tabId: number): Promise<void> | undefined {
  // webextension-polyfill knows no sidePanel; Firefox has a sidebar instead.
  if (typeof chrome !== "undefined" && chrome.sidePanel) return chrome.sidePanel.open({ tabId });
  return browser.sidebarAction?.open();
}

/** A tab shows another document now, is gone, or finished loading. */
export function onTab(event: {
  loading(tabId: number): void;
  complete(tabId: number): void;
  removed(tabId: number): void;
}): () => void {
  const updated = (tabId: number, change: Tabs.OnUpdatedChangeInfoType) => {
    if (change.status === "loading") event.loading(tabId);
    if (change.status === "complete") event.complete(tabId);
  };
  const replaced = (_added: number, removed: number) => event.removed(removed);
  browser.tabs.onUpdated.addListener(updated);
  browser.tabs.onRemoved.addListener(event.removed);
  browser.tabs.onReplaced?.addListener(replaced);
  return () => {
    browser.tabs.onUpdated.removeListener(updated);
    browser.tabs.onRemoved.removeListener(event.removed);
    browser.tabs.onReplaced?.removeListener(replaced);
  };
}

/** The address of a tab's page, where we may know it. */
export async function addressOfTab(tabId: number): Promise<string | undefined> {
  return (await browser.tabs.get(tabId).catch(() => undefined))?.url;
}

/**
 * Puts the reader into one frame of the tab, or into every frame that we may read; a second time does no harm. Gives back
 * the frames that it is in.
 */
export async function inject(tabId: number, frameId?: number): Promise<number[] | Refusal> {
  const frames = frameId === undefined ? { allFrames: true } : { frameIds: [frameId] };
  try {
    const injected = await browser.scripting.executeScript({
      target: { tabId, ...frames },
      files: [READER],
    });
    return injected.map((each) => each.frameId);
  } catch (error) {
    const words = String(error);
    if (/cannot access contents of|missing host permission/i.test(words)) return "not-permitted";
    return GONE.test(words) ? "gone" : "no-answer";
  }
}

/** What the browsers say of a frame or tab that went away under their hands. */
const GONE =
  /was removed|was closed|was discarded|no (?:frame|tab) with id|invalid tab|destroyed|disconnected|unloaded/i;

/** Adds a style of ours to one frame, at author origin: Chromium paints highlights from no other. */
export async function insertStyle(tabId: number, frameId: number, css: string): Promise<void> {
  await browser.scripting.insertCSS({ target: { tabId, frameIds: [frameId] }, css, origin: "AUTHOR" });
}

export async function removeStyle(tabId: number, frameId: number, css: string): Promise<void> {
  await browser.scripting
    .removeCSS({ target: { tabId, frameIds: [frameId] }, css, origin: "AUTHOR" })
    .catch(() => undefined);
}

/** The badge on the toolbar icon; a tab that closed meanwhile needs none. */
export async function badge(tabId: number, text: string): Promise<void> {
  await browser.action.setBadgeText({ tabId, text }).catch(() => undefined);
  if (text) await browser.action.setBadgeBackgroundColor({ tabId, color: "#0f4c5c" }).catch(() => undefined);
}

/** The tab in front of this panel's own window. Its address is known only where we may read it. */
export async function tabInFront(): Promise<{ id: number; url?: string } | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? undefined : { id: tab.id, url: tab.url };
}

/** Another tab came to the front of this panel's window. */
export function onTabInFront(changed: () => void): () => void {
  const listener = () => changed();
  browser.tabs.onActivated.addListener(listener);
  browser.tabs.onAttached.addListener(listener);
  return () => {
    browser.tabs.onActivated.removeListener(listener);
    browser.tabs.onAttached.removeListener(listener);
  };
}

export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
}
