import { execFileSync } from "node:child_process";
import { createHash, createPublicKey } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { zipSync } from "fflate";
import puppeteer, { type Browser, type Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { findBrowser } from "../../../scripts/browsers.mjs";
import { ADULT, chart } from "../charts";
import { serve, type TestServer } from "../harness/server";
import { GECKO_ID, removePolicies, setPolicies, whyNoPolicies } from "./policies";

/** The templates that a clinic copies, with the placeholders of one clinic filled in. */
const template = (name: string, filled: Record<string, string>) =>
  JSON.parse(
    Object.entries(filled).reduce(
      (text, [from, to]) => text.replaceAll(from, to),
      readFileSync(`docs/pilot/policies/${name}`, "utf8"),
    ),
  );

const UUID = "11111111-2222-4333-8444-555555555555";
const refusal = whyNoPolicies();
const folder = mkdtempSync(join(tmpdir(), "nextline-deploy-"));

let server: TestServer;
beforeAll(async () => {
  if (refusal) throw new Error(`Cannot run: ${refusal}`);
  server = await serve({ "/adult": chart(ADULT) });
});
afterAll(async () => {
  removePolicies();
  rmSync(folder, { recursive: true, force: true });
  await server?.close();
});

/** Asks again for up to twenty seconds. */
async function until(there: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 200; turn++) {
    if (await there().catch(() => false)) return;
    await sleep(100);
  }
  throw new Error("It did not come within twenty seconds");
}

/** What the settings page says of each term: its value and who set it. */
async function termsOn(page: Page): Promise<Record<string, string>> {
  await until(() => page.evaluate("document.querySelector('.welcome, .terms') !== null") as Promise<boolean>);
  await page.evaluate("document.querySelector('.welcome button.primary')?.click()");
  await until(() => page.evaluate("document.querySelector('.terms') !== null") as Promise<boolean>);
  return (await page.evaluate(
    "Object.fromEntries([...document.querySelectorAll('[data-term]')].map((row) => [row.dataset.term, row.dataset.origin]))",
  )) as Record<string, string>;
}

/** Terms that came from the policy. */
const fromPolicy = (terms: Record<string, string>) =>
  Object.keys(terms)
    .filter((term) => terms[term] === "policy")
    .sort();

const sorted = (words: string[]) => [...words].sort();

describe("installing by policy in Chromium", () => {
  let browser: Browser;
  let id: string;

  beforeAll(async () => {
    const built = join(folder, "nextline");
    cpSync(join(inject("builds"), "clinic", "chrome"), built, { recursive: true });
    const chromium = findBrowser("chromium") ?? "chromium";
    execFileSync(chromium, ["--no-sandbox", "--headless", `--pack-extension=${built}`], { stdio: "ignore" });
    const key = createPublicKey(readFileSync(`${built}.pem`)).export({ type: "spki", format: "der" });
    id = createHash("sha256")
      .update(key)
      .digest("hex")
      .slice(0, 32)
      .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
    writeFileSync(
      join(folder, "updates.xml"),
      readFileSync("docs/pilot/policies/updates.xml", "utf8")
        .replace("EXTENSION_ID", id)
        .replace("https://intranet.clinic.example/nextline/nextline-0.1.0.crx", `file://${built}.crx`),
    );
    const policies = template("chromium-linux.json", {
      EXTENSION_ID: id,
      "https://intranet.clinic.example/nextline/updates.xml": `file://${join(folder, "updates.xml")}`,
      "https://ehr.clinic.example": "http://127.0.0.1",
    });
    policies["3rdparty"].extensions[id].mode = "live";
    setPolicies("chromium", policies);
    browser = await puppeteer.launch({
      executablePath: chromium,
      pipe: true,
      ignoreDefaultArgs: [
        "--disable-extensions",
        "--disable-component-update",
        "--disable-background-networking",
      ],
      args: ["--no-sandbox", "--disable-gpu", "--no-first-run"],
    });
    await browser.waitForTarget((target) => target.url().includes(id), { timeout: 30_000 });
  });
  afterAll(async () => {
    await browser?.close();
    removePolicies();
  });

  it("takes every term of the template", async () => {
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${id}/src/settings/index.html`);
    const { keys } = template("terms-shadow.json", {});
    expect(fromPolicy(await termsOn(page))).toEqual(sorted(keys));
    expect(await page.$("[data-problem]")).toBeNull();
  });

  it("is kept by the browser itself from reading any other host", async () => {
    const worker = await browser.waitForTarget((target) => target.url().includes(`${id}/service-worker`));
    const badge = async (address: string) => {
      const page = await browser.newPage();
      await page.goto(address);
      await sleep(3_000);
      await page.bringToFront();
      return (await worker.worker())?.evaluate(
        "chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))",
      );
    };
    expect(await badge(`${server.url}/adult`)).not.toBe("");
    expect(await badge(`${server.url.replace("127.0.0.1", "localhost")}/adult`)).toBe("");
  });
});

describe("installing by policy in Firefox", () => {
  let browser: Browser;
  beforeAll(async () => {
    const built = join(inject("builds"), "clinic", "firefox");
    const files = readdirSync(built, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const addon = join(folder, "nextline.xpi");
    writeFileSync(
      addon,
      zipSync(Object.fromEntries(files.map((file) => [file.slice(built.length + 1), readFileSync(file)]))),
    );
    setPolicies(
      "firefox",
      template("firefox-policies.json", {
        "https://intranet.clinic.example/nextline/nextline-0.1.0.xpi": `file://${addon}`,
      }),
    );
    browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: findBrowser("firefox"),
      args: ["--remote-allow-system-access"],
      extraPrefsFirefox: {
        // A clinic has its add-on signed; the one that was just built is not.
        "xpinstall.signatures.required": false,
        "extensions.webextensions.uuids": JSON.stringify({ [GECKO_ID]: UUID }),
      },
    });
  });
  afterAll(async () => {
    await browser?.close();
    removePolicies();
  });

  it("takes every term of the template", async () => {
    const page = await browser.newPage();
    await until(async () => {
      // Firefox never reports that a page of an extension has loaded.
      void page.goto(`moz-extension://${UUID}/src/settings/index.html`).catch(() => undefined);
      await sleep(1_500);
      return (await page.evaluate("document.querySelector('.welcome, .terms') !== null")) as boolean;
    });
    const { keys } = template("firefox-policies.json", {}).policies["3rdparty"].Extensions[GECKO_ID];
    expect(fromPolicy(await termsOn(page))).toEqual(sorted(keys));
    expect(await page.$("[data-problem]")).toBeNull();
  });
});
