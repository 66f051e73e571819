/** Runs in every frame of a site that is always read, and calls the reader where it may be needed. Wiring only. */
import { holder } from "./here";
import { Outbox } from "./outbox";
import { openPort } from "./port";
import { Lookout } from "./scout/lookout";
import { toPageOf } from "./told";

function start(): void {
  const { reader, scout } = holder;
  if ([reader, scout].some((one) => one?.page === document && one.port.alive())) return;
  scout?.port.close();
  const end = new AbortController();
  const looking = new AbortController();
  const port = openPort(() => {
    looking.abort();
    end.abort();
  });
  if (!port.alive()) return;
  holder.scout = { port, page: document };
  const outbox = new Outbox((message) => port.send(message), end.signal);
  const call = () => {
    looking.abort();
    outbox.say({ type: "page/found" });
  };
  // Where another frame of the tab is being read, so must this one be: it may tell whose chart it is.
  const offer = () => outbox.say({ type: "page/here" });
  port.listen((told: unknown) => {
    const message = toPageOf(told);
    if (message?.type === "page/stop") port.close();
    if (message?.type === "page/wake" && !looking.signal.aborted) offer();
    return undefined;
  });
  if (window !== window.top) offer();
  new Lookout(document, call, looking.signal).start();
}

start();
