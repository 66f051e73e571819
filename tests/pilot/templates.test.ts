import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import schema from "../../src/assets/managed-schema.json";
import { content } from "../../src/engine";
import { policyOf, TERM_NAMES } from "../../src/pilot/policy";

const read = (name: string) => JSON.parse(readFileSync(`docs/pilot/policies/${name}`, "utf8"));
const TEMPLATES: [name: string, terms: Record<string, unknown>][] = [
  ["terms-shadow.json", read("terms-shadow.json")],
  ["terms-live.json", read("terms-live.json")],
  ["terms-off.json", read("terms-off.json")],
  ["chromium-linux.json", read("chromium-linux.json")["3rdparty"].extensions.EXTENSION_ID],
  [
    "firefox-policies.json",
    read("firefox-policies.json").policies["3rdparty"].Extensions["nextline@nextline.example"],
  ],
];

describe.each(TEMPLATES)("the template %s", (_name, terms) => {
  it("is a policy without a fault", () => {
    expect(policyOf(terms, {}).problems).toEqual([]);
  });

  it("lists exactly the keys that it sets", () => {
    const { keys, ...rest } = terms;
    expect([...(keys as string[])].sort()).toEqual(Object.keys(rest).sort());
  });

  it("pins the knowledge of this build", () => {
    if (terms.rulePackPin !== undefined) expect(terms.rulePackPin).toBe(content().version);
  });
});

describe("the schema for Chrome and Edge", () => {
  it("knows every term that a policy may set, and no other", () => {
    const settable = TERM_NAMES.filter((name) =>
      policyOf({ mode: "live", [name]: undefined, keys: [name] }, {}).problems.every(
        ({ code }) => code !== "unknown-key",
      ),
    );
    expect(Object.keys(schema.properties).sort()).toEqual([...settable, "keys"].sort());
  });

  it("leaves the judging to us: a value that it refuses would vanish without a word", () => {
    const written = JSON.stringify(schema);
    expect(written).not.toMatch(/"(enum|minimum|maximum|pattern|required)"/);
    expect("additionalProperties" in schema).toBe(false);
  });
});

describe("the Windows registry file", () => {
  it("sets what the shadow template sets", () => {
    const text = readFileSync("docs/pilot/policies/windows-edge-chrome.reg", "utf8");
    const { keys, ...terms } = read("terms-shadow.json");
    for (const [index, key] of keys.entries()) expect(text).toContain(`"${index + 1}"="${key}"`);
    for (const [name, value] of Object.entries(terms)) {
      if (typeof value === "string") expect(text).toContain(`"${name}"="${value}"`);
      if (typeof value === "number" || typeof value === "boolean") {
        expect(text).toContain(`"${name}"=dword:${Number(value).toString(16).padStart(8, "0")}`);
      }
    }
    expect(text).toContain(`"1"="${terms.ehrHosts[0]}"`);
  });
});
