/** A made-up chart, read, resolved and advised on as the worker does it with a page. */
import { type Place, viewOf } from "../background/view";
import { readPage } from "../content/read";
import type { Corrections } from "../engine/corrections";
import type { PanelView } from "../sidebar/port";

/**
 * What the panel would show for `page` on `day`. Corrections hold for the patient whom `stamp` of an earlier view names,
 * and for no other.
 */
export function chartView(
  page: Document,
  {
    id,
    day,
    place,
    corrected,
  }: { id: string; day: Date; place?: Place; corrected?: { stamp: string; corrections: Corrections } },
): PanelView {
  const now = day.getTime();
  const message = {
    type: "page/reading" as const,
    document: id,
    visit: 0,
    number: 1,
    done: true,
    visible: true,
    contentType: "text/html",
    reading: readPage(page, { today: day }),
  };
  const frame = { tabId: 0, frameId: 0, document: id, visit: 0, at: now, page: message };
  const corrections = corrected && { identity: corrected.stamp, corrections: corrected.corrections };
  return viewOf(0, { tab: { asked: now, outcome: "injected" }, frames: [frame], corrections }, now, place);
}

/** Puts a body into a document, in which it is laid out like any page. */
export function fill(page: Document, html: string): void {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  page.body.replaceChildren(...parsed.body.childNodes);
}
