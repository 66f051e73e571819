/** Sentences of running text as clinicians write it: dots in doses and abbreviations end nothing, list numbers do. */

export interface Span {
  start: number;
  end: number;
}

/** After these a dot ends nothing. */
const ABBREVIATED = new Set(
  "dr mr mrs ms vs e.g i.e eg ie approx st hx dx pt pts tx rx sx fx wk wks mo mos yr yrs oz bzw ca evtl ggf usw etc min max temp resp abd incl jr sr prof dept fig oint crm lt rt prev cont disc no nr hosp mg ml kg cm mm m.d d.o tab tabs cap caps appt info med meds sig disp dermat derm tgl z.b d.h v.a z.n u.a s.o i.v p.o neg pos poss prob resp diff".split(
    " ",
  ),
);

/** No sentence is longer: what follows belongs to it no more. Keeps the work on one sentence bounded. */
const LONGEST = 500;

const STOP =
  /[.!?]+(?=[\s,"')\]]|$)|(?<=[a-z)]{4})\.(?=[a-z]{3})|[\n\t|•·●▪◦‣]|\s(?=(?:\d{1,2}[.)]|\*)\s+[a-z]{3})|[☐☑☒□■✓✔✗✘]/g;

/** `raw` gives the case of letters; offsets are those of the folded `text`. Linear. */
export function sentencesOf(
  text: string,
  start: number,
  end: number,
  isUpper: (at: number) => boolean,
): Span[] {
  const spans: Span[] = [];
  let from = start;
  const close = (to: number) => {
    while (to - from > LONGEST) {
      const space = text.slice(from, from + LONGEST).lastIndexOf(" ");
      const cut = from + (space > 0 ? space + 1 : LONGEST);
      spans.push({ start: from, end: cut });
      from = cut;
    }
    if (text.slice(from, to).trim() !== "") spans.push({ start: from, end: to });
    from = to;
  };
  const part = text.slice(start, end);
  for (const match of part.matchAll(STOP)) {
    const at = start + match.index;
    // "? eczema": a doubt about what follows.
    if (match[0] === "?" && /(?:^|[\s,;:(/])$/.test(text.slice(Math.max(from, at - 1), at))) continue;
    if (match[0].startsWith(".") && match[0].length === 1 && !endsAt(text, from, at, isUpper)) continue;
    if (/^[☐☑☒□■✓✔✗✘]$/.test(match[0])) {
      // A box stands before or after its words; the reader of boxes decides. It parts nothing where it stands first.
      if (text.slice(from, at).trim() !== "") close(at);
      continue;
    }
    close(at + match[0].length);
  }
  close(end);
  return spans;
}

function endsAt(text: string, from: number, dot: number, isUpper: (at: number) => boolean): boolean {
  const word = /[^\s,;:()]*$/.exec(text.slice(Math.max(from, dot - 14), dot))?.[0] ?? "";
  const next = dot + 1 + (/^[\s,"')\]]*/.exec(text.slice(dot + 1, dot + 6))?.[0].length ?? 0);
  if (next >= text.length) return true;
  const upper = isUpper(next);
  if (/^\d{1,2}$/.test(word) && text.slice(Math.max(from, dot - 6), dot).trim() === word) return false;
  if (/^(?:dr|mr|mrs|ms|vs|e\.g|i\.e|st|prof|z\.b|d\.h)$/.test(word)) return false;
  if (ABBREVIATED.has(word)) return upper;
  if (/^(?:[a-z]\.)+[a-z]$/.test(word)) return upper || /^[\s,]*\d{1,2}\./.test(text.slice(dot + 1, dot + 8));
  if (/^[a-z]$/.test(word))
    return isUpper(dot - 1) ? upper && !/^[a-z]\./.test(text.slice(next, next + 2)) : false;
  return true;
}
