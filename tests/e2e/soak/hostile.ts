import { setTimeout as sleep } from "node:timers/promises";
import { ADULT, chart } from "../charts";
import { stateOf, textOf, waitForState } from "../harness/read";
import { serve } from "../harness/server";
import type { Session } from "../harness/types";
import { HOSTILE, HOSTILE_PAGES, hostilePath, UNSEEN, unseenPath } from "../hostile-pages";

export interface Hostility {
  tried: number;
  failures: string[];
}

/** Opens every hostile page beside the panel: unseen words must give nothing, and seen ones their advice all the same. */
export async function hostility(
  start: () => Promise<Session>,
  which: "all" | "unseen" = "all",
): Promise<Hostility> {
  const server = await serve({ ...HOSTILE_PAGES, "/": chart(ADULT) });
  const session = await start();
  const failures: string[] = [];
  const unseen = Object.keys(UNSEEN);
  const others = which === "all" ? Object.keys(HOSTILE) : [];
  try {
    const page = await session.open(`${server.url}/`);
    await page.press();
    const panel = await session.panel();
    await waitForState(panel, "advice");
    for (const name of unseen) {
      await page.goto(server.url + unseenPath(name));
      const state = await waitForState(panel, ["nothing-found", "advice", "confirm"]).catch(String);
      await sleep(700);
      if (state !== "nothing-found" || (await stateOf(panel)) !== "nothing-found") failures.push(name);
    }
    for (const name of others) {
      page.errors.length = 0;
      await page.goto(server.url + hostilePath(name));
      const safe = name.startsWith("a frame of another origin") ? ["advice", "two-patients"] : "advice";
      const came = await waitForState(panel, safe, 20_000).catch(() => undefined);
      const ours = page.errors.filter((error) => /nextline|extension:\/\//i.test(error));
      if (!came || ours.length > 0 || (await textOf(panel)).includes("Impostor")) failures.push(name);
    }
    return { tried: unseen.length + others.length, failures };
  } finally {
    await session.close();
    await server.close();
  }
}
