import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { type CpuProfile, profileOf } from "./browser";

/** Milliseconds that the functions of one source file took themselves, what the browser did for them included. */
export interface Part {
  file: string;
  ms: number;
}

/** Path of the reader's source map below a build that has maps. */
const MAP = "src/content/main.iife.js.map";
const SETTLE_MS = 1_000;
const READER = /^chrome-extension:\/\/[^/]+\/reader\.js$/;

/**
 * Where the reader's time goes while `act` runs and shortly after it, by source file, the most first.
 * `build` is a folder built with source maps, of the same reader as the one that is loaded.
 */
export async function partsOf(page: Page, build: string, act: () => Promise<unknown>): Promise<Part[]> {
  const map = new SourceMap(JSON.parse(readFileSync(join(build, MAP), "utf8")));
  return partsIn(await profileOf(page, act, SETTLE_MS), (line, column) => {
    const entry = map.findEntry(line, column);
    return ("originalSource" in entry && entry.originalSource?.replace(/^.*\/(?=src\/)/, "")) || "bundler";
  });
}

/** Self time by file; `fileAt` names the source file of a place in the reader, both counted from 0. */
export function partsIn(
  { nodes, samples, timeDeltas }: CpuProfile,
  fileAt: (line: number, column: number) => string,
): Part[] {
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const files = new Map<number, string | undefined>();
  /** The file of the nearest function of the reader on the stack: what it calls of the browser's is its own time. */
  const fileOf = (id: number): string | undefined => {
    if (files.has(id)) return files.get(id);
    const frame = byId.get(id)?.callFrame;
    const parent = parents.get(id);
    const file =
      frame && READER.test(frame.url)
        ? fileAt(frame.lineNumber, frame.columnNumber)
        : parent === undefined
          ? undefined
          : fileOf(parent);
    files.set(id, file);
    return file;
  };
  const sums = new Map<string, number>();
  samples.forEach((id, index) => {
    const file = fileOf(id);
    if (file !== undefined) sums.set(file, (sums.get(file) ?? 0) + (timeDeltas[index + 1] ?? 0) / 1000);
  });
  return [...sums].map(([file, ms]) => ({ file, ms })).sort((a, b) => b.ms - a.ms);
}
