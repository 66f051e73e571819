import type { Panel } from "./types";

/** The panel's state word, or "" where its root says none. */
export const stateOf = (panel: Panel) =>
  panel.run<string>(`() => document.querySelector("[data-panel]")?.getAttribute("data-panel") ?? ""`);

export const textOf = (panel: Panel) => panel.run<string>("() => document.body.innerText");

/** Status of every item in the panel, by the item's id. */
export const itemsOf = (panel: Panel) =>
  panel.run<Record<string, string>>(
    `() => Object.fromEntries([...document.querySelectorAll("[data-item]")].map((item) => [item.dataset.item, item.dataset.status]))`,
  );

/** Waits for one of the states; fails with what the panel says instead. */
export async function waitForState(
  panel: Panel,
  wanted: string | string[],
  patience = 10_000,
): Promise<string> {
  const until = Date.now() + patience;
  for (;;) {
    const state = await stateOf(panel);
    if ([wanted].flat().includes(state)) return state;
    if (Date.now() > until)
      throw new Error(`The panel stays in "${state}": ${(await textOf(panel)).slice(0, 400)}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}

/** Presses an element of the panel as a click does. */
export const click = (panel: Panel, selector: string) =>
  panel.run(
    `() => { const found = document.querySelector(${JSON.stringify(selector)}); if (!found) throw new Error(${JSON.stringify(selector)}); found.click(); }`,
  );

/** Presses the button that bears these words. */
export const pressButton = (panel: Panel, words: string) =>
  panel.run(`() => { const found = [...document.querySelectorAll("button")].find((button) => button.textContent.includes(${JSON.stringify(words)}));
    if (!found) throw new Error("No button says " + ${JSON.stringify(words)} + ": " + document.body.innerText.slice(0, 300)); found.click(); }`);

/** Waits until the panel has said the same for `quiet` milliseconds and is not reading; gives back its state. */
export async function settled(panel: Panel, quiet = 1_500, patience = 20_000): Promise<string> {
  const give = Date.now() + patience;
  let last = "";
  let since = Date.now();
  for (;;) {
    const state = await stateOf(panel);
    const now = state + (await textOf(panel));
    if (now !== last || state === "reading" || state === "") since = Date.now();
    last = now;
    if (Date.now() - since >= quiet) return state;
    if (Date.now() > give) throw new Error(`The panel does not settle: ${now.slice(0, 400)}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
