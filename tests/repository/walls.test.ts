import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

const sources = readdirSync("src", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

const room = (path: string) => path.split("/")[1] ?? "";
const textOf = (path: string) => readFileSync(path, "utf8");

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

/** Every import of a file, with relative ones resolved to a path below src/. */
function importsOf(path: string): Import[] {
  const statements = withoutComments(textOf(path)).matchAll(
    /^(?:import|export)\b\s*(type\b)?[^;]*?\bfrom\s+"([^"]+)"|^import\s+"([^"]+)"/gm,
  );
  return [...statements].map(([, type, named, bare]) => {
    const to = named ?? bare ?? "";
    return {
      from: path,
      to: to.startsWith(".") ? normalize(join(dirname(path), to)) : to,
      typeOnly: Boolean(type),
    };
  });
}

const imports = sources.flatMap(importsOf);
const told = ({ from, to }: Import) => `${from} imports ${to}`;

describe("the walls between the rooms", () => {
  it("sees the imports it judges", () => {
    expect(imports.length).toBeGreaterThan(50);
  });

  it("lets the engine import nothing but itself and its schema library", () => {
    const out = imports.filter(
      ({ from, to }) => room(from) === "engine" && !to.startsWith("src/engine") && to !== "zod/mini",
    );
    expect(out.map(told)).toEqual([]);
  });

  it("lets the content script know findings and terms, but no knowledge and no schema library", () => {
    const allowed = /^src\/(content\/|engine\/(finding|vocabulary|terminology))/;
    const out = imports.filter(
      ({ from, to, typeOnly }) =>
        room(from) === "content" && !allowed.test(to) && !(typeOnly && to === "src/messages"),
    );
    expect(out.map(told)).toEqual([]);
  });

  it("keeps medicine out of the panel: types, and words of the vocabulary", () => {
    const out = imports.filter(
      ({ from, to, typeOnly }) =>
        room(from) === "sidebar" &&
        to.startsWith("src/engine") &&
        !typeOnly &&
        to !== "src/engine/vocabulary",
    );
    expect(out.map(told)).toEqual([]);
  });

  it("lets nobody but the panel's own door reach the browser from the panel", () => {
    const out = imports.filter(
      ({ from, to }) =>
        room(from) === "sidebar" && to.startsWith("src/platform") && !from.endsWith("live-port.ts"),
    );
    expect(out.map(told)).toEqual([]);
  });

  it("keeps the pilot's rules pure: they know words and shapes, and neither browser nor medicine", () => {
    const allowed = /^src\/(pilot\/|engine\/(advice|facts|vocabulary|content)$|sidebar\/port$)/;
    const out = imports.filter(({ from, to }) => room(from) === "pilot" && !allowed.test(to));
    expect(out.map(told)).toEqual([]);
  });

  it("lets nobody but the settings page's own door reach the browser from it", () => {
    const out = imports.filter(
      ({ from, to, typeOnly }) =>
        room(from) === "settings" &&
        to.startsWith("src/platform") &&
        !typeOnly &&
        !from.endsWith("live-port.ts"),
    );
    expect(out.map(told)).toEqual([]);
  });

  it("runs engine and reader on our own pages only over made-up charts", () => {
    const out = imports
      .filter(({ from, typeOnly }) => room(from) === "settings" && !typeOnly)
      .filter(({ to }) => /^src\/(engine$|content\/|background\/)/.test(to))
      .map(({ from }) => from);
    expect([...new Set(out)].sort()).toEqual([
      "src/settings/acceptance/run.ts",
      "src/settings/chart-view.ts",
      "src/settings/demo-port.ts",
    ]);
  });

  it("names the browser's API behind two doors only", () => {
    const users = sources.filter((path) =>
      /\b(chrome|browser)\??\.[a-z]+|"webextension-polyfill"|\bglobalThis as \{[^}]*\b(chrome|browser)\b/i.test(
        withoutComments(textOf(path)),
      ),
    );
    expect(users.filter((path) => !path.startsWith("src/platform/"))).toEqual(["src/content/port.ts"]);
  });

  it("keeps no state in the worker's memory", () => {
    const stateful = sources
      .filter((path) => room(path) === "background")
      .filter((path) =>
        /^(let|var)\s|^(export\s+)?const \w+(: [^=]+)? = (new (Map|Set|WeakMap)|\[\])/m.test(textOf(path)),
      );
    expect(stateful).toEqual([]);
  });

  it("loads nothing dynamically in worker and engine", () => {
    const dynamic = sources.filter(
      (path) =>
        ["background", "engine"].includes(room(path)) && /\bimport\(/.test(withoutComments(textOf(path))),
    );
    expect(dynamic).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}
