import { beforeEach, describe, expect, it, vi } from "vitest";
import { openPort, type Port } from "../../src/content/port";

const OWN = "nextline-under-test";
type Listener = (message: unknown, sender: { id: string }, reply: (answer: unknown) => void) => unknown;

let sent: unknown[];
let listeners: Listener[];
let closed: number;
let port: Port;

const tell = (message: unknown, id = OWN) => {
  const reply = vi.fn();
  for (const listener of listeners) listener(message, { id }, reply);
  return reply;
};

beforeEach(() => {
  sent = [];
  listeners = [];
  closed = 0;
  const runtime = {
    id: OWN as string | undefined,
    sendMessage: async (message: unknown) => void sent.push(message),
    onMessage: { addListener: (listener: Listener) => void listeners.push(listener) },
  };
  Object.assign(globalThis, { chrome: { runtime } });
  port = openPort(() => closed++);
  port.listen((message) => ({ heard: message }));
});

describe("the content script's door", () => {
  it("carries words both ways, and is deaf to strangers", () => {
    port.send({ type: "page/gone", document: "d1" });
    expect(sent).toEqual([{ type: "page/gone", document: "d1" }]);
    expect(tell("hello")).toHaveBeenCalledWith({ heard: "hello" });
    expect(tell("hello", "stranger")).not.toHaveBeenCalled();
  });

  it("is silent and deaf once it is closed, and says so once", () => {
    port.close();
    port.close();
    port.send({ type: "page/gone", document: "d1" });
    expect(sent).toEqual([]);
    expect(tell("hello")).not.toHaveBeenCalled();
    expect({ alive: port.alive(), closed }).toEqual({ alive: false, closed: 1 });
  });

  it("closes when the extension has gone", () => {
    Object.assign(globalThis, { chrome: { runtime: { id: undefined } } });
    const lost = openPort(() => closed++);
    expect(lost.alive()).toBe(false);
  });
});
