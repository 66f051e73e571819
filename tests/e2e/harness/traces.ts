/** What a session leaves behind and asks for: bytes in a profile, and requests through a proxy that counts. */
import { readdirSync, readFileSync } from "node:fs";
import { request as ask, createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { ADULT, chart } from "../charts";

/** Words of the synthetic chart that may rest nowhere. */
export const DATA = ["Larkspur", "SYN-41001", "Quibblewort"];
export const CHART = chart({
  ...ADULT,
  more: "<h2>Notes</h2><p>Assessment: Atopic dermatitis, moderate, of the face. Lives at Quibblewort Lane (synthetic).</p>",
});

/** Chromium's own services, which it asks with or without an extension: clock, updates, sign-in. */
export const BROWSERS_OWN =
  /^(?:http:\/\/|connect )(?:clients2\.google|update\.googleapis|accounts\.google)\.com[/:]/;

/** A proxy that passes requests on to this machine only, and counts every one it gets. */
export async function countingProxy(): Promise<{ port: number; seen: string[]; close(): void }> {
  const seen: string[] = [];
  const proxy: Server = createServer((incoming, outgoing) => {
    seen.push(incoming.url ?? "");
    const { hostname, port, pathname, search } = new URL(incoming.url ?? "");
    if (hostname !== "127.0.0.1") return void outgoing.writeHead(502).end();
    ask(
      { hostname, port, path: pathname + search, method: incoming.method, headers: incoming.headers },
      (reply) => {
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(outgoing);
      },
    )
      .on("error", () => outgoing.writeHead(502).end())
      .end();
  });
  proxy.on("connect", (incoming, socket) => {
    seen.push(`connect ${incoming.url}`);
    socket.end();
  });
  await new Promise<void>((listening) => proxy.listen(0, "127.0.0.1", listening));
  return { port: (proxy.address() as AddressInfo).port, seen, close: () => proxy.close() };
}

/** Every file below a folder that holds one of the words, in either encoding that browsers write. */
export function filesWith(folder: string, words: string[]): string[] {
  const needles = words.flatMap((word) => [Buffer.from(word, "utf8"), Buffer.from(word, "utf16le")]);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return needles.some((needle) => bytes.includes(needle));
    })
    .map((path) => path.slice(folder.length + 1));
}

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; source: { id: number }; params?: { address?: string; host?: string } }[];
}

const HERE_OR_BROWSERS_OWN =
  /^(?:\w+:\/\/)?(?:127\.0\.0\.1|localhost|(?:[\w-]+\.)*(?:google|googleapis|gstatic|gvt1)\.com)(?::\d+)?$/;

/**
 * What a browser's own log (`--log-net-log`) tells of traffic that goes past any proxy: UDP other than questions to a
 * name server, and the names that were asked for, since a name can carry words as well.
 */
export function pastProxy(path: string): { udp: string[]; names: string[] } {
  const { constants, events } = JSON.parse(readFileSync(path, "utf8")) as NetLog;
  const of = (name: string) => events.filter(({ type }) => type === constants.logEventTypes[name]);
  const connected = new Map(
    of("UDP_CONNECT").flatMap(({ source, params }) =>
      params?.address ? [[source.id, params.address] as const] : [],
    ),
  );
  const sent = of("UDP_BYTES_SENT").map(({ source, params }) => params?.address ?? connected.get(source.id));
  // A socket that is bound and connected to nobody may send to anybody, as WebRTC does.
  const open = of("UDP_LOCAL_ADDRESS").filter(({ source }) => !connected.has(source.id));
  return {
    udp: [
      ...sent.filter((address) => !address?.endsWith(":53")).map((address) => `to ${address}`),
      ...open.map(({ params }) => `from ${params?.address}`),
    ],
    names: of("HOST_RESOLVER_MANAGER_REQUEST")
      .flatMap(({ params }) => params?.host ?? [])
      .filter((name) => !HERE_OR_BROWSERS_OWN.test(name)),
  };
}
