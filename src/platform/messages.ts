/** Messages between worker, pages and panel. */
import browser, { type Runtime } from "webextension-polyfill";

/** Who sent a message. `tabId` and `frameId` are there for a page's frame; `own` marks one of our own pages. */
export interface Sender {
  tabId?: number;
  frameId?: number;
  own: boolean;
  /** Of a page's frame; a frame without an address of its own has that of the document which made it. */
  address?: string;
}

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

/** Asks the worker; undefined where it gave no answer. */
export async function askWorker(message: object): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

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
