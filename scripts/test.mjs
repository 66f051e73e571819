// npm test: everything. Every step runs, whatever failed before it; the last line counts.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { ensureBrowsers } from "./browsers.mjs";
import { ensurePackages, root } from "./install.mjs";

try {
  ensurePackages();
  ensureBrowsers(["chromium", "firefox"]);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.log("0 passed, 1 failed");
  process.exit(1);
}

const reports = mkdtempSync(join(tmpdir(), "nextline-reports-"));
let passed = 0;
let failed = 0;
/** What failed, told once more at the end: a log that is cut keeps its end. */
const failures = [];

function run(name, command, env = {}) {
  const started = Date.now();
  const { status } = spawnSync(process.execPath, command, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  console.log(
    `${status === 0 ? "ok    " : "FAILED"}  ${name}  (${Math.round((Date.now() - started) / 1000)} s)`,
  );
  return status === 0;
}

/** A step that is one check. */
function check(name, command, env) {
  if (run(name, command, env)) passed++;
  else {
    failed++;
    failures.push(name);
  }
}

/** A step that counts its own checks. */
function suite(name, config) {
  const report = join(reports, `${name.replaceAll(" ", "-")}.json`);
  const good = run(name, [
    "node_modules/vitest/vitest.mjs",
    "run",
    ...(config ? ["--config", config] : []),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : {};
  passed += counts.numPassedTests ?? 0;
  // A file that cannot even be loaded fails no test, and a run that says nothing has failed as well.
  const wrong = (counts.numFailedTests ?? 0) + (counts.numPendingTests ?? 0);
  failed += good ? wrong : Math.max(1, wrong);
  for (const { name: file, assertionResults } of counts.testResults ?? [])
    for (const { status, fullName, failureMessages } of assertionResults)
      if (status !== "passed")
        failures.push(
          `${relative(root, file)}: ${fullName}\n  ${(failureMessages[0] ?? status).slice(0, 600)}`,
        );
}

check("types", ["node_modules/typescript/bin/tsc", "--noEmit"]);
check("style", ["node_modules/@biomejs/biome/bin/biome", "check", "."]);
check("generated documents", ["scripts/docs.mjs", "--check"]);
check("build", ["scripts/build.mjs"], { SITES: "", OUT: "" });
suite("unit tests");
suite("real browsers", "tests/e2e/vitest.config.ts");

rmSync(reports, { recursive: true, force: true });
for (const failure of failures) console.log(`FAILED  ${failure}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
