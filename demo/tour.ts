/** The start command's walk: open the demo chart, press the toolbar button, tell what the panel says. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ITEM_IDS } from "../src/engine/advice";
import { startChromium } from "../tests/e2e/harness/chromium";
import { startFirefox } from "../tests/e2e/harness/firefox";
import { settled, waitForState } from "../tests/e2e/harness/read";
import { serveDemo } from "./server.mjs";
import { patients } from "./site/patients.js";

interface Told {
  patient: string;
  facts: string[];
  options: { title: string; status: string; grade: string }[];
  text: string;
}

/** What a reader of the panel sees, in words. */
const TELL = `() => {
  const words = (element) => (element?.textContent ?? "").replace(/\\s+/g, " ").trim();
  const options = ${JSON.stringify([...ITEM_IDS.options, ...ITEM_IDS.optionsBeyondSource])};
  return {
    patient: words(document.querySelector(".strip h1")),
    facts: [...document.querySelectorAll(".chip.found, .chip.assumed")].map((chip) => {
      const from = words(chip.querySelector(".from"));
      return words(chip.querySelector(".value")) + (from && " (" + from + ")");
    }),
    options: [...document.querySelectorAll("[data-item]")]
      .filter((item) => options.includes(item.dataset.item))
      .map((item) => ({
        title: words(item.querySelector(".name")),
        status: words(item.querySelector(".status")),
        grade: [...(item.querySelector(".grade")?.children ?? [])].map(words).join(" · ") || words(item.querySelector(".grade")),
      })),
    text: document.body.innerText,
  };
}`;

/** Opens patient number `patient` (from 1) of the demo EHR; returns when told all (headless) or when the browser closes. */
export async function tour(how: {
  patient: number;
  port: number;
  browser: "chromium" | "firefox";
  headless: boolean;
  root: string;
}): Promise<void> {
  if (how.patient > patients.length) throw new Error(`The demo has patients 1 to ${patients.length}`);
  const demo = await serveDemo({ port: how.port });
  const folder = join(how.root, "dist", how.browser === "chromium" ? "chrome" : "firefox");
  const start = how.browser === "chromium" ? startChromium : startFirefox;
  const session = await start(folder, { headless: how.headless });
  try {
    const page = await session.open(`${demo.url}/?patient=${how.patient}`);
    await page.press();
    const panel = await session.panel();
    // A page that has only begun to show itself may hold nothing yet: what comes within a few seconds counts.
    const state = await waitForState(panel, ["advice", "confirm", "two-patients"], 4_000).catch(() =>
      waitForState(panel, ["advice", "confirm", "nothing-found", "two-patients", "no-answer"]),
    );
    tell(state, await panel.run<Told>(TELL));
    if (!how.headless) {
      console.log("\nThe panel is open beside the chart. Close the browser, or press Ctrl-C, to end.");
      await session.ended;
      return;
    }
    const pictures = join(how.root, "screenshots");
    mkdirSync(pictures, { recursive: true });
    const name = join(pictures, `patient-${how.patient}-${how.browser}`);
    await page.screenshot(`${name}-chart.png`);
    await panel.screenshot(`${name}-panel.png`);
    await page.run(`() => document.getElementById("tab-notes").click()`);
    console.log("\n— The notes are opened —");
    tell(await settled(panel), await panel.run<Told>(TELL));
    await page.screenshot(`${name}-notes-chart.png`);
    await panel.screenshot(`${name}-notes-panel.png`);
    console.log(
      `\nPictures of the chart and the panel: screenshots/patient-${how.patient}-${how.browser}-*.png`,
    );
  } finally {
    await session.close();
    await demo.close();
  }
}

function tell(state: string, told: Told): void {
  console.log(`\nThe panel says: ${state}${told.patient ? `, for ${told.patient}` : ""}`);
  if (told.facts.length > 0) console.log(`\nDetected\n${told.facts.map((fact) => `  ${fact}`).join("\n")}`);
  if (told.options.length === 0) {
    console.log(`\n${told.text.trim().replace(/\n{2,}/g, "\n")}`);
    return;
  }
  console.log("\nNext-line options, in order");
  told.options.forEach(({ title, status, grade }, index) => {
    console.log(`  ${index + 1}. ${title}: ${status}${grade ? `\n     ${grade}` : ""}`);
  });
}
