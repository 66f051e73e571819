/** What the fields in an entry say of it. */
import { attr, isTicked, nameOf, nearest, query, within } from "./dom";
import { cellsOf, columnsOf, type Grid } from "./rows";

const TYPED = "input:not([type]),input[type=text],input[type=number],input[type=date],textarea";

/** A row of a form whose dose or directions are being typed is an order that nobody gave yet. */
export const isFilledIn = (row: Element): boolean =>
  nearest(row, (at) => nameOf(at) === "form") !== null && query(row, TYPED).length > 0;

/** State of the one checkbox of an entry. A box that selects rows of a table says nothing about them. */
export function checkedIn(root: Element, grid?: Grid): boolean | undefined {
  const boxes = query(root, "input[type=checkbox],input[type=radio],[role=checkbox],[role=switch]");
  const [box] = boxes;
  if (!box || boxes.length > 1) return undefined;
  if (grid) {
    const cells = cellsOf(root);
    const index = cells.findIndex((cell) => within(cell, box));
    const head = grid.heads[columnsOf(grid, root, cells)[index] ?? -1];
    if (!head || /select/i.test(head)) return undefined;
  }
  const stated = attr(box, "aria-checked");
  return stated === null ? isTicked(box) === true : stated === "true";
}
