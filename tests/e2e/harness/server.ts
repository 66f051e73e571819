import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the server gives for a path: HTML, or a type and bytes. */
export type Reply = string | { type: string; body: string | Buffer } | ((request: IncomingMessage) => Reply);

export interface TestServer {
  url: string;
  close(): Promise<void>;
}

/** Serves test pages on this machine only. A path that is not listed is a 404. */
export async function serve(replies: Record<string, Reply>): Promise<TestServer> {
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    // Browsers ask for it unasked, and would log an error in the page's console.
    let reply: Reply | undefined =
      path === "/favicon.ico" ? { type: "image/x-icon", body: "" } : replies[path];
    while (typeof reply === "function") reply = reply(request);
    response.setHeader("cache-control", "no-store");
    if (reply === undefined) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not here");
      return;
    }
    const { type, body } =
      typeof reply === "string" ? { type: "text/html; charset=utf-8", body: reply } : reply;
    response.writeHead(200, { "content-type": type }).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
