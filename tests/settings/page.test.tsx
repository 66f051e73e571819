// @vitest-environment jsdom
import { options, render } from "preact";
import { beforeEach, describe, expect, it } from "vitest";
import type { Counts } from "../../src/background/counts";
import { content } from "../../src/engine";
import { policyOf } from "../../src/pilot/policy";
import { silenceOf } from "../../src/pilot/silence";
import { toTransparencyJson, transparencyOf } from "../../src/pilot/transparency";
import { App } from "../../src/settings/app";
import { ownPage } from "../../src/settings/own-page";
import type { SettingsPort, SettingsState } from "../../src/settings/port";
import { TransparencyPage } from "../../src/settings/transparency";
import { find } from "../sidebar/perform";
import { word } from "../sidebar/words";

const TODAY = "2026-11-02";

// Effects would wait for a frame that jsdom paints when it likes.
options.requestAnimationFrame = (effects) => void setTimeout(effects);

/** Lets answers of the port, effects and rendering come to rest. */
async function settle() {
  for (let turn = 0; turn < 12; turn++) await new Promise((done) => setTimeout(done));
}

/** A settings port with a policy, the user's settings and counts of its own. */
function fakePort(managed: object = {}, more: Partial<{ counts: Counts; welcomed: boolean }> = {}) {
  const user: Record<string, unknown> = {};
  const asked: string[] = [];
  let welcomed = more.welcomed ?? true;
  let snoozes = [{ rule: "bathing", until: "2026-12-01" }];
  let sites = [
    { origin: "https://ehr.example/*", built: false },
    { origin: "https://baked.example/*", built: true },
  ];
  const state = async (): Promise<SettingsState> => {
    const policy = policyOf(managed, user);
    const silence = silenceOf(policy, { today: TODAY, knowledge: content().version });
    return { policy, today: TODAY, silence, snoozes, welcomed };
  };
  const port: SettingsPort = {
    state,
    set: async (name, value) => {
      asked.push(`${name}=${value}`);
      if (name === "welcomed") welcomed = value === true;
      else user[name] = value ?? undefined;
      return state();
    },
    endSnooze: async (rule) => {
      snoozes = snoozes.filter((snooze) => snooze.rule !== rule);
      return state();
    },
    counts: async () => more.counts ?? { cells: [], waiting: 0 },
    content: async () => content(),
    sites: async () => sites,
    withdraw: async (origin) => {
      if (origin.includes("stubborn")) return false;
      sites = sites.filter((site) => site.origin !== origin);
      return true;
    },
    erase: async () => asked.push("erase") > 0,
    shortcut: async () => "Alt+Shift+N",
    onChanged: () => undefined,
    word,
  };
  return { port, asked };
}

let root: HTMLElement;
beforeEach(() => {
  URL.createObjectURL = () => "blob:made";
  URL.revokeObjectURL = () => undefined;
  root = document.createElement("main");
  document.body.replaceChildren(root);
});

async function show(managed: object = {}, more: Parameters<typeof fakePort>[1] = {}) {
  const fake = fakePort(managed, more);
  render(<App port={fake.port} />, root);
  await settle();
  return fake;
}

const said = () => root.textContent ?? "";
const press = async (words: string) => {
  const button = [...root.querySelectorAll("button")].find((one) => one.textContent === words);
  if (!button) throw new Error(`No button says ${words}`);
  button.click();
  await settle();
};
const originOf = (term: string) => find(root, `[data-term="${term}"]`).dataset.origin;

describe("the welcome", () => {
  it("says on first sight what is read, what never happens and how to try it, then gives way", async () => {
    const { asked } = await show({}, { welcomed: false });
    for (const words of [
      "settings_welcome_reads_page",
      "settings_welcome_never_sent",
      "settings_welcome_never_disk",
      "settings_welcome_never_page",
      "settings_welcome_try_demo",
      "settings_welcome_review",
    ]) {
      expect(said()).toContain(word(words));
    }
    expect(said()).toContain("Alt+Shift+N");
    await press(word("settings_welcome_done"));
    expect(asked).toEqual(["welcomed=true"]);
    expect(said()).toContain(word("settings_title"));
  });

  it("tells of a clinic's terms", async () => {
    await show({ mode: "shadow", ehrHosts: ["https://ehr.example/*"] }, { welcomed: false });
    expect(said()).toContain(word("settings_welcome_reads_fence"));
    expect(said()).toContain(word("settings_welcome_reads_lists"));
    expect(said()).toContain(word("settings_welcome_counts"));
    expect(said()).toContain(word("pilot_notice_shadow"));
  });
});

describe("the terms", () => {
  it("shows each value's origin, and gives no control over what the clinic set", async () => {
    await show({ mode: "live", jurisdiction: "UK" });
    expect([originOf("mode"), originOf("jurisdiction"), originOf("units")]).toEqual([
      "policy",
      "policy",
      "default",
    ]);
    expect(root.querySelector('[data-term="jurisdiction"] select')).toBeNull();
    expect(root.querySelector('[data-term="units"] select')).not.toBeNull();
  });

  it("stores what the user chooses and shows it as theirs", async () => {
    const { asked } = await show();
    const select = find(root, '[data-term="jurisdiction"] select') as HTMLSelectElement;
    select.value = "EU";
    select.dispatchEvent(new Event("change", { bubbles: true }));
    await settle();
    expect(asked).toEqual(["jurisdiction=EU"]);
    expect(originOf("jurisdiction")).toBe("user");
  });

  it("does not store a code that could be a name", async () => {
    const { asked } = await show();
    const field = find(root, '[data-term="userCode"] input') as HTMLInputElement;
    field.value = "Dr Jo Doe";
    field.dispatchEvent(new Event("change", { bubbles: true }));
    await settle();
    expect(asked).toEqual([]);
  });

  it("names every control after its row", async () => {
    await show();
    for (const control of root.querySelectorAll(".terms select, .terms input")) {
      const label = document.getElementById(control.getAttribute("aria-labelledby") ?? "");
      expect(label?.textContent).toBeTruthy();
    }
  });

  it("names what is wrong in the policy and what it was", async () => {
    await show({ mode: "Live", readNotes: "yes", surprise: 1 });
    const problems = [...root.querySelectorAll<HTMLElement>("[data-problem]")];
    expect(problems.map(({ dataset }) => dataset.problem)).toEqual(["mode", "readNotes", "surprise"]);
    expect(problems[0]?.textContent).toContain('"Live"');
    expect(problems[0]?.textContent).toContain("off, shadow, live");
    expect(find(root, "[data-silence]").dataset.silence).toBe("off");
  });
});

describe("sites", () => {
  it("lists each and withdraws the one that is pressed", async () => {
    await show();
    expect(said()).toContain("https://baked.example/*");
    await press(word("settings_site_withdraw"));
    expect(said()).not.toContain("https://ehr.example/*");
    expect(said()).toContain("https://baked.example/*");
  });
});

describe("mutes", () => {
  it("lists what the clinic muted and what is snoozed, with its end and the way out", async () => {
    await show({ mode: "live", disabledRules: ["moisturizer"] });
    expect(said()).toContain(word("pilot_muted_policy"));
    expect(said()).toContain(word("pilot_muted_until", "2026-12-01"));
    await press(word("pilot_snooze_end"));
    expect(said()).not.toContain(word("pilot_muted_until", "2026-12-01"));
  });
});

describe("counts", () => {
  const cells = [
    { day: TODAY, rule: "bathing", event: "opened" as const, feedback: "", count: 7 },
    { day: TODAY, rule: "bathing", event: "dismissed" as const, feedback: "limited-time", count: 3 },
  ];

  it("shows the exact text of an export before it can be saved", async () => {
    await show(
      { mode: "live", feedback: "coded", locationCode: "DERM-1" },
      { counts: { cells, waiting: 0 } },
    );
    expect(root.querySelector("a[download]")).toBeNull();
    await press(word("settings_export_csv"));
    const text =
      "intervention,action taken,feedback,user code,date,location code,count\n" +
      "bathing,dismissed,limited-time,,2026-11-02,DERM-1,<5\n" +
      "bathing,opened,,,2026-11-02,DERM-1,7\n";
    expect((find(root, ".save textarea") as HTMLTextAreaElement).value).toBe(text);
    expect(said()).toContain(
      word("settings_save_hint", "nextline-counts-2026-11-02.csv", String(text.length)),
    );
    expect(find(root, "a[download]").getAttribute("download")).toBe("nextline-counts-2026-11-02.csv");
  });

  it("exports nothing while the database is being upgraded, and says so", async () => {
    await show({}, { counts: { cells: [], waiting: 4, trouble: "busy" } });
    expect(find(root, "[data-trouble]").textContent).toBe(word("settings_trouble_busy"));
    expect(said()).toContain(word("settings_counts_waiting", "4"));
    expect(said()).not.toContain(word("settings_export_csv"));
  });

  it("tells when counts were lost and when they will be deleted", async () => {
    await show(
      { mode: "live", pilotEnds: "2027-03-31" },
      { counts: { cells: [], waiting: 0, lostSince: "2026-11-01" } },
    );
    expect(said()).toContain(word("settings_counts_lost", "2026-11-01"));
    expect(said()).toContain(word("settings_counts_end", "2027-03-31"));
  });
});

describe("erasing", () => {
  it("asks a second time", async () => {
    const { asked } = await show();
    await press(word("settings_erase_all"));
    expect(asked).toEqual([]);
    await press(word("settings_erase_really"));
    expect(asked).toEqual(["erase"]);
    expect(said()).toContain(word("settings_erased"));
  });
});

describe("transparency", () => {
  it("shows the thirteen attributes, and the same as JSON", async () => {
    render(ownPage(fakePort().port, <TransparencyPage />), root);
    await settle();
    const rows = [...root.querySelectorAll("[data-attribute]")];
    expect(rows).toHaveLength(13);
    for (const row of rows) expect(row.lastElementChild?.textContent).toBeTruthy();
    await press(word("settings_transparency_json"));
    const json = (find(root, ".save textarea") as HTMLTextAreaElement).value;
    expect(json).toBe(toTransparencyJson(transparencyOf(content())));
    expect(JSON.parse(json).sourceAttributes.map(({ number }: { number: number }) => number)).toEqual(
      Array.from({ length: 13 }, (_, index) => index + 1),
    );
  });

  it("spells a blank out", () => {
    const knowledge = content();
    const blank = {
      ...knowledge,
      about: knowledge.about && {
        ...knowledge.about,
        sourceAttributes: [{ attribute: "Developer", says: " " }],
      },
    };
    expect(transparencyOf(blank).sourceAttributes[0]?.says).toBe("No information provided.");
  });
});
