// Serves the demo EHR, and nothing else, to this machine only.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("./site/", import.meta.url));

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/**
 * @param {{ port?: number }} [options] Port 0 (the default) takes a free one.
 * @returns {Promise<{ url: string, close(): Promise<void> }>} The address without a trailing slash.
 */
export async function serveDemo({ port = 0 } = {}) {
  const server = createServer(async (request, response) => {
    // Nothing of a chart may stay in a cache, not even of a synthetic one.
    const headers = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
    const path = pathOf(request.url);
    const type = path && TYPES[extname(path)];
    const body = type && request.method === "GET" ? await readFile(path).catch(() => undefined) : undefined;
    if (body === undefined) {
      response.writeHead(404, { ...headers, "content-type": "text/plain; charset=utf-8" }).end("Not found");
      return;
    }
    response.writeHead(200, { ...headers, "content-type": type }).end(body);
  });
  await new Promise((listening, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => listening(undefined));
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed(undefined));
      }),
  };
}

/** The file that an address stands for; undefined where it leads out of the site or cannot be read as an address. */
function pathOf(url) {
  try {
    const { pathname } = new URL(url, "http://demo.example");
    const path = normalize(join(folder, decodeURIComponent(pathname === "/" ? "/index.html" : pathname)));
    return path.startsWith(normalize(folder + sep).replace(/[\\/]+$/, sep)) ? path : undefined;
  } catch {
    return undefined;
  }
}
