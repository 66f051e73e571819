/** The decision tables in words: every rule with its result, its items, the reason shown and where that was read. */
import { anyTable, inline, signedTable } from "./markdown.mjs";

/** Rules as tables where they have the shape of rules; any other file as it stands. */
export function decisionTable(name, file, reasons) {
  const rows = Array.isArray(file) ? file : file.rows;
  if (name === "reasons" && file.reasons) return reasonTables(file);
  if (name === "potency" && file.ages) return potencyTables(file);
  if (rows?.every(({ cells }) => cells)) {
    const { rows: _, ...rest } = Array.isArray(file) ? {} : file;
    return [
      ...(Object.keys(rest).length > 0 ? [anyTable(rest)] : []),
      ruleTable(rows, reasons),
      ...checkTable(rows),
    ].join("\n\n");
  }
  if (rows?.every(({ items, unknown }) => items && unknown)) return baseTable(rows, reasons);
  return anyTable(file);
}

const WORDS = { noneOf: "has none of", anyOf: "has any of", not: "is not" };
const SEVERITIES = ["clear", "mild", "moderate", "severe", "unknown"];

function baseTable(rows, reasons) {
  return signedTable(
    ["Option", "Exact rule", ...SEVERITIES],
    rows.map(({ label, when, ...cells }) => [
      label,
      condition(when),
      ...SEVERITIES.map((severity) => {
        const { status, reason } = cellOf(cells[severity], undefined, reasons);
        return reason ? `**${status}**: ${reason.text}` : status;
      }),
    ]),
  );
}

function ruleTable(rows, reasons) {
  return signedTable(
    ["Fact", "Exact rule", "Result", "Items", "Reason shown", "Source", "Tag"],
    rows.flatMap(({ id, label, when, reason, cells, pin }) => {
      const grouped = groupBy(Object.entries(cells), ([, cell]) => cell);
      return [...grouped].map(([cell, items]) => {
        const { status, rest, reason: shown, code } = cellOf(cell, reason, reasons);
        return [
          `${label} (\`${id}\`)`,
          condition(when),
          [status, ...rest, ...(pin ? ["pinned first"] : [])].join(", "),
          items.map(([item]) => item).join(", "),
          shown ? shown.text : code,
          inline(shown?.sources),
          inline(shown?.verification),
        ];
      });
    }),
  );
}

/** What to ask before prescribing, for the rules whose fact may stay unknown. */
function checkTable(rows) {
  const asked = rows.filter(({ check }) => check);
  if (asked.length === 0) return [];
  return [
    "Where the fact is not known, the card lists it under *check before prescribing*:",
    signedTable(
      ["Fact", "Listed as", "Asked where"],
      asked.map(({ label, check, checkIf }) => [label, check, condition(checkIf)]),
    ),
  ];
}

function reasonTables({ reasons, ...rest }) {
  return [
    signedTable(
      ["Code", "Text", "Source", "Tag", "Further"],
      Object.entries(reasons).map(([code, { text, sources, verification, ...further }]) => [
        code,
        text,
        inline(sources),
        inline(verification),
        inline(further),
      ]),
    ),
    "Where a text says {cause}, one of these stands there:",
    anyTable(rest),
  ].join("\n\n");
}

function potencyTables({ ages, rows, siteNames, ...rest }) {
  const bands = Object.keys(ages);
  const shown = ({ potency, inActiveFlare, note } = {}) =>
    [potency, inActiveFlare && `(in an active flare: ${inActiveFlare})`, note].filter(Boolean).join(" ");
  return [
    signedTable(
      ["Site", ...bands.map((band) => `${band} (${span(ages[band])} months)`)],
      rows.map((row) => [
        row.sites.map((site) => siteNames[site]).join(", "),
        ...bands.map((band) => shown(row[band])),
      ]),
    ),
    anyTable(rest),
  ].join("\n\n");
}

/** "exclude tacrolimus-age specialist": a status, the code of a reason (or the row's own), further marks. */
function cellOf(cell, rowReason, reasons) {
  const [status, ...words] = String(cell).split(" ");
  const reasonOf = (word) => reasons?.[word] ?? reasons?.[word.split("/").at(-1)];
  const code = words.find(reasonOf) ?? rowReason;
  return {
    status,
    code,
    reason: code && reasonOf(code),
    rest: words.filter((word) => word !== code),
  };
}

function condition(when) {
  if (when === undefined) return "always";
  if (Array.isArray(when)) return when.map(condition).join(" **or** ");
  const parts = Object.entries(when).map(([fact, test]) => `${fact} ${testOf(test)}`);
  return parts.length > 0 ? parts.join(" **and** ") : "always";
}

function testOf(test) {
  if (Array.isArray(test)) return `is ${test.join(" or ")}`;
  if (typeof test !== "object" || test === null) return `is ${test}`;
  if (["from", "below", "above", "upTo"].some((end) => end in test)) return span(test);
  return Object.entries(test)
    .map(
      ([key, inner]) => `${WORDS[key] ?? key} ${Array.isArray(inner) ? inner.join(" or ") : testOf(inner)}`,
    )
    .join(", ");
}

function span({ from, above, below, upTo, orUnknown }) {
  return [
    from !== undefined && `from ${from}`,
    above !== undefined && `above ${above}`,
    below !== undefined && `below ${below}`,
    upTo !== undefined && `up to ${upTo}`,
    orUnknown && "or unknown",
  ]
    .filter(Boolean)
    .join(", ");
}

/** Groups in the order of their first entry. (Map.groupBy needs a newer Node.) */
function groupBy(list, keyOf) {
  const groups = new Map();
  for (const entry of list) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
  return groups;
}
