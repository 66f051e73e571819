// npm run soak: the long runs in real Chromium, good build against builds that break one promise each, written down in
// docs/reliability.md. SWITCHES (default 1000) and SEED may be set. Takes about forty minutes on two idle cores.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { ensureBrowsers, findBrowser } from "./browsers.mjs";
import { root } from "./install.mjs";

ensureBrowsers(["chromium"]);
const folder = mkdtempSync(join(tmpdir(), "nextline-soak-"));
const results = join(folder, "rows.jsonl");
const started = Date.now();
const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--config", "tests/e2e/soak/vitest.config.ts"],
  { cwd: root, stdio: "inherit", env: { ...process.env, SOAK_RESULTS: results } },
);
const rows = existsSync(results)
  ? readFileSync(results, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
  : [];
rmSync(folder, { recursive: true, force: true });
if (rows.length === 0) {
  console.error("No run came to a result; docs/reliability.md stays as it is.");
  process.exit(status || 1);
}

const version = spawnSync(findBrowser("chromium"), ["--version"], { encoding: "utf8" });
const chromium = /Chromium [\d.]+/.exec(version.stdout)?.[0] ?? "Chromium";
const minutes = Math.round((Date.now() - started) / 60_000);
const memory = Math.round(totalmem() / 2 ** 30);
const cells = ({ what, tried, failures, broken }) =>
  `| ${[what, tried, `**${failures}**`, `${broken.name}: ${broken.failures} in ${broken.tried}`].join(" | ")} |`;
const notes = rows.flatMap(({ note }) => (note ? [`- ${note}`] : []));

writeFileSync(
  join(root, "docs/reliability.md"),
  `# Reliability

Written by \`npm run soak\` on ${new Date().toISOString().slice(0, 10)}: ${availableParallelism()} cores, ${memory} GB, ${process.platform}, ${chromium}, headless, Node ${process.versions.node}; ${minutes} minutes. ${status === 0 ? "Every run ended as it must." : "**Not every run ended as it must.**"}

Each row was measured twice in the same run: on the build that ships, and on one that breaks this very promise. The second
shows that the measurement would have noticed.

| what must not happen | tried | found | in a build that breaks it |
| --- | --- | --- | --- |
${rows.map(cells).join("\n")}

${notes.join("\n")}
- The builds that break a promise change one source while it is built (\`tests/e2e/soak/variants.ts\`); nothing of them is in what ships.
- Patients, charts and pages are synthetic. Other machines, browsers and record systems will differ: run it where you work.
`,
);
console.log(`docs/reliability.md is written: ${rows.length} rows, ${minutes} minutes.`);
process.exit(status ?? 1);
