/** Markdown from plain data. */

/** A table; every row is a list of cells. Rows without a cell for a column get an empty one. */
export function table(head, rows) {
  const line = (cells) => `| ${head.map((_, index) => cell(cells[index])).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

/** The same with an empty last column in which a reviewer signs each row. */
export function signedTable(head, rows) {
  return table([...head, "Initials, date"], rows);
}

export function list(items) {
  return items.map((item) => `- ${cell(item)}`).join("\n");
}

function cell(value) {
  return String(value ?? "")
    .replaceAll("|", "\\|")
    .replaceAll("\n", " ");
}

/**
 * Any JSON value as tables a person can sign: each entry becomes a row, its fields the columns; entries that hold
 * tables themselves get a table of their own.
 */
export function anyTable(value, path = []) {
  if (Array.isArray(value)) return rowsOf(value.map((entry, index) => [String(index + 1), entry]));
  const entries = Object.entries(value);
  const nested = entries.filter(([, inner]) => holdsRows(inner));
  const flat = entries.filter((entry) => !nested.includes(entry));
  const title = path.length > 0 ? [`**${path.join(", ")}**`] : [];
  return [
    ...(flat.length > 0 ? [...title, rowsOf(flat)] : []),
    ...nested.map(([key, inner]) =>
      Array.isArray(inner)
        ? `**${[...path, key].join(", ")}**\n\n${anyTable(inner)}`
        : anyTable(inner, [...path, key]),
    ),
  ].join("\n\n");
}

function rowsOf(entries) {
  const columns = [...new Set(entries.flatMap(([, value]) => (isRecord(value) ? Object.keys(value) : [])))];
  const plain = entries.some(([, value]) => !isRecord(value));
  return signedTable(
    ["", ...columns, ...(plain ? ["value"] : [])],
    entries.map(([key, value]) =>
      isRecord(value)
        ? [key, ...columns.map((column) => inline(value[column]))]
        : [key, ...columns.map(() => ""), inline(value)],
    ),
  );
}

/** A value in one cell. */
export function inline(value) {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map(inline).join("; ");
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([key, inner]) => `${key}: ${inline(inner)}`)
      .join(", ");
  }
  return String(value);
}

const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const holdsRows = (value) =>
  Array.isArray(value)
    ? value.some(isRecord)
    : isRecord(value) && Object.values(value).some((inner) => isRecord(inner) || holdsRows(inner));
