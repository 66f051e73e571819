// @vitest-environment jsdom
import { render } from "preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { find, perform, settle, showState } from "./perform";
import * as charts from "./states/charts";
import { onChart, type State, type Step, withoutChart } from "./states/state";

let root: HTMLElement;

beforeEach(() => {
  root = document.createElement("main");
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const textOf = (selector: string) => find(root, selector).textContent ?? "";
const show = (chart: charts.Chart, steps: Step[] = [], more: Partial<State> = {}) =>
  showState(onChart("x", chart, steps, more), root);

describe("less of it", () => {
  const pilot = { muted: [], formulary: {}, cues: { given: 2, budget: 5 } };
  const prepare: State["prepare"] = (port) => {
    port.dismiss = async (stamp, reason, item) => {
      port.asked.push(["dismiss", stamp, reason, item]);
      return port.viewNow({
        pilot: {
          ...pilot,
          muted: item ? [{ item, by: "dismissal" }] : [],
          dismissed: item ? undefined : reason,
        },
      });
    };
    port.restore = async (stamp, item) => {
      port.asked.push(["restore", stamp, item]);
      return port.viewNow({ pilot });
    };
    port.snooze = async (stamp, days, item) => {
      port.asked.push(["snooze", stamp, days, item]);
      return port.viewNow({
        pilot: { ...pilot, muted: item && days ? [{ item, by: "snooze", until: "2026-12-22" }] : [] },
      });
    };
  };
  const showPiloted = async (steps: Step[]) => {
    const port = await show(charts.ADULT_COMPLETE, [], { prepare });
    port.show(port.viewNow({ pilot }));
    await settle();
    for (const step of steps) await perform(root, step);
    return port;
  };
  const choose = async (within: string, value: string) => {
    const select = find(root, `${within} select`) as HTMLSelectElement;
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    await settle();
  };

  it("dismisses an item with a coded reason, names it as left out, and brings it back", async () => {
    const port = await showPiloted([
      "#title-crisaborole-ointment",
      "#body-crisaborole-ointment .quieten summary",
    ]);
    await choose("#body-crisaborole-ointment", "too-costly-uncovered");
    await perform(root, "=Dismiss");
    expect(port.asked.at(-1)?.slice(2)).toEqual(["too-costly-uncovered", "crisaborole-ointment"]);
    expect(textOf(".left")).toContain("Left out: Crisaborole ointment, dismissed for this visit");
    await perform(root, "=Show again");
    expect(port.asked.at(-1)?.slice(2)).toEqual(["crisaborole-ointment"]);
    expect(textOf(".left")).not.toContain("Left out");
  });

  it("offers neither for what must stay in sight, nor in a look-up", async () => {
    await showPiloted(["#title-oral-antihistamines", "#title-infection-evaluation"]);
    expect(root.querySelectorAll(".card .quieten")).toHaveLength(0);
    await perform(root, "#title-tapinarof-cream");
    expect(root.querySelectorAll(".card .quieten")).toHaveLength(1);
    render(null, root);
    await showState(
      withoutChart("x", "no-answer", ["=Look up by hand", "#title-moisturizer"], { prepare }),
      root,
    );
    expect(root.querySelectorAll(".quieten")).toHaveLength(0);
  });

  it("snoozes with an end, and ends the snooze", async () => {
    const port = await showPiloted([
      "#title-tapinarof-cream",
      "#body-tapinarof-cream .quieten summary",
      "#body-tapinarof-cream .quieten p:nth-of-type(2) button:nth-of-type(2)",
    ]);
    expect(port.asked.at(-1)?.slice(2)).toEqual([30, "tapinarof-cream"]);
    expect(textOf(".left")).toContain("snoozed until");
    await perform(root, "=End the snooze");
    expect(port.asked.at(-1)?.slice(2)).toEqual([0, "tapinarof-cream"]);
  });

  it("dismisses the whole advice for this visit, says why, and brings it back", async () => {
    await showPiloted([".left > .quieten summary"]);
    await choose(".left", "limited-time");
    await perform(root, ".left .quieten button");
    expect(textOf(".amber")).toContain("Dismissed for this visit: no time now.");
    await perform(root, "=Show again");
    expect(root.querySelector(".amber")).toBeNull();
  });

  it("says how many cues the day has had, of how many", async () => {
    await showPiloted([]);
    expect(textOf(".left")).toContain("Cues on the toolbar today: 2 of 5.");
  });
});
