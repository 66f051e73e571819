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

/**
 * A list of names written short: "|" separates, brackets hold alternatives ("(has|had) failed", "(the|) cream"), and
 * "did not" stands for "didn't" as well.
 */
export function expand(list: string): string[] {
  const names: string[] = [];
  for (const name of alternatives(list).flatMap(unfold)) {
    const plain = nameOf(name).trim();
    names.push(plain);
    const short = plain
      .replace(/\b(did|does|do|is|was|are|were|has|have|had|could|would|should) not\b/, "$1n't")
      .replace("cannot", "can't");
    if (short !== plain) names.push(short);
  }
  return names;
}

/** Parts between bars that stand in no brackets. */
function alternatives(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < list.length; at++) {
    if (list[at] === "(") depth++;
    else if (list[at] === ")") depth--;
    else if (list[at] === "|" && depth === 0) {
      parts.push(list.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(list.slice(from));
  return parts;
}

function unfold(name: string): string[] {
  const open = name.indexOf("(");
  if (open < 0) return [name];
  let depth = 0;
  let close = open;
  for (; close < name.length; close++) {
    if (name[close] === "(") depth++;
    else if (name[close] === ")" && --depth === 0) break;
  }
  const rest = unfold(name.slice(close + 1));
  return alternatives(name.slice(open + 1, close))
    .flatMap(unfold)
    .flatMap((middle) => rest.map((end) => name.slice(0, open) + middle + end));
}
