/** What is kept: session memory, settings on disk, the clinic's policy. */
import browser from "webextension-polyfill";

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
