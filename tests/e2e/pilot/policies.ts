import { createHash } from "node:crypto";
import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

export const GECKO_ID = "nextline@nextline.example";

/** Where each browser looks for policies of the whole machine. Only root may write there. */
const FILES = {
  chromium: "/etc/chromium/policies/managed/nextline-test.json",
  firefox: "/etc/firefox/policies/policies.json",
} as const;

/** Why policies cannot be tried here, in words; undefined where they can. */
export function whyNoPolicies(): string | undefined {
  if (process.platform !== "linux") return "policies are tried on Linux only: elsewhere they are no files";
  if (process.getuid?.() !== 0)
    return "policies of the machine need root: run this as root, or in a container";
  return undefined;
}

/** The id that Chromium gives to an unpacked extension: the first half of the digest of its folder, in letters a to p. */
export function unpackedId(folder: string): string {
  const digest = createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 32);
  return digest.replace(/./g, (digit) => String.fromCharCode("a".charCodeAt(0) + Number.parseInt(digit, 16)));
}

/** One folder up: Chromium reads whatever lies beside a policy. */
const above = (file: string, what: string) => join(dirname(dirname(file)), `${basename(file)}.${what}`);
/** Where a policy of the machine's own waits while the tests run. */
const aside = (file: string) => above(file, "before-nextline-tests");
/** Stands there for a policy of the tests, so that one left from a run that was cut off is known for what it is. */
const mark = (file: string) => above(file, "of-nextline-tests");

function write(file: string, policies: object): void {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file) && !existsSync(mark(file))) renameSync(file, aside(file));
  writeFileSync(mark(file), "");
  writeFileSync(file, JSON.stringify(policies));
}

/** Sets all policies of a browser, in its own format. */
export function setPolicies(browser: keyof typeof FILES, policies: object): void {
  write(FILES[browser], policies);
}

/** Sets the terms of one extension for Chromium, as IT would. A running browser takes them over within seconds. */
export function setChromiumTerms(id: string, terms: object): void {
  setPolicies("chromium", { "3rdparty": { extensions: { [id]: terms } } });
}

/** Sets the terms for Firefox, which reads them when it starts. */
export function setFirefoxTerms(terms: object): void {
  setPolicies("firefox", { policies: { "3rdparty": { Extensions: { [GECKO_ID]: terms } } } });
}

/** Takes away what the tests set, and puts back what stood there before. */
export function removePolicies(): void {
  for (const file of Object.values(FILES)) {
    if (!existsSync(mark(file))) continue;
    rmSync(file, { force: true });
    if (existsSync(aside(file))) renameSync(aside(file), file);
    rmSync(mark(file));
  }
}
