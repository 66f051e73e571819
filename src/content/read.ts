/** Reading, as tools outside know it: a text, or a page as it stands. */
import type { PageReading } from "../engine/finding";
import { language } from "./language";
import { PageReader } from "./page/reader";
import { atOnce } from "./watch/slices";

export { readText } from "./language";

/**
 * Everything that one document shows now. Frames inside it are documents of their own. Reads, never writes, never
 * throws; `today` (default: the clock's) is the day on which ages are reckoned.
 */
export function readPage(page: Document, options: { today?: Date } = {}): PageReading {
  try {
    return atOnce(new PageReader(page, language, () => options.today ?? new Date()).read(true));
  } catch {
    return { findings: [], coverage: [{ section: "page", state: "unreadable", count: 0 }] };
  }
}
