/**
 * When to read again. Ordinary changes are gathered for a moment and read in the page's pauses, the slower the longer
 * a storm lasts. After a change of patient or address nothing is read until the page has come to rest.
 */

/** Changes are gathered for so long, in milliseconds. */
const SOON = 100;
const SLOWEST = 2000;
/** Where nothing has ever been found, the pauses may grow to this. */
const SLOWEST_EMPTY = 8000;
/** No change for so long is rest. */
export const REST = 500;
/** A page that shows a new patient but has not touched its lists yet is given so long to do it. */
const UNTOUCHED = 1500;
/** No page is waited for longer. */
const PATIENCE = 4000;

export class Pace {
  private gap = SOON;
  private changedAt: number | undefined;
  private movedAt = 0;
  private touched = false;

  constructor(private readonly now: () => number) {}

  /** The patient or the address changed; `touched`: so did the rest of the page, in the same stroke. */
  changed(touched: boolean): void {
    this.changedAt = this.now();
    this.movedAt = this.changedAt;
    this.touched = touched;
    this.gap = SOON;
  }

  /** The page's content moved. */
  moved(): void {
    this.movedAt = this.now();
    this.touched = true;
  }

  get settling(): boolean {
    return this.changedAt !== undefined;
  }

  /** Milliseconds to wait before the next look; 0: read now. */
  wait(since: number): number {
    const now = this.now();
    if (this.changedAt === undefined) return Math.max(0, since + this.gap - now);
    const waited = now - this.changedAt;
    if (waited >= PATIENCE) return 0;
    const rest = this.movedAt + REST - now;
    const untouched = this.touched ? 0 : UNTOUCHED - waited;
    return Math.max(0, Math.min(Math.max(rest, untouched), PATIENCE - waited));
  }

  /** A reading took `cost` milliseconds of our time and said something new, or not; `empty`: nothing was ever found. */
  read(cost: number, news: boolean, empty: boolean): void {
    this.changedAt = undefined;
    const longest = empty ? SLOWEST_EMPTY : SLOWEST;
    const next = news ? SOON : this.gap * 1.6;
    this.gap = Math.min(longest, Math.max(SOON, next, cost * 15));
  }

  /** Nothing happened for a while: the next change is read soon again. */
  rested(): void {
    this.gap = SOON;
  }
}
