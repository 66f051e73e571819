/**
 * The content script's door to the extension: the only file here that names the browser's API, native and without a
 * polyfill. When the extension is gone (updated, removed, switched off) the door closes for good, without a word.
 */
import type { FromPage, ToPage } from "../messages";

export interface Port {
  /** Tells the extension something; false unless the worker says that it has taken it in. */
  send(message: FromPage): Promise<boolean>;
  /** Answers the worker's messages; `undefined` is no answer. Strangers get none. */
  listen(answer: (message: ToPage) => unknown): void;
  alive(): boolean;
  /** Closes the door for good, as if the extension were gone; a later injection opens one of its own. */
  close(): void;
}

type Changed = Extract<FromPage, { type: "page/changed" }>;

type Api = Pick<typeof chrome, "runtime">;

function nativeApi(): Api | undefined {
  const holder = globalThis as { browser?: Api; chrome?: Api };
  return holder.browser?.runtime ? holder.browser : holder.chrome;
}

/** `closed` is called once, when the extension turns out to be gone. */
export function openPort(closed: () => void): Port {
  const api = nativeApi();
  let open = api?.runtime?.id !== undefined;

  const close = () => {
    if (!open) return;
    open = false;
    closed();
  };
  const alive = () => {
    if (open && api?.runtime?.id === undefined) close();
    return open;
  };

  /** Open panels, which hear of a change at once: by the other way it waits for a sleeping worker to start. */
  const lines = new Set<chrome.runtime.Port>();
  let last: Changed | undefined;
  api?.runtime?.onConnect?.addListener((line) => {
    if (!alive() || line.sender?.id !== api.runtime.id) return;
    lines.add(line);
    line.onDisconnect.addListener(() => lines.delete(line));
    // Whoever asks is told where this document is now: advice for anything earlier must not be shown.
    if (last) line.postMessage(last);
  });

  const tellPanels = (message: Changed) => {
    for (const line of lines) {
      try {
        line.postMessage(message);
      } catch {
        lines.delete(line);
      }
    }
  };

  return {
    alive,
    close,
    async send(message) {
      if (!alive()) return false;
      if (message.type === "page/changed" || message.type === "page/reading") {
        last = { type: "page/changed", document: message.document, visit: message.visit };
        if (message.type === "page/changed") tellPanels(last);
      }
      try {
        return (await api?.runtime.sendMessage(message)) === true;
      } catch {
        // Nobody there is no fault: the worker may have died with the message in its hands.
        alive();
        return false;
      }
    },
    listen(answer) {
      if (!alive()) return;
      api?.runtime.onMessage.addListener((message, sender, reply) => {
        if (!alive() || sender.id !== api.runtime.id) return undefined;
        const given = answer(message as ToPage);
        if (given !== undefined) reply(given);
        return undefined;
      });
    },
  };
}
