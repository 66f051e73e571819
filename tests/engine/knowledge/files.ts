/** The knowledge files as they stand on disk. */
import { readdirSync, readFileSync } from "node:fs";

const FOLDER = "src/engine/knowledge";

export const names = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));

export const readJson = (name: string): unknown => JSON.parse(readFileSync(`${FOLDER}/${name}.json`, "utf8"));

/** Every text in a value, with the path that leads to it. */
export function textsOf(value: unknown, path = ""): { path: string; text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}/${key}`));
}

export const everyText = names.flatMap((name) => textsOf(readJson(name.replace(".json", "")), name));
