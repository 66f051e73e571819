/** One regular expression for a whole list of names: letters shared by names are looked at once, longest name first. */

interface Node {
  ends: boolean;
  next: Map<string, Node>;
}

const escaped = (char: string) => (/[.*+?^${}()|[\]\\/]/.test(char) ? `\\${char}` : char);

/** Between the words of a name: spaces, a hyphen, a line break. */
const GAP = "[ \\t\\r\\n\\-]{1,4}";

function sourceOf(node: Node): string {
  const branches: string[] = [];
  const single: string[] = [];
  for (const [char, next] of node.next) {
    const rest = sourceOf(next);
    if (char === " ") branches.push(GAP + rest);
    else if (rest === "") single.push(char);
    else branches.push(escaped(char) + rest);
  }
  if (single.length === 1) branches.push(escaped(single[0] ?? ""));
  else if (single.length > 1)
    branches.push(`[${single.map((c) => (/[\]\\^-]/.test(c) ? `\\${c}` : c)).join("")}]`);
  if (branches.length === 0) return "";
  const [only] = branches;
  if (branches.length === 1 && !node.ends) return only ?? "";
  return `(?:${branches.join("|")})${node.ends ? "?" : ""}`;
}

const LETTER = "a-z\\u0400-\\u04ff";
/** Scripts that set no space between words. */
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** `names`: folded, spaces single. Matches whole words only. Linear: it can back out of a name, never out of a search. */
export function anyOf(names: Iterable<string>): RegExp {
  const spaced: Node = { ends: false, next: new Map() };
  const unspaced: Node = { ends: false, next: new Map() };
  for (const name of names) {
    let node = UNSPACED.test(name) ? unspaced : spaced;
    for (const char of nameOf(name)) {
      const next: Node = node.next.get(char) ?? { ends: false, next: new Map() };
      node.next.set(char, next);
      node = next;
    }
    node.ends = true;
  }
  const sources = [`(?<![${LETTER}0-9])${sourceOf(spaced)}(?![${LETTER}])`];
  if (unspaced.next.size > 0) sources.push(sourceOf(unspaced));
  return new RegExp(sources.join("|"), "g");
}

/** A found name as it stands in the list. */
export const nameOf = (found: string): string => found.replace(/[\s-]+/g, " ");
