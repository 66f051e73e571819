/** Letters as names are compared, for a first, coarse look. */

const FOREIGN = /[^\t-~]/;

/** Nothing in it but the letters and marks of plain English. */
export const isPlain = (text: string): boolean => !FOREIGN.test(text);

/** As the terminology's names are written: no accents, no characters that cannot be seen, plain spaces. */
export function unaccented(text: string): string {
  if (isPlain(text)) return text;
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]|\u00ad|[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, "");
}
