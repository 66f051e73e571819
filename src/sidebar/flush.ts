import { options } from "preact";

/** Runs an update whose rendering must not wait for the next turn: what a patient left behind goes in this one. */
export function flush(update: () => void): void {
  const later = options.debounceRendering;
  options.debounceRendering = (render: () => void) => render();
  try {
    update();
  } finally {
    options.debounceRendering = later;
  }
}
