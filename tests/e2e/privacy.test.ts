import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import puppeteer from "puppeteer";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { findBrowser } from "../../scripts/browsers.mjs";
import { startChromium } from "./harness/chromium";
import { click, pressButton, textOf, waitForState } from "./harness/read";
import { serve, type TestServer } from "./harness/server";
import { BROWSERS_OWN, CHART, countingProxy, DATA, filesWith, pastProxy } from "./harness/traces";
import type { Session } from "./harness/types";

describe("a whole session in chromium", () => {
  const profile = mkdtempSync(join(tmpdir(), "nextline-profile-"));
  const control = mkdtempSync(join(tmpdir(), "nextline-control-"));
  const logs = mkdtempSync(join(tmpdir(), "nextline-logs-"));
  let server: TestServer;
  let proxy: Awaited<ReturnType<typeof countingProxy>>;
  let session: Session;
  let stores: string;

  beforeAll(async () => {
    server = await serve({ "/": CHART });
    proxy = await countingProxy();
    const begin = (log: string) =>
      startChromium(join(inject("builds"), "clinic", "chrome"), {
        profile,
        args: [
          `--proxy-server=http://127.0.0.1:${proxy.port}`,
          "--proxy-bypass-list=<-loopback>",
          `--log-net-log=${join(logs, log)}`,
        ],
      });
    session = await begin("ours.json");
    const page = await session.open(`${server.url}/`);
    await page.press();
    const panel = await session.panel();
    await waitForState(panel, "advice");
    expect(await textOf(panel)).toContain("Larkspur");
    await click(panel, "#chip-ageMonths");
    await pressButton(panel, "Read wrongly");
    for (const tool of ["Copy for the note", "Search", "Handout", "About"]) {
      await pressButton(panel, tool).catch(() => undefined);
      await sleep(300);
    }
    await session.close();

    // On its own: it tries to open ways out, and the sockets that it is left with are the browser's.
    session = await begin("prove.json");
    const prove = await session.own("src/prove/prove.html");
    await click(prove, "#try");
    const verdict = () => prove.run<string>(`() => document.getElementById("verdict").textContent`);
    for (let turn = 0; turn < 200 && !(await verdict()).includes("tried"); turn++) await sleep(200);
    stores = await prove.run<string>(
      `() => Promise.all([chrome.storage.local.get(null), indexedDB.databases()]).then(JSON.stringify)`,
    );
    const open = await prove.run<string>(`() => document.getElementById("verdict").dataset.open`);
    expect(open).toBe("0");
    await session.close();

    const bare = await puppeteer.launch({
      executablePath: findBrowser("chromium"),
      userDataDir: control,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        `--log-net-log=${join(logs, "control.json")}`,
      ],
    });
    const tab = await bare.newPage();
    await tab.goto(`${server.url}/`);
    // A page that opens a way by UDP, to see that it would be seen.
    await tab.evaluate(async () => {
      const connection = new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:9" }] });
      connection.createDataChannel("words");
      await connection.setLocalDescription(await connection.createOffer());
    });
    await sleep(2_000);
    await bare.close();
  }, 180_000);

  afterAll(async () => {
    await server?.close();
    proxy?.close();
    for (const folder of [profile, control, logs])
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it("asks nobody but the chart's own server for anything, through a proxy that counts", () => {
    expect(proxy.seen.length).toBeGreaterThan(0);
    const ours = proxy.seen.filter((address) => !BROWSERS_OWN.test(address));
    expect(ours.filter((address) => !address.startsWith(server.url))).toEqual([]);
  });

  it("sends nothing past the proxy: no UDP, and no question for a name", () => {
    expect(pastProxy(join(logs, "ours.json"))).toEqual({ udp: [], names: [] });
    expect(pastProxy(join(logs, "control.json")).udp).not.toEqual([]);
  });

  it("leaves no word of the chart in the profile that a browser without Nextline would not leave", () => {
    const without = new Set(filesWith(control, DATA));
    expect(filesWith(profile, DATA).filter((file) => !without.has(file))).toEqual([]);
  });

  it("keeps no word of the chart in the stores of its own", () => {
    for (const word of DATA) expect(stores).not.toContain(word);
  });

  it("writes no word of the chart into the address or title of a page of its own", () => {
    const history = readdirSync(join(profile, "Default")).filter((file) => /^(History|Sessions)/.test(file));
    expect(history.length).toBeGreaterThan(0);
    expect(filesWith(join(profile, "Default", "Sessions"), DATA)).toEqual([]);
  });
});
