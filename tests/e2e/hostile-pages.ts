import { ADULT, chart, NEITHER } from "./charts";

const PAIR = "<p>Problem list: atopic dermatitis. Medications: pimecrolimus 1 % cream, active.</p>";

/** Text of the pair that no person can see: no advice may come of it. */
export const UNSEEN: Record<string, string> = {
  "display none": `<div style="display:none">${PAIR}</div>`,
  "visibility hidden": `<div style="visibility:hidden">${PAIR}</div>`,
  "white on white": `<div style="color:#fff;background:#fff">${PAIR}</div>`,
  "off the screen": `<div style="position:absolute;left:-9999px">${PAIR}</div>`,
  "font of no size": `<div style="font-size:0">${PAIR}</div>`,
  "no opacity": `<div style="opacity:0">${PAIR}</div>`,
  "clipped to nothing": `<div style="position:absolute;clip-path:inset(50%)">${PAIR}</div>`,
  "a box of no height": `<div style="height:0;overflow:hidden">${PAIR}</div>`,
  "scaled to nothing": `<div style="transform:scale(0)">${PAIR}</div>`,
  "for screen readers alone": `<div style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)">${PAIR}</div>`,
  comment: `<!-- ${PAIR} -->`,
  script: `<script type="text/plain">${PAIR}</script>`,
  template: `<template>${PAIR}</template>`,
  options: `<select><option>atopic dermatitis</option><option>pimecrolimus 1 % cream</option></select>`,
  "an attribute": `<div title="atopic dermatitis, pimecrolimus" data-x="pimecrolimus 1 % cream active">chart</div>`,
};

/** Pages that break what they can; the pair is in plain sight on each, so the advice must come all the same. */
export const HOSTILE: Record<string, string> = {
  "named form fields in the way": `<form id="chart"><input name="nodeName" value="x"><input name="childNodes" value="x"><input name="parentNode"><input name="textContent"><input name="querySelectorAll"><input name="attributes"><input name="getAttribute"><input name="ownerDocument"><input name="children"><input name="tagName"></form><img name="body"><img name="documentElement"><img name="getElementById"><a id="forms"></a>`,
  "poisoned prototypes": `<script>for (const name of ["map", "filter", "push", "forEach", "join"]) Array.prototype[name] = () => { throw new Error("poisoned"); };
    String.prototype.replace = () => { throw new Error("poisoned"); }; Object.defineProperty(Node.prototype, "textContent", { get() { throw new Error("poisoned"); } });
    Map.prototype.set = () => { throw new Error("poisoned"); }; Promise.prototype.then = () => { throw new Error("poisoned"); };</script>`,
  "a flood of messages": `<script>setInterval(() => { for (let n = 0; n < 200; n++) postMessage({ type: "page/reading", document: "x", reading: {} }, "*"); }, 5);</script>`,
  "a thousand nested boxes": `${"<div>".repeat(1000)}deep${"</div>".repeat(1000)}`,
  "a hundred thousand siblings": `<div>${"<i></i>".repeat(100_000)}</div>`,
  "near misses by the thousand": `<p>${"pimecrolimu pimecrolimux atopic dermatiti elide ".repeat(5_000)}</p>`,
  "a page that never settles": `<div id="clock"></div><script>setInterval(() => { document.getElementById("clock").textContent = performance.now(); }, 1);</script>`,
  "a frame of another origin with a banner of its own": `<iframe sandbox="allow-scripts" srcdoc="<header>Patient: Impostor, Synthetic DOB: 1980-01-01 MRN: 999</header><p>Diagnosis: eczema herpeticum</p>"></iframe>`,
};

const pathOf = (name: string) => `/${name.replaceAll(" ", "-")}`;

/** Where each page stands on a test's server, by its name. */
export const unseenPath = (name: string) => `/unseen${pathOf(name)}`;
export const hostilePath = pathOf;

/** All these pages, by path: an empty chart around what cannot be seen, and a full one around what breaks things. */
export const HOSTILE_PAGES: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(UNSEEN).map(([name, body]) => [unseenPath(name), chart({ ...NEITHER, more: body })]),
  ),
  ...Object.fromEntries(
    Object.entries(HOSTILE).map(([name, body]) => [hostilePath(name), chart({ ...ADULT, more: body })]),
  ),
};
