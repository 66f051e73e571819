/**
 * The one file of worker and panel that names the browser's API. Promises, plain values, and our words for the
 * browser's refusals; no policy. (The content script has its own small door, content/port.ts.)
 */
import browser, { type Runtime, type Tabs } from "webextension-polyfill";

/** The files that run in pages, under the names that the build gives them. */
const SCOUT = "content.js";
const READER = "reader.js";

/** Who sent a message. `tabId` and `frameId` are there for a page's frame; `own` marks one of our own pages. */
export interface Sender {
  tabId?: number;
  frameId?: number;
  own: boolean;
  /** Of a page's frame; a frame without an address of its own has that of the document which made it. */
  address?: string;
}

/** Why a tab could not be read: never asked for, not readable by any extension, or just changing its document. */
export type Refusal = "not-permitted" | "no-answer" | "gone";

type Answer = (message: unknown, sender: Sender) => Promise<unknown> | undefined;

/** One listener a context. It answers undefined, at once, to what is not its own (a stranger's message gets no answer). */
export function onMessage(answer: Answer): () => void {
  const listener = (message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id) return undefined;
    const own = sender.url?.startsWith(browser.runtime.getURL("")) ?? false;
    return answer(message, {
      tabId: own ? undefined : sender.tab?.id,
      frameId: sender.frameId,
      own,
      address: own ? undefined : addressOf(sender),
    });
  };
  browser.runtime.onMessage.addListener(
    listener as Parameters<typeof browser.runtime.onMessage.addListener>[0],
  );
  return () =>
    browser.runtime.onMessage.removeListener(
      listener as Parameters<typeof browser.runtime.onMessage.addListener>[0],
    );
}

function addressOf(sender: Runtime.MessageSender): string | undefined {
  if (sender.url && /^https?:/.test(sender.url)) return sender.url;
  // Not yet in the polyfill's types; both browsers know it.
  const { origin } = sender as { origin?: string };
  return origin && /^https?:/.test(origin) ? `${origin}/` : undefined;
}

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

/** Tells every frame of a tab something; frames that are gone do not matter. */
export async function tellTab(tabId: number, message: object): Promise<void> {
  await browser.tabs.sendMessage(tabId, message).catch(() => undefined);
}

/**
 * A line to every frame of ours in a tab, past the worker: a message to all waits for a sleeping worker to start. Each
 * frame says at once where it is. Gives back how to close the line.
 */
export function openLine(tabId: number, heard: (message: unknown) => void): () => void {
  const line = browser.tabs.connect(tabId);
  line.onMessage.addListener(heard);
  // Nobody there is no fault; unread, the browser would log it as one.
  line.onDisconnect.addListener(() => void browser.runtime.lastError);
  return () => line.disconnect();
}

/** Asks one frame something; undefined where nobody answers. */
export async function askFrame(tabId: number, frameId: number, message: object): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, message, { frameId }).catch(() => undefined);
}

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

/** Memory of the browser session: never written to disk, closed to content scripts. */
export const session = {
  async all(): Promise<Record<string, unknown>> {
    return browser.storage.session.get(null);
  },
  async get(key: string): Promise<unknown> {
    return (await browser.storage.session.get(key))[key];
  },
  async set(key: string, value: unknown): Promise<void> {
    await browser.storage.session.set({ [key]: value });
  },
  async remove(keys: string[]): Promise<void> {
    if (keys.length > 0) await browser.storage.session.remove(keys);
  },
  /** Calls back with the keys that changed. */
  onChanged(changed: (keys: string[]) => void): () => void {
    const listener = (changes: Record<string, unknown>, area: string) => {
      if (area === "session") changed(Object.keys(changes));
    };
    browser.storage.onChanged.addListener(listener);
    return () => browser.storage.onChanged.removeListener(listener);
  },
};

/** What is kept on disk: settings and dates, never anything of a chart. */
export const local = {
  async get(key: string): Promise<unknown> {
    return (await browser.storage.local.get(key))[key];
  },
  async set(key: string, value: unknown): Promise<void> {
    await browser.storage.local.set({ [key]: value });
  },
  async remove(keys: string[]): Promise<void> {
    await browser.storage.local.remove(keys);
  },
};

/** The policy that the clinic's IT set in the browser; empty where there is none. */
export async function managedPolicy(): Promise<Record<string, unknown>> {
  // Firefox refuses where no policy names this extension.
  return (await browser.storage.managed.get(null).catch(() => undefined)) ?? {};
}

/** Calls back when the policy changed. Firefox reads its policies at start only, so it never does. */
export function onPolicyChanged(changed: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === "managed") changed();
  });
}

/** Keeps both stores closed to content scripts, where the browser lets us say so. */
export async function closeStores(): Promise<void> {
  if (typeof chrome === "undefined") return;
  for (const store of [chrome.storage.session, chrome.storage.local]) {
    await store.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" })?.catch(() => undefined);
  }
}

const SCRIPT_ID = "always";

/** A site that may be read without a press; `built`: it came with the clinic's build. */
export interface Site {
  origin: string;
  built: boolean;
}

export async function sitesAlwaysRead(): Promise<Site[]> {
  const built = browser.runtime.getManifest().host_permissions ?? [];
  const granted = (await browser.permissions.getAll()).origins ?? [];
  return granted.map((origin) => ({ origin, built: built.includes(origin) }));
}

/** False where the browser refuses, as it does for a site of the clinic's build. */
export async function withdrawSite(origin: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [origin] }).catch(() => false);
}

/**
 * Registers the scout for exactly those origins granted now that `wanted` lets through, for this and later
 * browser sessions.
 */
export async function registerForGrantedSites(wanted: (origin: string) => boolean): Promise<void> {
  const origins = (await sitesAlwaysRead()).flatMap(({ origin, built }) =>
    !built && wanted(origin) ? [origin] : [],
  );
  await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] }).catch(() => undefined);
  if (origins.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: SCRIPT_ID,
      js: [SCOUT],
      matches: origins,
      allFrames: true,
      // Not yet in the polyfill's types; both browsers know it.
      ...{ matchOriginAsFallback: true },
      runAt: "document_idle",
      persistAcrossSessions: true,
    },
  ]);
}

export function onPermissionsChanged(changed: () => void): void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
}

/** Calls back after an installation, an update and a start of the browser; `first`: it is here for the first time. */
export function onInstalled(installed: (first: boolean) => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => installed(reason === "install"));
  browser.runtime.onStartup.addListener(() => installed(false));
}

export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Asks the worker; undefined where it gave no answer. */
export async function askWorker(message: object): Promise<unknown> {
  return browser.runtime.sendMessage(message);
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

type Tab = { id: number; url?: string };

/** Every page of a host, on every port: a match pattern has none. */
function patternOf({ url }: Tab): { host: string; pattern: string } | undefined {
  if (!url || !/^https?:/.test(url)) return undefined;
  const { protocol, hostname, host } = new URL(url);
  return { host, pattern: `${protocol}//${hostname}/*` };
}

/**
 * How a tab's site may come to be read without a press. Undefined where nothing can be offered: without a press,
 * Firefox shows no address and takes no request.
 */
export async function siteOffer(
  tab: Tab,
): Promise<{ host?: string; way: "granted" | "ask" | "by-request" } | undefined> {
  const site = patternOf(tab);
  if (site) {
    const granted = await browser.permissions.contains({ origins: [site.pattern] });
    return { host: site.host, way: granted ? "granted" : "ask" };
  }
  return requestByTab() && { way: "by-request" };
}

/** Chromium can ask for a site that it does not name to us, beside its toolbar. */
function requestByTab() {
  if (typeof chrome === "undefined" || !("addHostAccessRequest" in chrome.permissions)) return undefined;
  return (tabId: number) => chrome.permissions.addHostAccessRequest({ tabId });
}

/**
 * Asks for lasting access to a tab's site; to be called from a click, before anything is awaited. "asked": the
 * browser shows the request beside the toolbar, and the answer comes in its own time.
 */
export async function requestSite(tab: Tab): Promise<"granted" | "refused" | "asked"> {
  const site = patternOf(tab);
  if (site) return (await browser.permissions.request({ origins: [site.pattern] })) ? "granted" : "refused";
  const request = requestByTab();
  await request?.(tab.id);
  return request ? "asked" : "refused";
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

/** What the extension may do here and the names of what it keeps: names only, never a value. */
export interface Holdings {
  permissions: string[];
  origins: string[];
  local: string[];
  session: string[];
  databases: string[];
}

export async function holdings(): Promise<Holdings> {
  const [granted, local, kept] = await Promise.all([
    browser.permissions.getAll(),
    browser.storage.local.get(null),
    session.all(),
  ]);
  const databases = (await indexedDB.databases?.()) ?? [];
  return {
    permissions: granted.permissions ?? [],
    origins: granted.origins ?? [],
    local: Object.keys(local),
    session: Object.keys(kept),
    databases: databases.map(({ name }) => name ?? "unnamed"),
  };
}
