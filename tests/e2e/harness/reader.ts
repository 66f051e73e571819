/** The reader by itself, for a page of a test: times it on the page that it stands in. */
import { language } from "../../../src/content/language";
import { PageReader } from "../../../src/content/page/reader";
import { atOnce } from "../../../src/content/watch/slices";

/** Milliseconds, the best of some rounds: a first reading, and one after a small change. */
export interface Times {
  first: number;
  change: number;
  /** Findings of the last reading that tell of the cream, so that nobody times a reader that reads nothing. */
  found: number;
}

const best = (times: number[]) => Math.min(...times);

/** Reads the page anew, and after each of some changes to the words of one row. */
function timeReader(rounds: number): Times {
  const firsts: number[] = [];
  const changes: number[] = [];
  let found = 0;
  const row = document.querySelectorAll(".name")[103]?.firstChild;
  const records = new MutationObserver(() => undefined);
  records.observe(document, { subtree: true, childList: true, characterData: true });
  for (let round = 0; round < rounds; round++) {
    const reader = new PageReader(document, language);
    const read = (fresh: boolean) => {
      const start = performance.now();
      const { findings } = atOnce(reader.read(fresh));
      found = findings.filter(({ concept }) => concept === "pimecrolimus").length;
      return performance.now() - start;
    };
    firsts.push(read(true));
    for (const words of ["Tacrolimus 0.1% ointment", "Pimecrolimus 1% cream"]) {
      if (row) row.nodeValue = words;
      // The page's own layout is not the reader's work.
      document.body.getBoundingClientRect();
      reader.note(records.takeRecords());
      changes.push(read(false));
    }
  }
  records.disconnect();
  return { first: best(firsts), change: best(changes), found };
}

Object.assign(globalThis, { timeReader });
