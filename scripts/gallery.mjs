// npm run gallery: every named state of the panel, by the shipped components. Pictures of each go to screenshots/;
// "-- --serve" keeps the gallery open in a browser of your own; "-- --only advice,note" takes those pictures alone;
// "-- --readme" takes the three of the README.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer";
import { build } from "vite";
import { findBrowser } from "./browsers.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "tests/sidebar/gallery");
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/** Builds the gallery into a folder of its own and serves it on this machine. */
export async function serveGallery() {
  const outDir = mkdtempSync(join(tmpdir(), "nextline-gallery-"));
  await build({
    root: folder,
    configFile: false,
    logLevel: "warn",
    base: "./",
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: {
      outDir,
      emptyOutDir: true,
      rollupOptions: { input: ["index.html", "handout.html"].map((page) => join(folder, page)) },
    },
  });
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    try {
      const body = readFileSync(join(outDir, path === "/" ? "index.html" : path));
      response.setHeader("content-type", TYPES[extname(path)] ?? "text/html");
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

/** A browser for the gallery. */
export const openBrowser = () =>
  puppeteer.launch({ executablePath: findBrowser("chromium"), args: ["--no-sandbox", "--disable-gpu"] });

/** The names of all states, as the gallery's first page lists them. */
export async function stateNames(page, address) {
  await page.goto(address);
  await page.waitForSelector("figcaption a");
  return page.$$eval("figcaption a", (links) => links.map((link) => link.textContent));
}

/** Shows one state on the gallery's page; throws where one of its steps could not be done. */
export async function openState(page, name) {
  await page.evaluate((wanted) => globalThis.show(wanted), name);
}

const PICTURES = [
  { width: 360, scheme: "light" },
  { width: 360, scheme: "dark" },
  { width: 250, scheme: "light" },
];

/** The README's pictures: the glance, the check, the note. */
const README = ["advice", "card-tacrolimus", "note"];

/** Takes each picture of `views` of the states whose names `wanted` takes, into `folder`. */
async function takePictures(folder, views, wanted, nameOf) {
  const gallery = await serveGallery();
  const browser = await openBrowser();
  const pictures = join(root, folder);
  mkdirSync(pictures, { recursive: true });
  try {
    const page = await browser.newPage();
    const names = (await stateNames(page, gallery.address)).filter(wanted);
    for (const view of views) {
      await page.setViewport({ width: view.width, height: 800, deviceScaleFactor: 2 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: view.scheme }]);
      for (const name of names) {
        await openState(page, name);
        await page.screenshot({ path: join(pictures, nameOf(name, view)) });
      }
    }
    console.log(`${names.length * views.length} pictures of ${names.length} states in ${pictures}`);
  } finally {
    await browser.close();
    gallery.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes("--serve")) {
    const { address } = await serveGallery();
    console.log(`The gallery stands at ${address} until you press Ctrl+C.`);
  } else if (process.argv.includes("--readme")) {
    await takePictures(
      "docs/images",
      PICTURES.slice(0, 1),
      (name) => README.includes(name),
      (name) => `${name}.png`,
    );
  } else {
    const at = process.argv.indexOf("--only");
    const only = at < 0 ? undefined : process.argv[at + 1]?.split(",");
    await takePictures(
      "screenshots",
      PICTURES,
      (name) => !only || only.includes(name),
      (name, { width, scheme }) => `${name}-${width}-${scheme}.png`,
    );
  }
}
