/**
 * Text as the language reader gets it: NFKC, without zero-width characters, soft hyphens and bidi marks, single
 * spaces. Line breaks stay where the page shows them.
 */

/** Characters that a person cannot see and that no word needs. */
const UNSEEN =
  /\u00ad|\u034f|[\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\ufe00-\ufe0f]/;
const ALL_UNSEEN = new RegExp(UNSEEN, "g");
const ROUGH = /[^\x20-\x7e]|^ | $| {2}/;
const FOREIGN = /\u00ad|[^\p{ASCII}\u00a1-\u02ff]/u;

export interface Normal {
  text: string;
  /** Where each character of `text` starts in the raw text; absent where both are the same. */
  from?: number[];
  /** White space stood before, after. */
  before: boolean;
  after: boolean;
}

/** Normalises one text node. `lines`: keep line breaks, as in preformatted text. */
export function normalise(raw: string, lines = false): Normal {
  if (!ROUGH.test(raw)) return { text: raw, before: false, after: false };
  let text = "";
  const from: number[] = [];
  let gap = "";
  let before = false;
  const length = raw.length;
  for (let index = 0; index < length; ) {
    const end = clusterEnd(raw, index);
    const piece = raw.slice(index, end);
    if (/^\s/.test(piece)) {
      const broken = lines && /[\n\r\u2028\u2029]/.test(piece);
      if (text === "") before = true;
      else if (broken) gap = "\n";
      else gap ||= " ";
    } else if (!UNSEEN.test(piece)) {
      const normal = piece.charCodeAt(0) < 128 && piece.length === 1 ? piece : piece.normalize("NFKC").trim();
      if (gap && normal) {
        text += gap;
        from.push(index - 1);
        gap = "";
      }
      for (let i = 0; i < normal.length; i++) from.push(index);
      text += normal;
    } else if (piece.length > 1) {
      const rest = piece.replace(ALL_UNSEEN, "");
      for (let i = 0; i < rest.length; i++) from.push(index);
      text += rest;
    }
    index = end;
  }
  return { text, from, before, after: gap !== "" || (text === "" && before) };
}

/** End of the character at `index`, with the marks that belong to it. */
function clusterEnd(raw: string, index: number): number {
  let end = index + ((raw.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);
  while (end < raw.length && isMark(raw.charCodeAt(end))) end++;
  return end;
}

function isMark(code: number): boolean {
  return (code >= 0x300 && code <= 0x36f && code !== 0x34f) || (code >= 0x1ab0 && code <= 0x1aff);
}

/** A whole string, made plain for looking things up in it. */
export function plain(raw: string): string {
  return normalise(raw).text;
}

/** Without the characters that a person cannot see. */
export const withoutUnseen = (raw: string): string => (FOREIGN.test(raw) ? raw.replace(ALL_UNSEEN, "") : raw);

/** Raw text fit for a first, coarse search: normalised only where it holds something that could hide a word. */
export function searchable(raw: string): string {
  return FOREIGN.test(raw) ? raw.normalize("NFKC").replace(ALL_UNSEEN, "") : raw;
}
