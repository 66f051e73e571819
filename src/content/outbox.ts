/**
 * Sees to it that the worker hears what this document last said. A worker may die with a message in its hands, and no
 * error tells of it: what is not answered with `true` is said again, until something newer takes its place.
 */
import type { FromPage } from "../messages";

/** Milliseconds until an unheard message is said again; each pause after it is twice as long. */
const FIRST_PAUSE = 400;
/** Pauses in all: more than three minutes. Whatever happens next on the page is said anew in any case. */
const MOST_PAUSES = 9;

export class Outbox {
  private waiting: FromPage | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `send` resolves with whether the message was heard; it never rejects. */
  constructor(
    private readonly send: (message: FromPage) => Promise<boolean>,
    signal: AbortSignal,
  ) {
    signal.addEventListener("abort", () => this.settle());
  }

  /** Says something that stands in the place of all that was said before. */
  say(message: FromPage): void {
    this.settle();
    this.waiting = message;
    void this.attempt(message, 0);
  }

  private async attempt(message: FromPage, pauses: number): Promise<void> {
    // An answer may never come, so the pause runs from the sending.
    if (pauses < MOST_PAUSES) {
      const again = () => void this.attempt(message, pauses + 1);
      this.timer = setTimeout(again, FIRST_PAUSE * 2 ** pauses);
    }
    const heard = await this.send(message);
    if (heard && this.waiting === message) this.settle();
  }

  private settle(): void {
    clearTimeout(this.timer);
    this.waiting = undefined;
  }
}
