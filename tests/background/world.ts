/** A world in which a worker can die at any of its calls: one tab with a page, and the real panel beside it. */
import { AsyncLocalStorage } from "node:async_hooks";
import { vi } from "vitest";
import { Outbox } from "../../src/content/outbox";
import * as realEngine from "../../src/engine";
import type { FromPage } from "../../src/messages";
import type { PanelPort, PanelView } from "../../src/sidebar/port";
import { EXTENSION, type FakeBrowser, fakeBrowser, OWN_PAGE } from "./fake-browser";
import { Life, within } from "./mortal";
import { ATOPIC, FERN, PIMECROLIMUS, pageReading, QUILL, readingOf } from "./readings";

export const TAB = 7;
const FRAME = { id: EXTENSION, url: "https://ehr.example/chart", tab: { id: TAB }, frameId: 0 };
const LABELS = [QUILL.label ?? "", FERN.label ?? ""];

/** A page in the tab, with the outbox of the real content script. */
interface Page {
  document: string;
  visit: number;
  number: number;
  patient: typeof QUILL;
  outbox: Pick<Outbox, "say">;
}

/** The engine is pure: what it gave for some facts it gives for them again, without the work. */
function remembered<Given, Result>(work: (given: Given) => Result): (given: Given) => Result {
  const known = new Map<string, Result>();
  return (given) => {
    const key = JSON.stringify(given);
    const result = known.get(key) ?? work(given);
    known.set(key, result);
    return structuredClone(result);
  };
}

const engine = {
  ...realEngine,
  advise: remembered(realEngine.advise),
  whatWouldChange: remembered(realEngine.whatWouldChange),
};

/** Whose work is under way: what a dead worker left behind must not ask for a lock in the name of the next. */
const living = new AsyncLocalStorage<Life>();

let loading: Promise<unknown> = Promise.resolve();

/** Loads modules afresh, with a browser of their own; one after another. The engine, which knows no browser, is kept. */
function fresh<Module>(browser: object, load: () => Promise<Module>): Promise<Module> {
  const mine = loading.then(() => {
    vi.resetModules();
    vi.doMock("webextension-polyfill", () => ({ default: browser }));
    vi.doMock("../../src/engine", () => engine);
    return load();
  });
  loading = mine;
  return mine;
}

/** A browser with one tab, one panel and a worker that ends at one of its calls. */
export class World {
  readonly fake: FakeBrowser;
  readonly lives: Life[] = [];
  page: Page | undefined;
  shown: PanelView | undefined;
  /** Views in which somebody stood who was not in view. */
  wrong: string[] = [];
  port: PanelPort | undefined;
  private readonly panelFake: FakeBrowser;
  private stopPanel = () => undefined as unknown;

  /** False: no script runs in the page before the worker puts it there. */
  scripts = true;
  private following: Life | undefined;

  /** `saysAgain`: the page repeats what a worker took to its death. */
  constructor(private readonly saysAgain = true) {
    this.panelFake = fakeBrowser();
    this.fake = fakeBrowser();
    const { tabs } = this.fake.browser;
    const tell = tabs.sendMessage;
    const { scripting } = this.fake.browser;
    const inject = scripting.executeScript;
    scripting.executeScript = async () => {
      if (!this.scripts) queueMicrotask(() => this.start());
      return inject();
    };
    tabs.sendMessage = async (...args) => {
      const [, message] = args;
      if ((message as { type: string }).type === "page/read-now") queueMicrotask(() => this.read());
      return tell(...args);
    };
  }

  get life(): Life {
    const life = this.lives.at(-1);
    if (!life) throw new Error("No worker has lived yet");
    return life;
  }

  /** Any event starts a worker where none lives: same storage, fresh modules. */
  wake(): Promise<void> {
    if (this.lives.length === 0 || this.life.dead) this.waking = this.begin();
    return this.waking;
  }

  private async begin(): Promise<void> {
    const life = this.following ?? new Life();
    this.following = undefined;
    this.lives.push(life);
    for (const event of Object.values(this.fake.events)) event.listeners.length = 0;
    this.fake.changed.listeners.splice(0, this.fake.changed.listeners.length, ...this.panelListeners);
    const locks = queue();
    Object.defineProperty(globalThis, "navigator", {
      configurable: true,
      value: {
        locks: {
          request: (_name: string, work: () => Promise<unknown>) =>
            (living.getStore() ?? life).pass("locks.request", () => locks(work)),
        },
      },
    });
    await fresh(within(this.fake.browser, life), () => import("../../src/background/worker"));
  }

  private waking = Promise.resolve();

  /** The worker of now ends, at rest; `life` begins with the next event. */
  next(life: Life): void {
    const now = this.lives.at(-1);
    if (now) now.dead = true;
    this.following = life;
  }

  private readonly panelListeners: ((...args: never[]) => unknown)[] = [];

  /** Opens the real panel's port, in place of one that is open. */
  async openPanel(): Promise<void> {
    this.stopPanel();
    const { browser, events } = this.panelFake;
    for (const event of Object.values(events)) event.listeners.length = 0;
    this.panelListeners.length = 0;
    const onChanged = {
      addListener: (listener: (...args: never[]) => unknown) => {
        this.panelListeners.push(listener);
        this.fake.changed.addListener(listener);
      },
      removeListener: (listener: (...args: never[]) => unknown) => {
        this.panelListeners.splice(this.panelListeners.indexOf(listener) >>> 0, 1);
        this.fake.changed.removeListener(listener);
      },
    };
    const panelBrowser = {
      ...browser,
      runtime: { ...browser.runtime, sendMessage: (message: unknown) => this.ask(message) },
      tabs: {
        ...browser.tabs,
        query: async () => [{ id: TAB }],
        connect: () => {
          const line = browser.tabs.connect();
          const { page } = this;
          // As src/content/port.ts does.
          if (page && this.scripts && page.number > 0) {
            const { document, visit } = page;
            queueMicrotask(() => line.onMessage.fire({ type: "page/changed", document, visit }));
          }
          return line;
        },
        onActivated: events.installed,
        onAttached: events.installed,
      },
      storage: { ...this.fake.browser.storage, onChanged },
    };
    const { livePort } = await fresh(panelBrowser, () => import("../../src/sidebar/live-port"));
    this.port = livePort();
    this.stopPanel = this.port.watch((view) => {
      this.shown = view;
      const words = JSON.stringify(view ?? {});
      const others = LABELS.filter((label) => label !== this.page?.patient.label && words.includes(label));
      if (others.length > 0) this.wrong.push(...others);
    });
  }

  closePanel(): void {
    this.stopPanel();
  }

  /** A question of one of our own pages; refused, as the browser does, if the worker dies over it. */
  async ask(message: unknown): Promise<unknown> {
    await this.wake();
    const { life } = this;
    const [answer] = this.wakened("message", message, { id: EXTENSION, url: OWN_PAGE });
    const closed = life.end.then(() => {
      throw new Error("The message channel closed before a response was received");
    });
    closed.catch(() => undefined);
    return Promise.race([answer, closed]);
  }

  private wakened(event: keyof FakeBrowser["events"], ...args: unknown[]): unknown[] {
    return living.run(this.life, () => this.fake.events[event].fire(...structuredClone(args)));
  }

  private async hear(message: FromPage): Promise<boolean> {
    if (message.type === "page/changed") {
      for (const line of this.panelFake.lines) line.onMessage.fire(structuredClone(message));
    }
    // What is said to all waits for the worker to start.
    await this.wake();
    const { life } = this;
    this.panelFake.events.message.fire(structuredClone(message), FRAME);
    const [answer] = this.wakened("message", message, FRAME);
    return (await Promise.race([answer, life.end])) === true;
  }

  /** Another document in the tab, whose script starts to read. */
  show(document: string, patient: typeof QUILL): void {
    this.page = {
      document,
      visit: 0,
      number: 0,
      patient,
      outbox: this.saysAgain
        ? new Outbox((message) => this.hear(message), new AbortController().signal)
        : { say: (message) => void this.hear(message) },
    };
    this.read();
  }

  private start(): void {
    this.scripts = true;
    this.read();
  }

  say(message: FromPage): void {
    this.page?.outbox.say(message);
  }

  /** The page says what it shows now. */
  read(): void {
    const { page } = this;
    if (!page || !this.scripts) return;
    const { document, visit } = page;
    const reading = readingOf([PIMECROLIMUS, ATOPIC], page.patient);
    page.outbox.say(pageReading(reading, { document, visit, number: ++page.number }));
  }

  /** The same document shows another patient. */
  change(patient: typeof QUILL): void {
    const { page } = this;
    if (!page) return;
    page.patient = patient;
    page.visit++;
    page.outbox.say({ type: "page/changed", document: page.document, visit: page.visit });
  }

  leave(): void {
    const { page } = this;
    if (page) page.outbox.say({ type: "page/gone", document: page.document });
    this.page = undefined;
  }

  async fire(event: keyof FakeBrowser["events"], ...args: unknown[]): Promise<void> {
    await this.wake();
    this.wakened(event, ...args);
    if (event === "updated") this.panelFake.events.updated.fire(...args);
  }
}

/** One after another, as the browser's locks let work pass. */
function queue() {
  let last: Promise<unknown> = Promise.resolve();
  return (work: () => Promise<unknown>): Promise<unknown> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** Lets time pass, and whatever is under way in it come to an end: loading and the database take no time of the clock. */
export async function pass(ms: number): Promise<void> {
  for (let left = ms, step = 10; left > 0; left -= step, step *= 1.5) {
    await loading;
    for (let turn = 0; turn < 4; turn++) await new Promise((done) => setImmediate(done));
    await vi.advanceTimersByTimeAsync(Math.min(step, left));
  }
}
