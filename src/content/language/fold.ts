/**
 * Text as names are compared: lower case, no accents, no characters that cannot be seen, plain spaces, hyphens and
 * quotes; letters set apart ("E L I D E L") closed up. Every character knows where it stood.
 */

export interface Folded {
  text: string;
  /** Where each character of `text`, and its end, stood in what was given; absent where nothing moved. */
  from?: Uint32Array;
}

/** First and last of the characters that a person cannot see and that no word needs. */
const UNSEEN: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x300, 0x36f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
];
const FOREIGN = /[^ -~\t\n\r]/;
/** Single letters set apart, at least five in a row. */
const SPACED = /(?<![^\s(,;:])(?:[a-z] ){4,}[a-z](?![^\s),;:.])/g;
/** "Didn't" and "didnt" are read as "did not". */
const SHORTENED =
  /(?<![a-z])(ca|wo|[a-z]{2,6}(?=n')|is|are|was|were|do|does|did|has|have|had|would|could|should)n'?t(?![a-z])/g;

/** What stands for a word: "Ø eczema", "HSV -ve", "failed topicals incl. TCS", "doing well w Elidel". */
const SIGNS = /(?<![a-z0-9])(?:[ø⊘∅](?=\s?[a-z])|[-+]ve(?![a-z])|incl(?:\.|(?=\s))|(?<=[a-z] )w(?= [a-z]))/g;
const SIGNED: Record<string, string> = {
  "-ve": "negative",
  "+ve": "positive",
  w: "with",
  incl: "including",
  "incl.": "including",
};

const PLAIN: Record<string, string> = {
  "\u2018": "'",
  "\u2019": "'",
  "\u201b": "'",
  "\u02bc": "'",
  "\u201c": '"',
  "\u201d": '"',
};

/** Folds `text` in one pass. Linear. */
export function fold(text: string): Folded {
  const folded = FOREIGN.test(text) ? foldForeign(text) : { text: text.toLowerCase() };
  const whole = rewrite(
    closeUp(folded),
    SHORTENED,
    (_, verb) => `${verb === "wo" ? "will" : verb === "ca" ? "can" : verb} not`,
  );
  const spoken = rewrite(whole, SIGNS, (sign) => SIGNED[sign] ?? "no");
  return rewrite(spoken, SPACED, (letters) => letters.replaceAll(" ", ""));
}

/** Most gaps of a line wider than one space: justified text. A few such gaps part columns, and stay. */
function closeUp(folded: Folded): Folded {
  const { text } = folded;
  if (!/\S {2,3}\S+ {2,3}\S/.test(text)) return folded;
  let end = -1;
  let spread = false;
  return rewrite(folded, / {2,3}/g, (found, _, at) => {
    if (at >= end) {
      const next = text.indexOf("\n", at);
      const line = text.slice(text.lastIndexOf("\n", at) + 1, next < 0 ? text.length : next).trim();
      end = next < 0 ? text.length : next;
      spread = isSpread(line);
    }
    return spread ? " " : found;
  });
}

function isSpread(line: string): boolean {
  const gaps = line.match(/ +/g) ?? [];
  const wide = gaps.filter(({ length }) => length > 1).length;
  return gaps.length >= 4 && wide * 2 > gaps.length && !/ {4}|\t/.test(line);
}

function foldForeign(text: string): Folded {
  const from = new Uint32Array(text.length * 3 + 1);
  const parts: string[] = [];
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text[index] ?? "";
    const plain = foldCharacter(char);
    // A character that folds to more than three is not a letter of any name.
    const kept = plain.length > 3 ? " " : plain;
    for (let i = 0; i < kept.length; i++) from[length++] = index;
    parts.push(kept);
  }
  from[length] = text.length;
  return { text: parts.join(""), from: from.subarray(0, length + 1) };
}

const known = new Map<string, string>();

function foldCharacter(char: string): string {
  const code = char.charCodeAt(0);
  if (code < 0x80) return code >= 65 && code <= 90 ? char.toLowerCase() : char;
  const before = known.get(char);
  if (before !== undefined) return before;
  const plain = foldRare(char, code);
  known.set(char, plain);
  return plain;
}

function foldRare(char: string, code: number): string {
  if (UNSEEN.some(([first, last]) => code >= first && code <= last)) return "";
  if (code >= 0xd800 && code <= 0xdfff) return char;
  if (/\s/.test(char)) return code === 0x2028 || code === 0x2029 ? "\n" : " ";
  if (code >= 0x2010 && code <= 0x2015) return "-";
  const plain = PLAIN[char];
  if (plain) return plain;
  if (char === "ß") return "ss";
  if (char === "œ" || char === "Œ") return "oe";
  if (char === "æ" || char === "Æ") return "ae";
  // Korean and Japanese letters would fall apart without their marks.
  const marked = code < 0x530 || (code >= 0x1e00 && code < 0x2000);
  const normal = marked ? char.normalize("NFKD").replace(/[\u0300-\u036f]/g, "") : char.normalize("NFKC");
  return normal.toLowerCase();
}

/** Replaces what `pattern` finds; each new character stands where the found words began, or where the same one stood. */
function rewrite(
  folded: Folded,
  pattern: RegExp,
  write: (found: string, part: string, at: number) => string,
): Folded {
  const { text } = folded;
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return folded;
  const from = new Uint32Array(text.length + found.length * 8 + 1);
  const parts: string[] = [];
  let length = 0;
  const keep = (start: number, end: number, words: string, closesUp: boolean) => {
    parts.push(words);
    let at = start;
    for (let i = 0; i < words.length; i++) {
      if (closesUp) while (text[at] === " ") at++;
      from[length++] = folded.from?.[Math.min(at, end - 1)] ?? Math.min(at, end - 1);
      at++;
    }
  };
  let last = 0;
  for (const match of found) {
    keep(last, match.index, text.slice(last, match.index), false);
    last = match.index + match[0].length;
    keep(match.index, last, write(match[0], match[1] ?? "", match.index), match[1] === undefined);
  }
  keep(last, text.length, text.slice(last), false);
  from[length] = folded.from?.[text.length] ?? text.length;
  return { text: parts.join(""), from: from.subarray(0, length + 1) };
}

/** Where a stretch of folded text stood in what was given, `end` just after its last character. */
export function original(folded: Folded, start: number, end: number): [start: number, end: number] {
  const { from } = folded;
  if (!from) return [start, end];
  const last = from[end - 1] ?? 0;
  let after = end;
  // Unseen characters after the last letter are not part of it; the next kept character's place bounds it.
  while (after < from.length - 1 && from[after] === last) after++;
  return [from[start] ?? 0, Math.min(last + 1, from[after] ?? last + 1)];
}
