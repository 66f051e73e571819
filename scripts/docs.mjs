// Writes the generated documents. `--check` writes nothing and fails if one is stale; OUT=<folder> looks there instead.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { algorithm } from "./docs/algorithm.mjs";
import { terminology } from "./docs/terminology.mjs";

const DOCUMENTS = { "algorithm.md": algorithm, "terminology.md": terminology };

const folder = process.env.OUT ?? fileURLToPath(new URL("../docs", import.meta.url));
const check = process.argv.includes("--check");
const made = await Promise.all(
  Object.entries(DOCUMENTS).map(async ([name, make]) => ({ path: join(folder, name), text: await make() })),
);
const stale = made.filter(({ path, text }) => !existsSync(path) || readFileSync(path, "utf8") !== text);

if (check) {
  for (const { path } of stale) console.error(`${path} is stale: run npm run docs`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  mkdirSync(folder, { recursive: true });
  for (const { path, text } of stale) writeFileSync(path, text);
  console.log(stale.length > 0 ? `wrote ${stale.map(({ path }) => path).join(", ")}` : "up to date");
}
