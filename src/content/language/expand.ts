/** A list of names written short: "|" separates, brackets hold alternatives ("(has|had) failed", "(the|) cream"). */
export function expand(list: string): string[] {
  return alternatives(list)
    .flatMap(unfold)
    .map((name) => name.replace(/ +/g, " ").trim());
}

/** Parts between bars that stand in no brackets. */
export function alternatives(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  for (const part of list.split("|")) {
    if (depth > 0) parts.push(`${parts.pop()}|${part}`);
    else parts.push(part);
    depth += part.split("(").length - part.split(")").length;
  }
  return parts;
}

function unfold(name: string): string[] {
  const opened = openFirst(name);
  return opened ? opened.flatMap(unfold) : [name];
}

/** A name with the first of its brackets opened; none where it has no bracket. */
export function openFirst(name: string): string[] | undefined {
  const open = name.indexOf("(");
  if (open < 0) return undefined;
  let depth = 0;
  let close = open;
  for (; close < name.length; close++) {
    if (name[close] === "(") depth++;
    else if (name[close] === ")" && --depth === 0) break;
  }
  const before = name.slice(0, open);
  const after = name.slice(close + 1);
  return alternatives(name.slice(open + 1, close)).map((inside) => before + inside + after);
}
