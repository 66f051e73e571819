import { query, shadowOf } from "./dom";

/** Every root whose text can be read: the document and its open shadow roots. */
export function rootsOf(page: Document): Node[] {
  const roots: Node[] = [page];
  for (const root of roots) {
    for (const element of query(root, "*")) {
      const shadow = shadowOf(element);
      if (shadow) roots.push(shadow);
    }
  }
  return roots;
}
