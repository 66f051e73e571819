import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveDemo } from "../../demo/server.mjs";

let demo: Awaited<ReturnType<typeof serveDemo>>;
beforeAll(async () => {
  demo = await serveDemo();
});
afterAll(() => demo.close());

/** Asks for a path exactly as written: a browser would tidy it first. */
function ask(
  path: string,
  method = "GET",
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  const { hostname, port } = new URL(demo.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method }, (response) => {
      let body = "";
      response.on("data", (part) => {
        body += part;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    })
      .on("error", reject)
      .end();
  });
}

describe("the demo's server", () => {
  it("serves the chart and lets nothing of it rest in a cache", async () => {
    const { status, headers, body } = await ask("/?patient=3");
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-store");
    expect(body).toContain("Harbour EHR demo");
  });

  it.each([
    "/../server.mjs",
    "/%2e%2e/server.mjs",
    "/..%2f..%2fpackage.json",
    "/%E0%A4%A",
    "//",
    "/patients.js/../../server.mjs",
  ])("gives nothing outside its folder for %s", async (path) => {
    const { status, body } = await ask(path);
    expect(body).not.toMatch(/createServer|"private"/);
    expect([200, 404]).toContain(status);
    if (status === 200) expect(body).toContain("Harbour EHR demo");
  });

  it("only gives, never takes", async () => {
    expect((await ask("/index.html", "POST")).status).toBe(404);
  });

  it("listens on this machine alone", () => {
    expect(new URL(demo.url).hostname).toBe("127.0.0.1");
  });
});
