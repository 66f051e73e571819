/** Work in small pieces: the page's own work comes first. */

/** Longest stretch of work before the page gets its turn, in milliseconds. */
export const SLICE_MS = 4;

interface Scheduler {
  postTask?(task: () => void, options: { priority: "background" | "user-visible" }): Promise<unknown>;
}

/** Resolves when the page has nothing more urgent to do. */
export function turn(urgent: boolean): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler?.postTask) {
    return new Promise((resolve) => {
      scheduler
        .postTask?.(resolve, { priority: urgent ? "user-visible" : "background" })
        ?.catch(() => resolve());
    });
  }
  return new Promise((resolve) => {
    if (!urgent && typeof requestIdleCallback === "function")
      requestIdleCallback(() => resolve(), { timeout: 500 });
    else setTimeout(resolve, 0);
  });
}

/** Runs work to its end in slices and gives its result; undefined when `cancelled` said so between two of them. */
export async function inSlices<T>(
  work: Generator<void, T>,
  cancelled: () => boolean,
  urgent: boolean,
  budget = SLICE_MS,
): Promise<T | undefined> {
  for (;;) {
    const until = performance.now() + budget;
    do {
      const { done, value } = work.next();
      if (done) return value as T;
    } while (performance.now() < until);
    await turn(urgent);
    if (cancelled()) return undefined;
  }
}

/** Runs work to its end at once. */
export function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value as T;
  }
}
