import { beforeEach, describe, expect, it, vi } from "vitest";
import { openPort, type Port } from "../../src/content/port";

const OWN = "nextline-under-test";
type Listener = (message: unknown, sender: { id: string }, reply: (answer: unknown) => void) => unknown;

let sent: unknown[];
let answers: unknown[];
let listeners: Listener[];
let connect: ((line: object) => void)[];
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
  connect = [];
  closed = 0;
  const runtime = {
    id: OWN as string | undefined,
    sendMessage: async (message: unknown) => {
      sent.push(message);
      return answers.shift();
    },
    onMessage: { addListener: (listener: Listener) => void listeners.push(listener) },
    onConnect: { addListener: (listener: (line: object) => void) => void connect.push(listener) },
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

  describe("a panel's line", () => {
    /** A line as the browser hands it over, and what was said on it. */
    const line = (id = OWN) => {
      const said: unknown[] = [];
      let over: () => void = () => undefined;
      const end = {
        sender: { id },
        postMessage: (message: unknown) => said.push(message),
        onDisconnect: {
          addListener: (listener: () => void) => {
            over = listener;
          },
        },
      };
      for (const listener of connect) listener(end);
      return { said, end, hangUp: () => over() };
    };
    const changed = (visit: number) => ({ type: "page/changed" as const, document: "d1", visit });

    it("is told at once where the document is, and of every change, whether the worker lives or not", async () => {
      await port.send(changed(3));
      const { said } = line();
      expect(said).toEqual([changed(3)]);
      const sending = port.send(changed(4));
      expect(said).toEqual([changed(3), changed(4)]);
      await sending;
    });

    it("is told nothing if it is a stranger's, or has been hung up", async () => {
      await port.send(changed(3));
      const stranger = line("stranger");
      const own = line();
      own.hangUp();
      await port.send(changed(4));
      expect(stranger.said).toEqual([]);
      expect(own.said).toEqual([changed(3)]);
    });

    it("keeps no word from the worker when it breaks", async () => {
      const { end } = line();
      end.postMessage = () => {
        throw new Error("Attempting to use a disconnected port object");
      };
      answers = [true];
      expect(await port.send(changed(1))).toBe(true);
    });
  });
});
