/** A list of names written short: "|" separates, brackets hold alternatives ("(has|had) failed", "(the|) cream"). */
export function expand(list: string): string[] {
  return alternatives(list)
    .flatMap(unfold)
    .map((name) => name.replace(/ +/g, " ").trim());
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
