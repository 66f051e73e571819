import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** What each reference does with a page; `ours` is measured beside them in the same run. */
const SCRIPTS = {
  /** The floor: visit every text node, sum the lengths; on a change, visit what changed. */
  floor: `const sum = (root) => { let total = 0; const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT); while (walk.nextNode()) total += walk.currentNode.data.length; return total; };
    globalThis.total = sum(document);
    new MutationObserver((records) => { for (const record of records) { for (const node of record.addedNodes) globalThis.total += sum(node); if (record.type === "characterData") globalThis.total += record.target.data.length; } })
      .observe(document, { childList: true, subtree: true, characterData: true });`,
  /** What many extensions do: one regular expression over innerText, at every change. */
  naive: `const find = () => { globalThis.hits = (document.body.innerText.match(PATTERN) ?? []).length; };
    find(); new MutationObserver(find).observe(document, { childList: true, subtree: true, characterData: true });`,
  /** The same once. */
  regexp: "globalThis.hits = (document.body.innerText.match(PATTERN) ?? []).length;",
  marker: `new Mark(document.body).mark(TERMS, { separateWordSearch: false, accuracy: "exactly" });`,
} as const;

export type Reference = keyof typeof SCRIPTS;

/** Writes one unpacked extension a reference below `folder`; each looks for the same terms. */
export function writeReferences(folder: string, terms: readonly string[]): Record<Reference, string> {
  const mark = readFileSync(createRequire(import.meta.url).resolve("mark.js/dist/mark.min.js"), "utf8");
  const escaped = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const prelude = `const TERMS = ${JSON.stringify(terms)}; const PATTERN = new RegExp(${JSON.stringify(`\\b(?:${escaped.join("|")})\\b`)}, "gi");`;
  const written = Object.entries(SCRIPTS).map(([name, script]) => {
    const path = join(folder, name);
    mkdirSync(path, { recursive: true });
    writeFileSync(
      join(path, "content.js"),
      `(() => { ${name === "marker" ? mark : ""};\n${prelude}\n${script} })();`,
    );
    writeFileSync(
      join(path, "manifest.json"),
      JSON.stringify({
        manifest_version: 3,
        name: `reference ${name}`,
        version: "1",
        content_scripts: [{ matches: ["http://127.0.0.1/*"], js: ["content.js"], run_at: "document_idle" }],
      }),
    );
    return [name, path];
  });
  return Object.fromEntries(written) as Record<Reference, string>;
}
