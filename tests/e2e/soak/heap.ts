import { setTimeout as sleep } from "node:timers/promises";
import type { CDPSession } from "puppeteer";
import { ADULT, chart } from "../charts";
import { waitForState } from "../harness/read";
import { serve } from "../harness/server";
import type { Session } from "../harness/types";

/** Bytes in use after the rubbish is out: page and content script share one heap, and the page keeps nothing. */
export interface HeapUse {
  /** After so many batches of mutations, and the bytes in use then. */
  first: { batches: number; bytes: number };
  last: { batches: number; bytes: number };
}

/** A list that changes in place: each turn is a batch of its own, and leaves as many nodes as it found. */
const PAGE = chart({
  ...ADULT,
  more: `<section><h2>Notes</h2><ul id="ticker">${"<li>Synthetic entry</li>".repeat(40)}</ul></section><script>
    window.stir = async (batches) => {
      const list = document.getElementById("ticker");
      const { port1, port2 } = new MessageChannel();
      for (let turn = 0; turn < batches; turn++) {
        const entry = document.createElement("li");
        entry.textContent = "Synthetic entry " + turn + ": pimecrolimus applied, eczema of the hand.";
        list.firstChild.remove();
        list.append(entry);
        await new Promise((done) => { port1.onmessage = done; port2.postMessage(0); });
      }
    };
  </script>`,
});

async function inUse(devtools: CDPSession): Promise<number> {
  // The last reading of a storm comes up to two seconds after it.
  await sleep(4_000);
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 4; turn++) {
    await devtools.send("HeapProfiler.collectGarbage");
    await sleep(200);
    least = Math.min(least, (await devtools.send("Runtime.getHeapUsage")).usedSize);
  }
  return least;
}

/**
 * Lets a chart change under the reader's eyes, and weighs the heap after `batches` and after as many again. What the
 * first ones bring is no leak: code is compiled and made faster for some ten thousand of them.
 */
export async function heapUse(start: () => Promise<Session>, batches: number): Promise<HeapUse> {
  const server = await serve({ "/": PAGE });
  const session = await start();
  try {
    const page = await session.open(`${server.url}/`);
    await page.press();
    await waitForState(await session.panel(), "advice");
    const devtools = await page.devtools?.();
    if (!devtools) throw new Error("This browser shows nobody its heap");
    await page.run(`() => window.stir(${batches})`);
    const first = { batches, bytes: await inUse(devtools) };
    await page.run(`() => window.stir(${batches})`);
    const last = { batches: 2 * batches, bytes: await inUse(devtools) };
    if (page.errors.length > 0) throw new Error(page.errors.join("\n"));
    return { first, last };
  } finally {
    await session.close();
    await server.close();
  }
}
