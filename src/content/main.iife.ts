/** Runs in every frame that may be read. Wiring only. */
import { readPassage } from "./language";
import { PageReader } from "./page/reader";
import { openPort, type Port } from "./port";
import { Marker } from "./show";
import { toPageOf } from "./told";
import { Watch } from "./watch/watch";

/** Where a reader leaves word that it is here: in the extension's own world, out of the page's sight. */
const HERE = Symbol.for("nextline.reader");
const holder = globalThis as { [HERE]?: { port: Port; page: Document } };

function start(): void {
  // Injected again into a document that is being read: nothing to do, unless the old reader has lost its extension, or
  // its document: Firefox keeps the window of a frame's first, empty document for the one that follows.
  const before = holder[HERE];
  if (before?.page === document && before.port.alive()) return;
  before?.port.close();
  const end = new AbortController();
  const marker = new Marker();
  const port = openPort(() => {
    marker.clear();
    end.abort();
  });
  if (!port.alive()) return;
  holder[HERE] = { port, page: document };
  const reader = new PageReader(document, readPassage);
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
