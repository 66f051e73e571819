/** Sites that may be read without a press. */
import browser from "webextension-polyfill";
import { SCOUT } from "./files";

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
