import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "nextline-lint-"));

/** Every warning that we know and accept, and why. Any other, and any error, fails. */
const ACCEPTED = [
  // Preact's own renderer; nothing of ours sets innerHTML.
  "UNSAFE_VAR_ASSIGNMENT jsxRuntime",
  // Chromium's side panel and host request, asked for only where the browser has them.
  "UNSUPPORTED_API platform: permissions.addHostAccessRequest is not supported",
  "UNSUPPORTED_API platform: sidePanel.open is not supported",
];

interface Report {
  errors: Warning[];
  warnings: Warning[];
}
interface Warning {
  code: string;
  file?: string;
  message: string;
}

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/build.mjs"], {
    env: { ...process.env, SITES: "", OUT: folder },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("passes the store's linter with exactly the warnings that we accept", () => {
  const { stdout } = spawnSync(
    process.execPath,
    [
      "node_modules/web-ext/bin/web-ext.js",
      "lint",
      "--source-dir",
      join(folder, "firefox"),
      "--output",
      "json",
      "--no-config-discovery",
    ],
    { encoding: "utf8" },
  );
  const { errors, warnings } = JSON.parse(stdout) as Report;
  const told = ({ code, file = "", message }: Warning) => {
    const name = file.replace(/^assets\//, "").replace(/-[\w-]{8}\.js$/, "");
    return code === "UNSUPPORTED_API" ? `${code} ${name}: ${message}` : `${code} ${name}`;
  };
  expect(errors.map(told)).toEqual([]);
  expect(warnings.map(told).sort()).toEqual(ACCEPTED);
}, 60_000);
