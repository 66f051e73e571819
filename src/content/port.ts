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

  return {
    alive,
    close,
    async send(message) {
      if (!alive()) return false;
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
