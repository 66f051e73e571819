import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { bentMessages } from "../../messages/mutate";
import { FROM_PAGE, FROM_PANEL, FROM_SETTINGS, TO_PAGE } from "../../messages/samples";
import { ADULT, chart, NEITHER } from "../charts";
import { stateOf, textOf, waitForState } from "../harness/read";
import { serve } from "../harness/server";
import type { Session } from "../harness/types";

export interface Strangers {
  /** Messages sent by a page and by another extension. */
  sent: number;
  /** Those that got an answer, and changes that they made in our stores or on the panel. */
  taken: string[];
}

/** Messages as JSON carries them: valid ones, and valid ones bent. */
function messages(count: number, seed: number): unknown[] {
  const valid = [...FROM_PAGE, ...FROM_PANEL, ...FROM_SETTINGS, ...TO_PAGE];
  const bent = fc.sample(bentMessages(valid, valid), { numRuns: count, seed });
  const carried = bent.flatMap(({ message }) => {
    try {
      // In a list of its own: a message may be a list itself.
      return [JSON.parse(JSON.stringify(message)) as unknown];
    } catch {
      return [];
    }
  });
  return [...valid, ...carried];
}

const json = (value: unknown) => JSON.stringify(value).replaceAll("<", "\\u003c");

/** Everything that our stores hold, apart from when it was heard. */
const STORED = `() => Promise.all([chrome.storage.session.get(null), chrome.storage.local.get(null)])
  .then((stores) => JSON.stringify(stores, (key, value) => (key === "at" || key === "asked" ? 0 : value)))`;

/** Has a page and another extension say `count` things each to ours, beside a chart in which nothing is to be found. */
export async function strangers(
  start: () => Promise<Session>,
  count: number,
  seed: number,
): Promise<Strangers> {
  const folder = mkdtempSync(join(tmpdir(), "nextline-stranger-"));
  writeFileSync(
    join(folder, "manifest.json"),
    JSON.stringify({
      manifest_version: 3,
      name: "Stranger (synthetic)",
      version: "1",
      background: { service_worker: "worker.js" },
    }),
  );
  writeFileSync(join(folder, "worker.js"), "");
  writeFileSync(join(folder, "stranger.html"), "<!doctype html><title>Stranger</title>");
  const words = messages(count, seed);
  const page = chart({
    ...NEITHER,
    more: `<script>
      window.attack = async (words) => {
        for (const word of words) {
          postMessage(word, "*");
          dispatchEvent(new MessageEvent("message", { data: word, origin: location.origin, source: window }));
          for (const name of ["nextline", "page/reading", typeof word?.type === "string" ? word.type : "nextline"]) document.dispatchEvent(new CustomEvent(name, { detail: word, bubbles: true }));
        }
        await new Promise((done) => setTimeout(done, 300));
        // A page that no extension lets in has nothing to call one with.
        return [globalThis.chrome, globalThis.browser].filter((api) => api?.runtime?.sendMessage || api?.runtime?.connect).length;
      };
    </script>`,
  });
  const server = await serve({ "/": page, "/adult": chart(ADULT) });
  const session = await start();
  const taken: string[] = [];
  try {
    const victim = await session.open(`${server.url}/`);
    await victim.press();
    const panel = await session.panel();
    await waitForState(panel, "nothing-found");
    const own = await session.own("src/prove/prove.html");
    await victim.front();
    await waitForState(panel, "nothing-found");
    /** What `attack` changes in our stores, with every tab where it will be. */
    const unchanged = async (who: string, attack: () => Promise<void>) => {
      await sleep(1_500);
      const before = await own.run<string>(STORED);
      await attack();
      await sleep(700);
      if ((await own.run<string>(STORED)) !== before) taken.push(`${who} changed a store`);
    };

    await unchanged("a page", async () => {
      const open = await victim.run<number>(`() => window.attack(${json(words)})`);
      if (open > 0) taken.push("the page can call extensions");
    });
    if ((await stateOf(panel)) !== "nothing-found")
      taken.push(`a page changed the panel: ${await textOf(panel)}`);

    const other = await session.install?.(folder);
    const stranger = await session.open(`chrome-extension://${other}/stranger.html`);
    await unchanged("another extension", async () => {
      const answered = await stranger.run<string[]>(`async () => {
      const answered = [];
      const say = (word) => new Promise((done) => {
        const give = setTimeout(() => done(undefined), 2000);
        chrome.runtime.sendMessage(${json(session.id)}, word, (answer) => {
          clearTimeout(give);
          if (!chrome.runtime.lastError) answered.push(JSON.stringify(word).slice(0, 80) + " got " + JSON.stringify(answer)?.slice(0, 80));
          done();
        });
      });
      const words = ${json(words)};
      for (let from = 0; from < words.length; from += 50) await Promise.all(words.slice(from, from + 50).map(say));
      const line = chrome.runtime.connect(${json(session.id)});
      line.onMessage.addListener((word) => answered.push("on a line: " + JSON.stringify(word).slice(0, 80)));
      line.onDisconnect.addListener(() => void chrome.runtime.lastError);
      for (const word of words.slice(0, 50)) try { line.postMessage(word); } catch {}
      await new Promise((done) => setTimeout(done, 500));
      return answered;
    }`);
      taken.push(...answered.map((answer) => `another extension: ${answer}`));
    });
    await victim.front();
    await waitForState(panel, "nothing-found");
    return { sent: words.length * 2, taken };
  } finally {
    await session.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
