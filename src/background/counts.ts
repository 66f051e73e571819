/**
 * The counts on this machine: one record a day, rule, event and feedback, each from a closed list (pilot/counting.ts).
 * What cannot be written waits in session memory and is said to wait.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type Cell, cellOf, type Happening } from "../pilot/counting";
import { local, session } from "../platform";

interface CountsSchema extends DBSchema {
  cells: { key: string[]; value: Cell };
}

const DATABASE = "counts";
const KEY_PATH = ["day", "rule", "event", "feedback"];
/** In session memory: cells that the database did not take. */
const WAITING = "counts-waiting";
/** On disk: the day since which some wait. Found without any waiting, it tells of counts lost with the browser session. */
const WAITING_SINCE = "counts-waiting-since";

/** busy: another page holds an older or newer form of the database. full: no room. unavailable: the browser offers none. */
export type Trouble = "busy" | "full" | "unavailable";

export interface Counts {
  cells: Cell[];
  /** Why the cells of the database are missing from `cells`. */
  trouble?: Trouble;
  /** Events that wait in the memory of the browser session. */
  waiting: number;
  /** The day since which events were lost, because the browser was closed while they waited. */
  lostSince?: string;
}

/** How long the database may keep us waiting, in milliseconds: behind another's upgrade it would wait for ever. */
const PATIENCE_MS = 3000;

class Busy extends Error {}

async function withDatabase<Result>(
  work: (database: IDBPDatabase<CountsSchema>) => Promise<Result>,
): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Busy()), PATIENCE_MS);
  });
  const opening = openDB<CountsSchema>(DATABASE, 1, {
    upgrade: (database) => void database.createObjectStore("cells", { keyPath: KEY_PATH }),
    blocking: (_current, _next, event) => (event.target as IDBDatabase).close(),
  });
  const database = await Promise.race([opening, tooLong])
    .catch((reason) => {
      // What opens too late must not stand in the way of others.
      void opening.then((late) => late.close()).catch(() => undefined);
      throw reason;
    })
    .finally(() => clearTimeout(timer));
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

function troubleOf(reason: unknown): Trouble {
  const name = reason instanceof Error || reason instanceof DOMException ? reason.name : "";
  if (reason instanceof Busy || name === "VersionError") return "busy";
  return name === "QuotaExceededError" ? "full" : "unavailable";
}

async function waitingCells(): Promise<Cell[]> {
  const stored = await session.get(WAITING);
  return Array.isArray(stored) ? stored.flatMap((cell) => cellOf(cell) ?? []) : [];
}

/** Adds one to the cell of each happening on `day`. One caller at a time: see visits.ts. */
export async function count(happenings: Required<Happening>[], day: string): Promise<void> {
  if (happenings.length === 0) return;
  const cells = [
    ...(await waitingCells()),
    ...happenings.map((happening) => ({ ...happening, day, count: 1 })),
  ];
  try {
    await withDatabase(async (database) => {
      const { store, done } = database.transaction("cells", "readwrite");
      for (const cell of cells) {
        const before = cellOf(await store.get([cell.day, cell.rule, cell.event, cell.feedback]));
        await store.put({ ...cell, count: cell.count + (before?.count ?? 0) });
      }
      await done;
    });
    await session.remove([WAITING]);
    await local.remove([WAITING_SINCE]);
  } catch {
    await session.set(WAITING, merged(cells));
    if ((await local.get(WAITING_SINCE)) === undefined) await local.set(WAITING_SINCE, day);
  }
}

function merged(cells: Cell[]): Cell[] {
  const byKey = new Map<string, Cell>();
  for (const cell of cells) {
    const key = [cell.day, cell.rule, cell.event, cell.feedback].join(" ");
    byKey.set(key, { ...cell, count: cell.count + (byKey.get(key)?.count ?? 0) });
  }
  return [...byKey.values()];
}

/** All that was counted, and what stands in the way of it. */
export async function allCounts(): Promise<Counts> {
  const waiting = await waitingCells();
  const since = await local.get(WAITING_SINCE);
  const state: Counts = {
    cells: [],
    waiting: waiting.reduce((sum, cell) => sum + cell.count, 0),
    lostSince: waiting.length === 0 && typeof since === "string" ? since : undefined,
  };
  try {
    const stored: unknown[] = await withDatabase((database) => database.getAll("cells"));
    state.cells = stored.flatMap((cell) => cellOf(cell) ?? []);
  } catch (reason) {
    state.trouble = troubleOf(reason);
  }
  return state;
}

/** Empties the counts; false where the database did not let us. */
export async function eraseCounts(): Promise<boolean> {
  await session.remove([WAITING]);
  await local.remove([WAITING_SINCE]);
  return withDatabase((database) => database.clear("cells")).then(
    () => true,
    () => false,
  );
}
