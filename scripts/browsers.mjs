// Finds the browsers that tests and the start command drive, and installs them where that takes no more than a package.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Branded Chrome from version 137 on loads no unpacked extension from the command line, so it is not on the list. */
const PLACES = {
  chromium: {
    variable: "CHROME_PATH",
    package: "chromium",
    names: ["chromium", "chromium-browser", "google-chrome-for-testing"],
    paths: [
      "/usr/lib/chromium/chromium",
      "/snap/bin/chromium",
      "/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "C:\\Program Files\\Chromium\\Application\\chrome.exe",
    ],
  },
  firefox: {
    variable: "FIREFOX_PATH",
    package: "firefox-esr",
    names: ["firefox-esr", "firefox"],
    paths: [
      "/Applications/Firefox.app/Contents/MacOS/firefox",
      "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
    ],
  },
};

/**
 * @param {"chromium" | "firefox"} browser
 * @returns {string | undefined} Path of its program, or undefined where there is none.
 * @throws Where the variable that names the program names none.
 */
export function findBrowser(browser) {
  const { variable, names, paths } = PLACES[browser];
  const chosen = process.env[variable];
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`${variable} says ${chosen}, where nothing stands.`);
    return chosen;
  }
  const folders = (process.env.PATH ?? "").split(delimiter);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const candidates = [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name + suffix))),
    ...paths,
  ];
  return candidates.find((path) => existsSync(path));
}

/** Finds the browsers, installing missing ones on Debian and its kin when run as root; otherwise says what to do. */
export function ensureBrowsers(browsers) {
  const missing = browsers.filter((browser) => !findBrowser(browser));
  if (missing.length > 0 && process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    const packages = missing.map((browser) => PLACES[browser].package);
    console.log(`Installing ${packages.join(" and ")} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const stdio = ["ignore", "ignore", "inherit"];
    // What fails here says so itself; what is missing afterwards is named below.
    spawnSync("apt-get", ["update", "-qq"], { stdio, env });
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], { stdio, env });
  }
  for (const browser of browsers) {
    if (findBrowser(browser)) continue;
    const { package: name, variable } = PLACES[browser];
    throw new Error(
      `No ${browser} found. Install it (on Debian: apt-get install ${name}) or set ${variable} to its path.`,
    );
  }
}
