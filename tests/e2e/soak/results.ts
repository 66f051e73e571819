import { appendFileSync } from "node:fs";

/** One row of docs/reliability.md. */
export interface Row {
  what: string;
  /** How much was tried, with its unit. */
  tried: string;
  failures: number;
  /** The same in a build that breaks the promise: its name, how much was tried and what was found there. */
  broken: { name: string; tried: string; failures: number };
  note?: string;
}

/** Writes a row down for scripts/soak.mjs, which makes the table. */
export function report(row: Row): void {
  if (process.env.SOAK_RESULTS) appendFileSync(process.env.SOAK_RESULTS, `${JSON.stringify(row)}\n`);
  console.log(JSON.stringify(row));
}
