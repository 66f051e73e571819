/** Keeps the extension told of what one document shows: reads, sends, and watches for what changes it. */

import type { PageReading } from "../../engine/finding";
import type { FromPage } from "../../messages";
import { Outbox } from "../outbox";
import { contentTypeOf, isHidden } from "../page/dom";
import type { Port } from "../port";
import { onAddress } from "./address";
import { onScreen, onSight } from "./onscreen";
import { Pace } from "./pace";
import { inSlices } from "./slices";

/** What the watch needs of a reader. */
export interface Reads {
  /** Reads what changed since the last time; everything, where `fresh`. */
  read(fresh: boolean): Generator<void, PageReading>;
  note(records: MutationRecord[]): void;
  /** Something now shows another patient, or none, or other lists, than the last reading said. Quick. */
  overtaken(records: MutationRecord[]): "no" | "banner" | "page";
  /** What there is to watch: the document and its open shadow roots. */
  readonly roots: ReadonlySet<Node>;
  /** An element that was read without a shadow root has one now; no mutation tells of that. Quick. */
  rootsCame(): boolean;
  /** The mutations touch more than the patient's banner. */
  beyondBanner(records: MutationRecord[]): boolean;
}

/** What is watched of each element: whatever may show, hide or fold text. */
const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: [
    "class",
    "style",
    "hidden",
    "open",
    "aria-expanded",
    "aria-selected",
    "aria-busy",
    "aria-checked",
    "title",
  ],
};
/** A reading that takes longer than this, in milliseconds, says that it is at it. */
const PROGRESS = 400;
const AFTER_STORM = 3000;
/** Shadow roots are looked for so long after a reading, in milliseconds, then ever more seldom down to the second. */
const FIRST_LOOK = 250;
const SELDOM_LOOK = 8000;

export class Watch {
  private readonly id = randomId();
  private visit = 0;
  private number = 0;
  private sent = "";
  private sentVisit = -1;
  private found = false;
  private reading = 0;
  /** The reading under way, and whether it reads everything; none where it is not the last one begun. */
  private underway = { reading: -1, all: false };
  private dirtySince: number | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private looking: ReturnType<typeof setTimeout> | undefined;
  /** Everything is to be read, as was said when this was the last reading begun. */
  private forced: number | undefined;
  /** The last reading began while this frame was out of sight. */
  private unseen = false;
  private readonly observed = new WeakSet<Node>();
  private readonly observer = new MutationObserver((records) => this.heard(records));
  private readonly pace = new Pace(() => performance.now());
  private checkAddress = () => {};
  private readonly state: Outbox;
  private readonly frames: Outbox;

  constructor(
    private readonly page: Document,
    private readonly port: Port,
    private readonly reader: Reads,
    private readonly signal: AbortSignal,
  ) {
    const send = (message: FromPage) => this.port.send(message);
    this.state = new Outbox(send, signal);
    this.frames = new Outbox(send, signal);
  }

  get currentVisit(): number {
    return this.visit;
  }

  start(): void {
    const { signal } = this;
    this.checkAddress = onAddress(() => this.changed(false), signal);
    this.observe();
    addEventListener("pagehide", () => this.leave(), { signal });
    addEventListener("pageshow", (event) => event.persisted && this.readNow(), { signal });
    // A field is read when it rests: keys raise no mutation, and its own event comes once it is left.
    addEventListener("change", () => this.dirty(), { signal, capture: true, passive: true });
    this.page.addEventListener("visibilitychange", () => this.plan(), { signal });
    onSight(() => this.sighted(), signal);
    signal.addEventListener("abort", () => {
      this.observer.disconnect();
      clearTimeout(this.timer);
      clearTimeout(this.resting);
      clearTimeout(this.looking);
      this.reading++;
    });
    this.readNow();
  }

  /** Reads everything afresh and sends it, as soon as the page is at rest where it is changing patients. */
  readNow(): void {
    // What reads everything already, kept in step with every change, need not begin again.
    if (this.isReading && this.underway.all) return;
    this.demandAll();
    this.dirtySince ??= performance.now();
    if (!this.pace.settling) void this.read(true);
    else this.plan();
  }

  private demandAll(): void {
    this.forced = this.reading;
  }

  private get isReading(): boolean {
    return this.underway.reading === this.reading;
  }

  private observe(): void {
    for (const root of this.reader.roots) {
      if (this.observed.has(root)) continue;
      this.observed.add(root);
      this.observer.observe(root, OBSERVED);
      root.addEventListener("load", (event) => this.framed(event), { signal: this.signal, capture: true });
    }
  }

  /** A reading that watches each shadow root from the moment it is met: the page's turn may come right after. */
  private *observing(reading: Generator<void, PageReading>): Generator<void, PageReading> {
    for (let known = 0; ; ) {
      const { done, value } = reading.next();
      const { size } = this.reader.roots;
      if (size !== known) this.observe();
      known = size;
      if (done) return value;
      yield;
    }
  }

  private lookForRoots(wait: number): void {
    clearTimeout(this.looking);
    this.looking = setTimeout(() => {
      if (!isHidden(this.page) && this.reader.rootsCame()) this.dirty();
      else this.lookForRoots(Math.min(wait * 2, SELDOM_LOOK));
    }, wait);
  }

  private framed(event: Event): void {
    const { target } = event;
    if (target instanceof Element && /^i?frame$/.test(target.localName))
      this.frames.say({ type: "page/frame", document: this.id });
    this.dirty();
  }

  private heard(records: MutationRecord[]): void {
    if (!this.port.alive()) return;
    this.checkAddress();
    const overtaken = this.reader.overtaken(records);
    if (overtaken !== "no") this.changed(overtaken === "page" || this.reader.beyondBanner(records));
    else if (this.pace.settling && this.reader.beyondBanner(records)) this.pace.moved();
    this.reader.note(records);
    this.dirty();
  }

  /** What was read before holds no more: says so at once. */
  private changed(touched: boolean): void {
    this.visit++;
    this.reading++;
    this.demandAll();
    this.pace.changed(touched);
    this.state.say({ type: "page/changed", document: this.id, visit: this.visit });
    this.dirty();
  }

  /** What was read while nobody could see the frame was read as unseen: now it is read afresh. */
  private sighted(): void {
    if (this.unseen && onScreen()) this.demandAll();
    this.dirty();
  }

  private leave(): void {
    this.reading++;
    clearTimeout(this.timer);
    this.sent = "";
    this.state.say({ type: "page/gone", document: this.id });
  }

  private dirty(): void {
    this.dirtySince ??= performance.now();
    this.plan();
  }

  private plan(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.dirtySince === undefined || isHidden(this.page) || this.signal.aborted) return;
    const wait = this.pace.wait(this.dirtySince);
    this.timer = setTimeout(() => this.due(), wait);
  }

  private due(): void {
    this.timer = undefined;
    if (this.dirtySince === undefined || isHidden(this.page)) return;
    this.checkAddress();
    // Begun anew at every change, a reading of a busy page would never end; what it took in would be lost.
    if (this.isReading) return;
    if (this.pace.wait(this.dirtySince) > 0) this.plan();
    else void this.read(this.forced !== undefined);
  }

  private async read(fresh: boolean): Promise<void> {
    const mine = ++this.reading;
    const { visit } = this;
    const cancelled = () => mine !== this.reading || this.signal.aborted;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.dirtySince = undefined;
    this.unseen = !onScreen();
    this.underway = { reading: mine, all: fresh };
    const started = performance.now();
    let told = started + PROGRESS;
    const progress = () => {
      if (!cancelled() && this.sentVisit !== visit && performance.now() > told) {
        told = performance.now() + PROGRESS * 2;
        this.tell(STILL_READING, false);
      }
      return cancelled();
    };
    const work = this.observing(this.reader.read(fresh));
    const reading = await inSlices(work, progress, fresh || this.sentVisit !== visit).finally(() => {
      if (this.underway.reading === mine) this.underway = { reading: -1, all: false };
    });
    if (!reading || cancelled()) return this.plan();
    this.lookForRoots(FIRST_LOOK);
    if (this.forced !== undefined && this.forced < mine) this.forced = undefined;
    const visible = onScreen();
    const serialised = JSON.stringify([reading, visible]);
    const news = fresh || this.sentVisit !== visit || serialised !== this.sent;
    this.found ||= reading.findings.length > 0;
    this.pace.read(performance.now() - started, news, !this.found);
    if (news) {
      this.sent = serialised;
      this.sentVisit = visit;
      this.tell(reading, true);
    }
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.pace.rested(), AFTER_STORM);
    this.plan();
  }

  private tell(reading: PageReading, done: boolean): void {
    this.state.say({
      type: "page/reading",
      document: this.id,
      visit: this.visit,
      number: this.number++,
      done,
      visible: onScreen(),
      contentType: (contentTypeOf(this.page) ?? "").slice(0, 100),
      reading,
    });
  }
}

const STILL_READING: PageReading = {
  findings: [],
  coverage: [{ section: "page", state: "reading", count: 0 }],
};

/** Names this document among others; says nothing about it. */
function randomId(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("-");
}
