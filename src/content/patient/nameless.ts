/** Remembers which stretches of text name nobody, so that a change elsewhere on the page does not ask them again. */
import {
  hostOf,
  isElement,
  isLonger,
  isText,
  nextElementOf,
  nextSibling,
  parentNode,
  parentOf,
} from "../page/dom";
import type { Run } from "../page/interest";
import { LONGEST_AROUND, MOST_AROUND } from "./whose";

export class Nameless {
  runs = new WeakSet<Run>();

  /** Forgets what a change may have made otherwise; false if nothing. `runsIn`: the stretches that a box holds. */
  disturb(
    { target, type, nextSibling: after }: MutationRecord,
    runsIn: (box: Node) => Iterable<Run>,
  ): boolean {
    if (type === "attributes" && isLonger(target, LONGEST_AROUND)) {
      // Anything inside may now be hidden, shown, or said to be the patient's.
      this.runs = new WeakSet();
      return true;
    }
    let largest: Node | undefined;
    let at: Node | null = isText(target) ? parentOf(target) : target;
    for (let climbed = 0; at && climbed <= MOST_AROUND && !isLonger(at, LONGEST_AROUND); climbed++) {
      largest = at;
      at = parentNode(at) ?? hostOf(at);
    }
    // A name may stand in the box just before.
    const boxes = [largest, largest && besideOf(largest), after, after && besideOf(after)];
    return boxes.filter((box) => box && this.forget(box, runsIn)).length > 0;
  }

  private forget(box: Node, runsIn: (box: Node) => Iterable<Run>): boolean {
    if (isLonger(box, LONGEST_AROUND)) {
      this.runs = new WeakSet();
      return true;
    }
    return [...runsIn(box)].filter((run) => this.runs.delete(run)).length > 0;
  }
}

/** What a name in a box, or just before it, may belong to. */
const besideOf = (box: Node): Node | null => (isElement(box) ? nextElementOf(box) : nextSibling(box));
