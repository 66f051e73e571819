/** A browser small enough to hold in the hand: events that tests fire, session memory, and a log of what was asked. */
type Listener = (...args: never[]) => unknown;

class FakeEvent {
  readonly listeners: Listener[] = [];
  addListener = (listener: Listener) => void this.listeners.push(listener);
  removeListener = (listener: Listener) =>
    void this.listeners.splice(this.listeners.indexOf(listener) >>> 0, 1);
  fire = (...args: unknown[]) => this.listeners.map((listener) => listener(...(args as never[])));
}

import "fake-indexeddb/auto";

export const EXTENSION = "nextline-under-test";
export const OWN_PAGE = `chrome-extension://${EXTENSION}/src/sidebar/index.html`;

/** Runs whoever asks one after another; Node knows no Web Locks before its version 24. */
function fakeLocks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request: (_name: string, work: () => Promise<unknown>) => {
      const mine = last.then(work, work);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

export function fakeBrowser() {
  const memory = new Map<string, unknown>();
  const disk = new Map<string, unknown>();
  Object.defineProperty(globalThis, "navigator", { value: { locks: fakeLocks() }, configurable: true });
  const changed = new FakeEvent();
  const asked: string[] = [];
  const badges = new Map<number, string>();
  /** Lines that a panel opened to a tab. */
  const lines = new Set<{ onMessage: FakeEvent }>();
  const told: { tabId: number; message: unknown; frameId?: number }[] = [];
  const state = {
    /** What an injection meets: nothing (it succeeds), or the browser's refusal. */
    refusal: undefined as string | undefined,
    /** The frames of every tab that can be injected into. */
    frames: [] as number[],
    highlight: undefined as string | undefined,
    /** What IT set for this extension. */
    policy: {} as Record<string, unknown>,
    /** The address of the page in every tab. */
    address: "https://ehr.example/" as string | undefined,
  };
  const events = {
    message: new FakeEvent(),
    pressed: new FakeEvent(),
    updated: new FakeEvent(),
    removed: new FakeEvent(),
    replaced: new FakeEvent(),
    permissionAdded: new FakeEvent(),
    permissionRemoved: new FakeEvent(),
    installed: new FakeEvent(),
    startup: new FakeEvent(),
  };
  const copy = (value: unknown) => structuredClone(value);
  const browser = {
    runtime: {
      id: EXTENSION,
      getURL: (path: string) => `chrome-extension://${EXTENSION}/${path}`,
      getManifest: () => ({ host_permissions: [] }),
      openOptionsPage: async () => void asked.push("open settings"),
      onMessage: events.message,
      onInstalled: events.installed,
      onStartup: events.startup,
    },
    action: {
      onClicked: events.pressed,
      setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => void badges.set(tabId, text),
      setBadgeBackgroundColor: async () => undefined,
    },
    sidebarAction: {
      open: async () => void asked.push("open panel"),
    },
    tabs: {
      onUpdated: events.updated,
      onRemoved: events.removed,
      onReplaced: events.replaced,
      get: async (id: number) => ({ id, url: state.address }),
      connect: () => {
        const line = {
          onMessage: new FakeEvent(),
          onDisconnect: new FakeEvent(),
          disconnect: () => void lines.delete(line),
        };
        lines.add(line);
        return line;
      },
      sendMessage: async (tabId: number, message: unknown, options?: { frameId: number }) => {
        told.push({ tabId, message, frameId: options?.frameId });
        return state.highlight === undefined ? undefined : { highlight: state.highlight };
      },
    },
    scripting: {
      executeScript: async (injection?: { target: { frameIds?: number[] } }) => {
        asked.push(["inject", ...(injection?.target.frameIds ?? [])].join(" "));
        if (state.refusal) throw new Error(state.refusal);
        return state.frames.map((frameId) => ({ frameId }));
      },
      insertCSS: async ({ css }: { css: string }) => void asked.push(css),
      unregisterContentScripts: async () => undefined,
      registerContentScripts: async (scripts: unknown) => void asked.push(JSON.stringify(scripts)),
    },
    permissions: {
      onAdded: events.permissionAdded,
      onRemoved: events.permissionRemoved,
      getAll: async () => ({ origins: ["https://ehr.example/*"] }),
    },
    storage: {
      onChanged: changed,
      managed: { get: async () => copy(state.policy) },
      local: {
        get: async (key: string) => ({ [key]: copy(disk.get(key)) }),
        set: async (values: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(values)) disk.set(key, copy(value));
        },
        remove: async (keys: string[]) => {
          for (const key of keys) disk.delete(key);
        },
      },
      session: {
        get: async (key: string | null) =>
          key === null ? copy(Object.fromEntries(memory)) : { [key]: copy(memory.get(key)) },
        set: async (values: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(values)) memory.set(key, copy(value));
          changed.fire(values, "session");
        },
        remove: async (keys: string[]) => {
          for (const key of keys) memory.delete(key);
          changed.fire(Object.fromEntries(keys.map((key) => [key, {}])), "session");
        },
      },
    },
  };
  return { browser, events, memory, disk, changed, asked, badges, told, lines, state };
}

export type FakeBrowser = ReturnType<typeof fakeBrowser>;
