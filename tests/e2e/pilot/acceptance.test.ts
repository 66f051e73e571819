import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { startChromium } from "../harness/chromium";
import { BROWSERS, start } from "../harness/sessions";
import type { Session } from "../harness/types";

/** What the clinic may wait for, in milliseconds. */
const PATIENCE = 60_000;

const PAGE = "src/settings/acceptance.html";

interface Result {
  verdict: string;
  failed: string[];
  passed: number;
  text: string;
}

/** Presses the one button and waits for the report. */
async function run(session: Session): Promise<Result> {
  const page = await session.own(PAGE);
  const ready = () => page.run<boolean>("() => document.querySelector('button.primary') !== null");
  while (!(await ready())) await sleep(50);
  await page.run("() => document.querySelector('button.primary').click()");
  const until = Date.now() + PATIENCE;
  const verdict = () =>
    page.run<string>("() => document.querySelector('[data-acceptance]')?.dataset.acceptance ?? ''");
  while ((await verdict()) === "") {
    if (Date.now() > until) throw new Error("The acceptance run did not end within a minute");
    await sleep(100);
  }
  return page.run<Result>(`() => {
    const rows = [...document.querySelectorAll("[data-verdict]")];
    const isFailed = (row) => row.querySelector("td.fail") !== null;
    return {
      verdict: document.querySelector("[data-acceptance]").dataset.acceptance,
      failed: rows.filter(isFailed).map((row) => row.dataset.verdict + ": " + row.innerText),
      passed: rows.filter((row) => !isFailed(row)).length,
      text: document.body.innerText,
    };
  }`);
}

describe.each(BROWSERS)("the acceptance run in %s", (browser) => {
  it("passes on the built product, and leaves a page to sign", async () => {
    const session = await start(browser, "plain");
    try {
      const { verdict, failed, passed, text } = await run(session);
      expect(failed).toEqual([]);
      expect(verdict).toBe("passed");
      expect(passed).toBeGreaterThanOrEqual(120);
      expect(text).toMatch(/\b[0-9a-f]{64}\b/);
      expect(text).toMatch(/Signature/);
    } finally {
      await session.close();
    }
  });
});

describe("the acceptance run on broken knowledge", () => {
  const folder = mkdtempSync(join(tmpdir(), "nextline-broken-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Builds a copy of the tree in which one knowledge file says something else. */
  function build(file: string, from: string, to: string): string {
    for (const part of [
      "src",
      "scripts",
      "manifest.json",
      "package.json",
      "vite.config.ts",
      "tsconfig.json",
    ]) {
      cpSync(part, join(folder, part), { recursive: true });
    }
    symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
    const path = join(folder, "src/engine/knowledge", file);
    const text = readFileSync(path, "utf8");
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
    const vite = resolve("node_modules/vite/bin/vite.js");
    const { status, stderr } = spawnSync(process.execPath, [vite, "build", "--logLevel", "error"], {
      cwd: folder,
      env: { ...process.env, BROWSER: "chrome", OUT: join(folder, "dist"), SITES: "" },
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(stderr);
    return join(folder, "dist/chrome");
  }

  it("fails, and says for whom", async () => {
    const built = build("base-status.json", '"mild": "caution tacrolimus-mild"', '"mild": "recommend"');
    const session = await startChromium(built);
    try {
      const { verdict, failed, text } = await run(session);
      expect(verdict).toBe("failed");
      expect(failed.join()).toContain("severity-mild");
      expect(text).toContain("tacrolimus-ointment is recommend, not caution");
      expect(text).toContain("Do not use this installation");
    } finally {
      await session.close();
    }
  });
});
