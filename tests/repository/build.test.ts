import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const SITES = "https://ehr.example/*,https://notes.example/chart/*";
const folder = mkdtempSync(join(tmpdir(), "nextline-build-"));
const BROWSERS = ["chrome", "firefox"] as const;

function build(out: string, env: Record<string, string>) {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/build.mjs"], {
    env: { ...process.env, ...env, OUT: join(folder, out) },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
}

beforeAll(() => {
  build("plain", { SITES: "" });
  build("clinic", { SITES });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const filesOf = (out: string) =>
  readdirSync(join(folder, out), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const read = (path: string) => readFileSync(path, "utf8");
const manifestOf = (out: string, browser: string) =>
  JSON.parse(read(join(folder, out, browser, "manifest.json")));

/** Names by which code can reach a network. The Prove-it page alone may hold them: it tries them and shows that they fail. */
const WAYS_OUT =
  /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|webkitRTCPeerConnection|WebTransport|importScripts|new Image|serviceWorker\.register)\b|\bimport\(|rel="?(preconnect|prefetch|dns-prefetch)|tabs\.create/;

describe.each(BROWSERS)("the %s build", (browser) => {
  it("asks for no site at rest", () => {
    const manifest = manifestOf("plain", browser);
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.content_scripts).toBeUndefined();
  });

  it("asks for exactly the clinic's sites where they are baked in", () => {
    const manifest = manifestOf("clinic", browser);
    expect(manifest.host_permissions).toEqual(SITES.split(","));
    expect(manifest.content_scripts).toHaveLength(1);
    expect(manifest.content_scripts[0]).toMatchObject({
      matches: SITES.split(","),
      js: ["content.js"],
      all_frames: true,
      match_origin_as_fallback: true,
    });
  });

  it("explains every permission, and no other", () => {
    const explained = [...read("docs/PERMISSIONS.md").matchAll(/^## (\w+)$/gm)].map(([, name]) => name);
    const keys = Object.keys(manifestOf("clinic", browser)).filter((key) => key.endsWith("permissions"));
    const asked = [
      ...manifestOf("clinic", browser).permissions,
      ...keys.filter((key) => key !== "permissions"),
    ];
    const here = browser === "chrome" ? explained : explained.filter((name) => name !== "sidePanel");
    expect(asked.sort()).toEqual(here.sort());
  });

  it.each(["plain", "clinic"])("shows web pages no file of ours (%s)", (out) => {
    expect(manifestOf(out, browser).web_accessible_resources).toBeUndefined();
    expect(manifestOf(out, browser).externally_connectable).toBeUndefined();
  });

  it("names every file that its manifest points to", () => {
    const manifest = manifestOf("plain", browser);
    const panel = manifest.side_panel?.default_path ?? manifest.sidebar_action?.default_panel;
    const files = filesOf(`plain/${browser}`).map((path) =>
      path.slice(join(folder, "plain", browser).length + 1),
    );
    expect(files).toEqual(
      expect.arrayContaining([panel, "content.js", "reader.js", "_locales/en/messages.json"]),
    );
  });

  it("holds no way out to a network", () => {
    const leaking = filesOf(`clinic/${browser}`)
      .filter((path) => /\.(js|html|css)$/.test(path) && !/\/prove[^/]*\.js$/.test(path))
      .flatMap((path) => read(path).match(WAYS_OUT)?.[0] ?? []);
    expect(leaking).toEqual([]);
  });

  it("would notice a way out", () => {
    for (const code of [
      "fetch(x)",
      "new Image",
      "navigator.sendBeacon(x)",
      'import("x")',
      "new WebSocket(x)",
    ]) {
      expect(code).toMatch(WAYS_OUT);
    }
  });

  it("forbids everything that it does not need", () => {
    const { extension_pages: policy } = manifestOf("plain", browser).content_security_policy;
    expect(policy.split("; ").sort()).toEqual([
      "base-uri 'none'",
      "default-src 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "img-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
    ]);
  });

  it("puts neither schema library nor polyfill nor panel into the page", () => {
    for (const name of ["content.js", "reader.js"]) {
      const script = read(join(folder, "clinic", browser, name));
      expect(script).not.toMatch(/\b(zod|safeParse|preact|sidePanel)\b|webextension-polyfill|chrome\.tabs/);
    }
  });

  it("keeps the page's DOM out of the worker", () => {
    const worker = filesOf(`plain/${browser}`).find((path) => /\/worker\.ts-[^/]*\.js$/.test(path)) ?? "";
    expect(read(worker)).not.toMatch(/\bdocument\.(createElement|querySelector|body|head)\b/);
  });

  it("does not grow unnoticed", () => {
    const size = (match: RegExp) =>
      filesOf(`clinic/${browser}`)
        .filter((path) => match.test(path))
        .reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
    // What runs in every page. The aim is 25,000: most of that room is left.
    expect(size(/\/content\.js$/)).toBeLessThanOrEqual(6_000);
    // What was reached, with a little room: the reader, which comes only where it is called, then worker and panel,
    // whose aims are 60,000 each.
    expect(size(/\/reader\.js$/)).toBeLessThanOrEqual(118_000);
    expect(
      size(/\/(worker\.ts|view|knowledge-content|messages|platform|policy)-[^/]*\.js$/),
    ).toBeLessThanOrEqual(100_000);
    expect(
      size(/\/(panel|jsxRuntime|live-port|messages|platform|words)-[^/]*\.(js|css)$/),
    ).toBeLessThanOrEqual(60_000);
  });
});

describe("the clinic's build", () => {
  it("gives the same bytes when built again elsewhere", () => {
    build("again", { SITES });
    const relative = (out: string) => filesOf(out).map((path) => path.slice(join(folder, out).length));
    expect(relative("again")).toEqual(relative("clinic"));
    for (const path of relative("clinic")) {
      expect(
        readFileSync(join(folder, "again", path)).equals(readFileSync(join(folder, "clinic", path))),
      ).toBe(true);
    }
  });
});
