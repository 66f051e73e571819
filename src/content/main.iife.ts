/** The reader, in every frame of a tab that is being read. Wiring only. */
import { holder } from "./here";
import { language } from "./language";
import { PageReader } from "./page/reader";
import { openPort } from "./port";
import { Marker } from "./show";
import { toPageOf } from "./told";
import { Watch } from "./watch/watch";

function start(): void {
  // Injected again into a document that is being read: nothing to do, unless the old reader has lost its extension, or
  // its document.
  const before = holder.reader;
  if (before?.page === document && before.port.alive()) return;
  before?.port.close();
  const end = new AbortController();
  const marker = new Marker();
  const port = openPort(() => {
    marker.clear();
    end.abort();
  });
  if (!port.alive()) return;
  holder.reader = { port, page: document };
  holder.scout?.port.close();
  const reader = new PageReader(document, language);
  const watch = new Watch(document, port, reader, end.signal);
  port.listen((told: unknown) => {
    const message = toPageOf(told);
    if (message?.type === "page/stop") port.close();
    if (message?.type === "page/read-now") watch.readNow();
    if (message?.type !== "page/show") return undefined;
    if (message.visit !== watch.currentVisit) return {};
    if (message.passage === undefined) {
      marker.clear();
      return {};
    }
    return { highlight: marker.show(reader.entry(message.passage)?.built, message.quote ?? "") };
  });
  watch.start();
}

start();
