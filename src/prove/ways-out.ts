/** Every way a page has to send something. The only code of ours that names them; nothing imports it but this page. */

/** A port of this very computer on which nothing listens: what is not stopped fails there, and goes nowhere else. */
export const TARGET = "127.0.0.1:9";

export interface WayOut {
  name: string;
  /** Starts the attempt; its outcome is not judged by what it returns or throws. */
  attempt(address: string): void;
  /** The content security policy has a rule for it, so the browser reports when it stops it. */
  underPolicy: boolean;
}

const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] => {
  const made = Object.assign(document.createElement(tag), properties);
  document.body.append(made);
  return made;
};

export const WAYS_OUT: WayOut[] = [
  {
    name: "fetch",
    underPolicy: true,
    attempt: (to) => void fetch(`http://${to}/fetch`).catch(() => undefined),
  },
  {
    name: "XMLHttpRequest",
    underPolicy: true,
    attempt(to) {
      const request = new XMLHttpRequest();
      request.open("GET", `http://${to}/xhr`);
      request.send();
    },
  },
  {
    name: "beacon",
    underPolicy: true,
    attempt: (to) => void navigator.sendBeacon(`http://${to}/beacon`, "x"),
  },
  { name: "WebSocket", underPolicy: true, attempt: (to) => void new WebSocket(`ws://${to}/socket`) },
  { name: "EventSource", underPolicy: true, attempt: (to) => void new EventSource(`http://${to}/events`) },
  {
    name: "image",
    underPolicy: true,
    attempt: (to) => void element("img", { src: `http://${to}/image`, alt: "" }),
  },
  {
    name: "script",
    underPolicy: true,
    attempt: (to) => void element("script", { src: `http://${to}/script` }),
  },
  {
    name: "stylesheet",
    underPolicy: true,
    attempt: (to) => void element("link", { rel: "stylesheet", href: `http://${to}/style` }),
  },
  {
    name: "frame",
    underPolicy: true,
    attempt: (to) => void element("iframe", { src: `http://${to}/frame`, title: "" }),
  },
  {
    name: "audio",
    underPolicy: true,
    attempt: (to) => void element("audio", { src: `http://${to}/audio`, preload: "auto" }),
  },
  {
    name: "object",
    underPolicy: true,
    attempt: (to) => void element("object", { data: `http://${to}/object` }),
  },
  { name: "worker", underPolicy: true, attempt: (to) => void new Worker(`http://${to}/worker`) },
  {
    name: "form",
    underPolicy: true,
    attempt(to) {
      const name = "nextline-form";
      element("iframe", { name, title: "" });
      element("form", { action: `http://${to}/form`, method: "post", target: name }).submit();
    },
  },
  {
    name: "prefetch",
    underPolicy: true,
    attempt: (to) => void element("link", { rel: "prefetch", href: `http://${to}/prefetch` }),
  },
  {
    name: "WebRTC",
    underPolicy: false,
    attempt(to) {
      const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:${to}` }] });
      connection.createDataChannel("x");
      void connection.createOffer().then((offer) => connection.setLocalDescription(offer));
      setTimeout(() => connection.close(), 1500);
    },
  },
];
