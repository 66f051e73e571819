import type { Figures, Subject } from "./page";
import type { PanelFigures } from "./panel";
import type { Part } from "./profile";
import type { Spread } from "./statistics";

export interface Sizes {
  /** The scout, which runs in every page. */
  content: number;
  /** What the scout calls where it is needed. */
  reader: number;
  /** With all that each imports. */
  worker: number;
  panel: number;
  everything: number;
}

export interface Run {
  date: string;
  machine: string;
  rounds: number;
  /** Load of the machine over the last five minutes of the run, the benchmark itself included. */
  load: number;
  terms: number;
  sizes: Sizes;
  panel: PanelFigures;
  figures: Figures;
}

/** So many files are told of each thing that was done. */
const MOST_FILES = 10;

const ms = (spread?: Spread) =>
  spread ? `${spread.median.toFixed(1)} (${spread.min.toFixed(1)}–${spread.max.toFixed(1)})` : "not measured";
const times = (one?: Spread, other?: Spread) => {
  if (!one || !other) return "not measured";
  // Less than a sample of the profile: no ratio means anything.
  return other.median > 0.2 ? `${(one.median / other.median).toFixed(2)} ×` : "too little to compare";
};

const table = (heads: string[], rows: string[][]) =>
  [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const sum = (parts: readonly Part[]) => parts.reduce((all, { ms }) => all + ms, 0);
const share = (parts: readonly Part[], files: readonly string[]) =>
  `${((100 * sum(parts.filter(({ file }) => files.includes(file)))) / sum(parts)).toFixed(1)} %`;
const othersOf = (parts: readonly Part[], files: readonly string[]) =>
  parts.flatMap(({ file }) => (files.includes(file) ? [] : [file]));
/** Those that take the most of anything that was done. */
const filesOf = (parts: Record<string, Part[]>) => [
  ...new Set(Object.values(parts).flatMap((part) => part.slice(0, MOST_FILES).map(({ file }) => file))),
];

/** The report as Markdown: figures as measured, aims beside them, no verdict. */
export function report({ date, machine, rounds, load, terms, sizes, panel, figures }: Run): string {
  const { firstReading, storm, rerender, typing, slices, parts, growth } = figures;
  const costs: Partial<Record<Subject, Spread>>[] = Object.values(firstReading);
  const [small, large] = growth.fixedMutation;
  return `# What Nextline costs a page

Measured ${date} on ${machine}, in one run of \`npm run bench\` of ${rounds} rounds, at a load of ${load.toFixed(1)}; raw figures in
performance.json. Milliseconds of script
time (CPU-profile samples with a frame of the extension on the stack, forced layout included): median (lowest–highest).
Every figure of ours was taken with the badge right at its end. ${terms} terms.

## First reading
*Floor*: visits every text node and sums the lengths. *Regexp*: one RegExp over innerText. *mark.js*: marks the same
terms; 50,000 elements take it more than five minutes. Aim: at most 2 × the floor where one row in fifty holds a term,
4 × where nearly every row does; mark.js at least 5 × ours.

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

Growth of ours with the page, as the slope of log cost to log size: ${growth.pageSize.toFixed(2)}; with the number of
changes: ${growth.mutations.toFixed(2)} (aim: 1.0 or below).

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

Medians of ${Object.keys(typing).length} subjects in turns. Aim: within 4 ms of none, and at least 15 ms below the naive observer.

## How long ours holds the main thread
Per task of the page (RunTask of a trace, with the profile's samples of ours that fall into it), on 50,000 elements.
Aim: 8 ms at the 99th percentile on an idle machine.

${table(
  ["while", "tasks with ours in them", "99th percentile, ms", "longest, ms"],
  Object.entries(slices).map(([name, { tasks, p99, max }]) => [
    name,
    `${tasks}`,
    p99.toFixed(1),
    max.toFixed(1),
  ]),
)}

## Where the time goes
Samples on the page of 50,000 elements, by the source file whose function ran or had called the browser.

${table(
  ["source file", ...Object.keys(parts)],
  [
    ...filesOf(parts).map((file) => [file, ...Object.values(parts).map((part) => share(part, [file]))]),
    ["all others", ...Object.values(parts).map((part) => share(part, othersOf(part, filesOf(parts))))],
    ["all, ms", ...Object.values(parts).map((part) => sum(part).toFixed(0))],
  ],
)}

## From the press to the advice
On the demo EHR, milliseconds. The paint is that of the largest text, once an item is on screen; an empty panel is
pressed in the same run. Aim: at most 150 ms more than the empty one; a correction below 50 ms.

${table(
  ["from", "milliseconds"],
  [
    ["press to paint, empty panel", ms(panel.pressToPaint.empty)],
    ["press to advice, page read on the press", ms(panel.pressToPaint.read)],
    ["press to advice, site that is always read", ms(panel.pressToPaint.always)],
    ["corrected fact to changed advice", ms(panel.correction)],
    ["change of the page to advice, median", panel.change.p50.toFixed(0)],
    ["change of the page to advice, 95th percentile", panel.change.p95.toFixed(0)],
  ],
)}

## Memory
${(figures.heapPerFrame / 1024).toFixed(0)} kB of heap in each frame of a page of 31, after garbage collection.

## Sizes, gzip
Content script ${sizes.content} bytes (aim 25,000); the reader, which it calls where it sees the name of pimecrolimus or
the panel is opened, ${sizes.reader}; worker with its chunks ${sizes.worker} (60,000), panel with its chunks and
style ${sizes.panel} (60,000), everything shipped ${sizes.everything}.
`;
}
