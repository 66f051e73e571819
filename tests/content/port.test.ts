import { beforeEach, describe, expect, it, vi } from "vitest";
import { openPort, type Port } from "../../src/content/port";

const OWN = "nextline-under-test";
type Listener = (message: unknown, sender: { id: string }, reply: (answer: unknown) => void) => unknown;

let sent: unknown[];
let answers: unknown[];
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
  answers = [];
  listeners = [];
  closed = 0;
  const runtime = {
    id: OWN as string | undefined,
    sendMessage: async (message: unknown) => {
      sent.push(message);
      return answers.shift();
    },
    onMessage: { addListener: (listener: Listener) => void listeners.push(listener) },
  };
  Object.assign(globalThis, { chrome: { runtime } });
  port = openPort(() => closed++);
  port.listen((message) => ({ heard: message }));
});

describe("the content script's door", () => {
  it("carries words both ways, and is deaf to strangers", async () => {
    answers = [true];
    expect(await port.send({ type: "page/gone", document: "d1" })).toBe(true);
    expect(sent).toEqual([{ type: "page/gone", document: "d1" }]);
    expect(tell("hello")).toHaveBeenCalledWith({ heard: "hello" });
    expect(tell("hello", "stranger")).not.toHaveBeenCalled();
  });

  it("takes nothing but the worker's word for having been heard", async () => {
    answers = [undefined, Promise.reject(new Error("The message port closed")), {}];
    const heard = [1, 2, 3].map(() => port.send({ type: "page/gone", document: "d1" }));
    expect(await Promise.all(heard)).toEqual([false, false, false]);
    expect(port.alive()).toBe(true);
  });

  it("is silent and deaf once it is closed, and says so once", async () => {
    port.close();
    port.close();
    expect(await port.send({ type: "page/gone", document: "d1" })).toBe(false);
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
