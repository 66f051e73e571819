import { join } from "node:path";
import { inject } from "vitest";
import { startChromium } from "./chromium";
import { startFirefox } from "./firefox";
import type { Session } from "./types";

export const BROWSERS = ["chromium", "firefox"] as const;

/** Starts one browser with one of the builds: `plain` asks for each page, `clinic` reads the test sites unasked. */
export function start(browser: (typeof BROWSERS)[number], build: "plain" | "clinic"): Promise<Session> {
  const folder = join(inject("builds"), build, browser === "chromium" ? "chrome" : "firefox");
  return browser === "chromium" ? startChromium(folder) : startFirefox(folder);
}
