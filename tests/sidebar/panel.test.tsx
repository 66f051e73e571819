// @vitest-environment jsdom
import { render } from "preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { itemsOf } from "../../src/engine";
import { type FakePort, viewOfChart, viewWithout } from "./fake-worker";
import { find, perform, settle, showState } from "./perform";
import { ALL_STATES } from "./states";
import * as charts from "./states/charts";
import { onChart, withoutChart } from "./states/state";

const DAY_MS = 86_400_000;
let root: HTMLElement;

beforeEach(() => {
  root = document.createElement("main");
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const panelState = () => root.querySelector("[data-panel]")?.getAttribute("data-panel");
const textOf = (selector: string) => find(root, selector).textContent ?? "";
const buttons = () => [...root.querySelectorAll(".told button")].map(({ textContent }) => textContent);

describe("the panel", () => {
  it.each(
    ["advice", "advice-complete", "advice-child", "advice-severe", "advice-red-flag", "lookup-known"].map(
      (name) => [name],
    ),
  )("holds every item of the advice once, folded or not: %s", async (name) => {
    const state = ALL_STATES.find((one) => one.name === name);
    if (!state) throw new Error(`No state is called ${name}`);
    const port = await showState(state, root);
    const view = state.chart ? viewOfChart(state.chart) : await port.lookup(port.lastCorrections());
    const expected = view.advice ? itemsOf(view.advice).map(({ id, status }) => `${id} ${status}`) : [];
    const shown = [...root.querySelectorAll("[data-item]")].map(
      (element) => `${element.getAttribute("data-item")} ${element.getAttribute("data-status")}`,
    );
    expect(expected.length).toBeGreaterThan(30);
    expect(shown.sort()).toEqual(expected.sort());
  });

  it("shows the options in the order of the advice, those of the source article before the newer ones", async () => {
    for (const chart of [charts.SEVERE, charts.ADULT_COMPLETE]) {
      await showState(onChart("adult", chart), root);
      const shown = [...root.querySelectorAll(".options [data-item]")].map((card) =>
        card.getAttribute("data-item"),
      );
      const options = viewOfChart(chart).advice?.options ?? [];
      const ids = (beyond: boolean) =>
        options.filter(({ beyondSource = false }) => beyondSource === beyond).map(({ id }) => id);
      expect(shown).toEqual([...ids(false), ...ids(true)]);
      expect(ids(false)).toHaveLength(4);
      render(null, root);
    }
  });

  it("reads before the port has said anything", async () => {
    await showState({ ...withoutChart("none", "reading"), view: undefined }, root);
    expect(panelState()).toBe("reading");
  });

  it("not permitted: names the shortcut, and reads once the site is allowed", async () => {
    const port = await showState(
      withoutChart("x", "not-permitted", [], {
        prepare: (fake) => {
          fake.permission = "granted";
        },
      }),
      root,
    );
    expect(textOf(".told")).toContain("Alt+Shift+N");
    expect(buttons()).toEqual(["Look up by hand", "Always read ehr.example"]);
    await perform(root, "=Always read ehr.example");
    expect(port.asked).toEqual([["allowSite"], ["read"]]);
    expect(textOf(".told")).toContain("ehr.example is always read");
  });

  it("not permitted: offers nothing that the browser cannot do", async () => {
    const prepare = (fake: FakePort) => {
      fake.offer = undefined;
    };
    await showState(withoutChart("x", "not-permitted", [], { prepare }), root);
    expect(buttons()).toEqual(["Look up by hand"]);
  });

  it("a chart: the site may be allowed for good where it says what was read", async () => {
    const prepare = (fake: FakePort) => {
      fake.permission = "granted";
    };
    const port = await showState(onChart("x", charts.ADULT, [".strip summary"], { prepare }), root);
    await perform(root, "=Always read ehr.example");
    expect(port.asked.slice(0, 2)).toEqual([["allowSite"], ["read"]]);
    expect(textOf(".strip")).toContain("ehr.example is always read");
  });

  it("not permitted: says so when the browser refuses, and does not read", async () => {
    const port = await showState(withoutChart("x", "not-permitted", ["=Always read ehr.example"]), root);
    expect(port.asked).toEqual([["allowSite"]]);
    expect(textOf(".problem")).toContain("did not give permission");
  });

  it("no answer: is never told as nothing found, and reloads", async () => {
    const port = await showState(withoutChart("x", "no-answer", ["=Reload this tab"]), root);
    expect(textOf(".told")).toContain("does not mean that nothing was found");
    expect(port.asked).toEqual([["reload"]]);
  });

  it("tells aloud what it has come to, in every state", async () => {
    const said = () => textOf(".panel > [role=status]");
    const port = await showState(withoutChart("x", "reading"), root);
    expect(said()).toBe("Reading the page …");
    for (const [view, words] of [
      [viewOfChart(charts.ADULT), "This chart has been read."],
      [viewOfChart(charts.TWO_PATIENTS), "Two patients on this page"],
      [viewOfChart(charts.ECZEMA), "The chart says “Eczema, unspecified (L30.9)”. Is it atopic dermatitis?"],
      [viewWithout("no-answer"), "The page did not answer"],
    ] as const) {
      port.show(view);
      await settle();
      expect(said()).toBe(words);
    }
  });

  it("two patients: no advice of either, and reads again", async () => {
    const port = await showState(onChart("two", charts.TWO_PATIENTS), root);
    expect(panelState()).toBe("two-patients");
    expect(root.textContent).not.toMatch(/Quill|Fern/);
    await perform(root, "=Read again");
    expect(port.asked).toEqual([["read"]]);
  });

  it("says when the page does not name the patient", async () => {
    await showState(onChart("unnamed", charts.UNNAMED), root);
    expect(textOf("h1")).toBe("Patient not identified on this page");
  });

  it("puts a red flag above everything and folds the options behind it", async () => {
    await showState(onChart("herpetic", charts.HERPETIC), root);
    const flag = find(root, ".red-flags");
    const options = find(root, ".options");
    expect(flag.compareDocumentPosition(find(root, ".facts"))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect((options as HTMLDetailsElement).open).toBe(false);
    expect(options.textContent).toContain("After this is dealt with");
    expect(flag.textContent).toContain("aciclovir");
  });

  it("never says that there is no red flag", async () => {
    await showState(onChart("adult", charts.ADULT, [".chip.more"]), root);
    expect(textOf("#chip-redFlags")).toContain("none entered");
  });

  it("names the chart's own entry in a pitfall that it trips", async () => {
    await showState(onChart("adult", charts.ADULT), root);
    expect(textOf(".tripped")).toContain("Hydroxyzine 25 mg tablet, at night for itch");
  });

  it("names every entry of the chart that makes two treatments clash", async () => {
    const [reading] = charts.ADULT.readings;
    const ointment = { concept: "tacrolimus-topical", kind: "medication", status: "current" } as const;
    const chart = {
      readings: [
        {
          ...reading,
          coverage: reading?.coverage ?? [],
          findings: [
            ...(reading?.findings ?? []),
            { ...ointment, quote: "Tacrolimus 0.1 % ointment at night", section: "medications" as const },
          ],
        },
      ],
    };
    await showState(onChart("two-calcineurin-inhibitors", chart), root);
    const card = textOf('.tripped [data-item="current-treatment"]');
    expect(card).toContain("Tacrolimus 0.1 % ointment at night");
    expect(card).toContain("Pimecrolimus 1 % cream, twice daily");
  });

  it("asks first for what the options wait for", async () => {
    await showState(onChart("adult", charts.ADULT), root);
    expect(textOf(".chip.unknown")).toContain("Severity");
  });

  it("opens an empty look-up from anywhere, and starts it again", async () => {
    const port = await showState(withoutChart("x", "no-answer", ["=Look up by hand"]), root);
    expect(panelState()).toBe("lookup");
    expect(port.asked).toEqual([["lookup", {}]]);
    expect(textOf("#chip-diagnosis")).toContain("Atopic dermatitis");
    await perform(root, "#chip-severity");
    await perform(root, ".choice:nth-of-type(3)");
    expect(textOf("#chip-severity")).toContain("Moderate");
    await perform(root, "=Start again");
    expect(find(root, "#chip-severity").className).toContain("unknown");
    await perform(root, "=Close the look-up");
    expect(panelState()).toBe("no-answer");
  });

  it("says when a look-up cannot be opened", async () => {
    const port = await showState(withoutChart("x", "no-answer"), root);
    port.lookup = () => Promise.reject(new Error("the worker is gone"));
    await perform(root, "=Look up by hand");
    expect(panelState()).toBe("no-answer");
    expect(textOf("[role=alert]")).toContain("could not be opened");
  });

  it("warns of content past its review, and withholds options half a year later", async () => {
    const { reviewBy } = await (await showState(onChart("adult", charts.ADULT), root)).content();
    render(null, root);
    const at = (days: number) =>
      onChart("adult", charts.ADULT, [], { now: Date.parse(`${reviewBy}T12:00:00`) + days * DAY_MS });
    await showState(at(0), root);
    expect(root.querySelector(".amber")).toBeNull();
    render(null, root);
    await showState(at(1), root);
    expect(textOf(".amber")).toContain("has not been");
    expect(root.querySelector("[data-item=tacrolimus-ointment]")).not.toBeNull();
    render(null, root);
    await showState(at(181), root);
    expect(textOf(".amber")).toContain("too old to offer options");
    expect(root.querySelector(".card")).toBeNull();
    expect(textOf(".foot nav")).toBe("SearchAbout");
    await perform(root, "#chip-severity");
    expect(root.querySelector(".would")).toBeNull();
    render(null, root);
    await showState({ ...onChart("herpetic", charts.HERPETIC), now: at(181).now }, root);
    expect(textOf(".red-flags")).toContain("aciclovir");
  });

  it("waits for the content, which may be too old, and says when it does not come", async () => {
    let refuse: () => void = () => undefined;
    await showState(
      onChart("adult", charts.ADULT, [], {
        prepare: (port) => {
          port.content = () => new Promise((_, reject) => (refuse = () => reject(new Error("gone"))));
        },
      }),
      root,
    );
    expect(panelState()).toBe("reading");
    expect(root.querySelector("[data-item]")).toBeNull();
    refuse();
    await settle();
    expect(panelState()).toBe("advice");
    expect(textOf(".amber")).toContain("The guidance has not loaded");
    expect(textOf("#title-tacrolimus-ointment")).toContain("Tacrolimus ointment");
  });

  it("shows what the clinic's terms take away, without a word about the chart", async () => {
    const port = await showState(withoutChart("x", "no-answer"), root);
    const view = { ...viewOfChart(charts.ADULT), state: "no-answer" } as const;
    port.show({
      ...view,
      pilot: { notice: { code: "off", contact: "IT, 4321" }, muted: [], formulary: {}, cues: { given: 0 } },
    });
    await settle();
    expect(textOf(".told")).toContain("switched Nextline off");
    expect(textOf(".told")).toContain("IT, 4321");
    expect(root.textContent).not.toContain("Quill");
  });
});
