import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMatchPattern, mayHold, mayRead } from "../../src/pilot/fence";

describe("the fence of sites", () => {
  it.each([
    ["https://ehr.example/*", "https://ehr.example/chart?id=1", true],
    ["https://ehr.example/*", "http://ehr.example/", false],
    ["https://ehr.example/*", "https://ehr.example.evil.example/", false],
    ["https://ehr.example/*", "https://evil.example/https://ehr.example/", false],
    ["*://*.ehr.example/*", "http://a.b.ehr.example/", true],
    ["*://*.ehr.example/*", "https://ehr.example/", true],
    ["*://*.ehr.example/*", "https://notehr.example/", false],
    ["https://ehr.example/chart/*", "https://ehr.example/chart/7", true],
    ["https://ehr.example/chart/*", "https://ehr.example/mail/7", false],
    ["https://ehr.example/a.c*", "https://ehr.example/abc", false],
    ["https://ehr.example:8443/*", "https://ehr.example:8443/", true],
    ["https://ehr.example:8443/*", "https://ehr.example/", false],
    ["https://ehr.example:443/*", "https://ehr.example/", true],
    ["http://localhost/*", "http://localhost:5000/x", true],
    ["*://*/*", "https://anything.example/", true],
    ["*://*/*", "file:///etc/hosts", false],
  ])("%s lets %s through: %s", (pattern, address, through) => {
    expect(isMatchPattern(pattern)).toBe(true);
    expect(mayRead([pattern], address)).toBe(through);
  });

  it.each([
    "ehr.example",
    "https://ehr.example",
    "https://*ehr.example/*",
    "<all_urls>",
    "file:///*",
    "",
    "https:///*",
    7,
  ])("does not know the pattern %s", (pattern) => {
    expect(isMatchPattern(pattern)).toBe(false);
  });

  it("lets nothing through whose address it does not know", () => {
    for (const address of [undefined, "", "about:blank", "nonsense"]) {
      expect(mayRead(["*://*/*"], address)).toBe(false);
      expect(mayRead(undefined, address)).toBe(true);
    }
    expect(mayRead([], "https://ehr.example/")).toBe(false);
  });

  it("never stops the reader from being registered where a page could pass", () => {
    const host = fc.constantFrom("ehr.example", "a.ehr.example", "other.example");
    const pattern = fc
      .tuple(
        fc.constantFrom("https", "*"),
        fc.constantFrom("", "*."),
        host,
        fc.constantFrom("/*", "/chart/*"),
      )
      .map(([scheme, any, name, path]) => `${scheme}://${any}${name}${path}`);
    fc.assert(
      fc.property(pattern, pattern, host, (fence, granted, name) => {
        const address = `https://${name}/chart/1`;
        if (mayRead([fence], address) && mayRead([granted], address))
          expect(mayHold([fence], granted)).toBe(true);
      }),
    );
    expect(mayHold(["https://ehr.example/*"], "https://other.example/*")).toBe(false);
    expect(mayHold(undefined, "https://other.example/*")).toBe(true);
  });
});
