import type { Figures, Subject } from "./page";
import type { Spread } from "./statistics";

export interface Sizes {
  content: number;
  worker: number;
  everything: number;
}

export interface Run {
  date: string;
  machine: string;
  terms: number;
  sizes: Sizes;
  figures: Figures;
}

const ms = (spread?: Spread) =>
  spread ? `${spread.median.toFixed(1)} (${spread.min.toFixed(1)}–${spread.max.toFixed(1)})` : "not measured";
const times = (one?: Spread, other?: Spread) =>
  one && other ? `${(one.median / other.median).toFixed(2)} ×` : "not measured";

const table = (heads: string[], rows: string[][]) =>
  [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** The report as Markdown: figures as measured, aims beside them, no verdict. */
export function report({ date, machine, terms, sizes, figures }: Run): string {
  const { firstReading, storm, rerender, typing, longestSliceMs, growth } = figures;
  const costs: Partial<Record<Subject, Spread>>[] = Object.values(firstReading);
  const [small, large] = growth.fixedMutation;
  return `# What Nextline costs a page

Measured ${date} on ${machine}, in one run of \`npm run bench\`; raw figures in performance.json. Milliseconds of script
time (CPU-profile samples with a frame of the extension on the stack, forced layout included): median (lowest–highest).
Every figure of ours was taken with the badge right at its end. ${terms} terms.

## First reading
*Floor*: visits every text node and sums the lengths. *Regexp*: one RegExp over innerText. *mark.js*: marks the same
terms. Aim: at most 2 × the floor where one row in fifty holds a term, 4 × where nearly every row does; mark.js at least
5 × ours.

${table(
  ["page", "ours", "floor", "regexp", "mark.js", "ours : floor", "mark.js : ours"],
  Object.keys(firstReading).map((name, index) => {
    const cost = costs[index] ?? {};
    return [
      name,
      ms(cost.ours),
      ms(cost.floor),
      ms(cost.regexp),
      ms(cost.marker),
      times(cost.ours, cost.floor),
      times(cost.marker, cost.ours),
    ];
  }),
)}

Growth of ours with the page, as the slope of log cost to log size: ${growth.pageSize.toFixed(2)} (aim: 1.0 or below).

## Storms on the page of 50,000 elements
Aim: at most 2 × the floor, and at least 50 × less than reading innerText at every change.

${table(
  ["storm", "ours", "floor", "innerText at every change", "ours : floor", "innerText : ours"],
  [
    [
      "300 rows and edits in 1.5 s",
      ms(storm.ours),
      ms(storm.floor),
      ms(storm.naive),
      times(storm.ours, storm.floor),
      times(storm.naive, storm.ours),
    ],
    [
      "table drawn anew 20 × a second for 10 s",
      ms(rerender.ours),
      ms(rerender.floor),
      ms(rerender.naive),
      times(rerender.ours, rerender.floor),
      times(rerender.naive, rerender.ours),
    ],
  ],
)}

A change of fixed size (20 rows, one at a time): ${small?.ms.toFixed(1)} ms on ${small?.size} elements, ${large?.ms.toFixed(1)} ms on ${large?.size}.

## Typing
Keydown to after the next frame, 150 keys at ten a second into an editor that adds a row at every key.

${table(
  ["with", "milliseconds"],
  Object.entries(typing).map(([name, delay]) => [name, ms(delay)]),
)}

## Longest unbroken run of ours
${ms(longestSliceMs.ours)} ms over all readings above (aim: 8 ms at the 99th percentile on an idle machine).

## Sizes, gzip
Content script ${sizes.content} bytes (budget 25,000), worker ${sizes.worker} (60,000), everything shipped ${sizes.everything}.
`;
}
