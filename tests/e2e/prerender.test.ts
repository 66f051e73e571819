import { afterAll, beforeAll, expect, it } from "vitest";
import { ADULT, chart, INFANT } from "./charts";
import { stateOf, textOf, waitForState } from "./harness/read";
import { serve, type TestServer } from "./harness/server";
import { start } from "./harness/sessions";
import type { Chart, Panel, Session } from "./harness/types";

/** The browser makes the next patient's page ready, out of sight, while this one is read. */
const SPECULATES = `<a id="next" href="/infant">Next patient</a><script type="speculationrules">${JSON.stringify(
  {
    prerender: [{ source: "list", urls: ["/infant"], eagerness: "immediate" }],
  },
)}</script>`;

/** Why each request for the next patient's page was made, in the browser's words. */
const purposes: string[] = [];
let server: TestServer;
let session: Session;
let page: Chart;
let panel: Panel;

beforeAll(async () => {
  server = await serve({
    "/adult": chart({ ...ADULT, more: SPECULATES }),
    "/infant": (request) => {
      purposes.push(String(request.headers["sec-purpose"]));
      return chart(INFANT);
    },
  });
  session = await start("chromium", "clinic");
  page = await session.open(`${server.url}/adult`);
  await page.press();
  panel = await session.panel();
});
afterAll(async () => {
  await session?.close();
  await server?.close();
});

it("advises on the page in sight while the next is made ready, and on the next once it is in sight", async () => {
  await waitForState(panel, "advice");
  const until = Date.now() + 2_500;
  while (Date.now() < until) {
    expect(await textOf(panel)).not.toContain("Oakley");
    expect(await stateOf(panel)).toBe("advice");
    await new Promise((done) => setTimeout(done, 50));
  }
  expect(await textOf(panel)).toContain("Larkspur");
  await page.run(`() => { document.getElementById("next").click(); }`).catch(() => undefined);
  await expect.poll(() => textOf(panel), { timeout: 10_000 }).toContain("Oakley");
  await waitForState(panel, "advice");
  // The one request for it was made ahead: what is in sight is what was made ready out of sight.
  expect(purposes).toEqual([expect.stringContaining("prerender")]);
});
