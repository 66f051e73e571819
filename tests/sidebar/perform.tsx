import { options, render } from "preact";
import { Panel } from "../../src/sidebar/panel";
import { FakePort } from "./fake-worker";
import type { State, Step } from "./states/state";

// Effects right after rendering: without a screen there is no frame to wait for. Nor has jsdom any layout to scroll.
options.requestAnimationFrame = (effects: () => void) => setTimeout(effects);
Element.prototype.scrollIntoView ??= () => undefined;

/** Lets what is under way (answers of the port, effects, rendering) come to rest. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await new Promise((done) => setTimeout(done));
}

export function find(root: ParentNode, selector: string): HTMLElement {
  const element = root.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`Nothing on screen matches ${selector}`);
  return element;
}

/** A button or summary by the words on it. */
export function byWords(root: ParentNode, words: string): HTMLElement {
  const found = [...root.querySelectorAll<HTMLElement>("button, summary")].find(
    (element) => element.textContent?.trim() === words || element.getAttribute("aria-label") === words,
  );
  if (!found) throw new Error(`No button says "${words}"`);
  return found;
}

/** Does one step: presses what a selector finds (or, after "=", what says the words), or types into a field. */
export async function perform(root: ParentNode, step: Step): Promise<void> {
  if (typeof step === "string") {
    const target = step.startsWith("=") ? byWords(root, step.slice(1)) : find(root, step);
    target.focus();
    target.click();
  } else {
    const field = find(root, step.into) as HTMLInputElement;
    field.focus();
    field.value = step.type;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  await settle();
}

/** Shows a state in `root` with the shipped panel, and does its steps. */
export async function showState(state: State, root: Element): Promise<FakePort> {
  const port = new FakePort(state.view, state.chart);
  if (state.role) port.chosenRole = state.role;
  state.prepare?.(port);
  render(<Panel port={port} now={() => state.now} />, root);
  await settle();
  for (const step of state.steps) await perform(root, step);
  return port;
}
