declare module "jsdom" {
  /** As much of jsdom as these tests use; it ships no types of its own. */
  export class JSDOM {
    constructor(html: string, options?: { url?: string; contentType?: string; runScripts?: "outside-only" });
    readonly window: Window & typeof globalThis;
  }
}
