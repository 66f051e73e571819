/** The tables as one list of rows, in the order in which an item's reasons are told. */
import type { ReasonText, Row, Tables, When } from "./tables";
import { SEVERITIES } from "./vocabulary";

const SEVERITY_WORDS = [...SEVERITIES, "unknown"] as const;
const LIST_FACTS = new Set(["sites", "redFlags", "allergies", "conditions", "medications"]);

/** Every row, once for each of its alternatives. */
export function rowsOf(tables: Tables): { row: Row; when: When }[] {
  const rows = [...baseRows(tables), ...potencyRows(tables), ...modifierRows(tables), ...tables.gates];
  return rows.flatMap((row) => alternativesOf(row).map((when) => ({ row, when })));
}

/** §5.3.2, with the cells that an agent beyond the source takes over (R29). */
function modifierRows({ modifiers: { inherits, rows } }: Tables): Row[] {
  return rows.map((row) => {
    const inherited = Object.entries(inherits).flatMap(([heir, from]) => {
      const cell = row.cells[from];
      return cell !== undefined && row.cells[heir] === undefined ? [[heir, cell]] : [];
    });
    return { ...row, cells: { ...row.cells, ...Object.fromEntries(inherited) } };
  });
}

/** §5.3.1 as rows: one for each severity. */
function baseRows({ base }: Tables): Row[] {
  return base.flatMap((row) =>
    SEVERITY_WORDS.map((severity) => ({
      id: `base-${row.label}-${severity}`,
      label: row.label,
      when: { severity: [severity], ...row.when },
      cells: Object.fromEntries(row.items.map((item) => [item, row[severity]])),
    })),
  );
}

/** §5.3.3 as rows: potency is said once age, site and severity are known, and to no one who must not have any (R34, R36). */
function potencyRows({ potency }: Tables): Row[] {
  const { item, ages, siteNames, rows, limits } = potency;
  const allowed: When = { severity: [...SEVERITIES], tried: { [item]: { not: ["contraindicated"] } } };
  const row = (id: string, when: When, reason: string): Row => ({
    id,
    label: id,
    when: { ...when, ...allowed },
    cells: { [item]: `note ${reason}` },
  });
  const bySite = rows.flatMap(({ sites, ...byAge }) =>
    sites.flatMap((site) =>
      Object.entries(ages).flatMap(([age, ageMonths]) => {
        const entry = byAge[age];
        if (!entry || Array.isArray(entry) || !siteNames[site])
          throw new Error(`no potency for ${site}, ${age}`);
        const when: When = { sites: [site], ageMonths };
        const reason = `potency-${site}|${age}`;
        if (!entry.inActiveFlare) return [row(reason, when, reason)];
        return [
          row(reason, { ...when, activeFlare: ["no", "unknown"] }, reason),
          row(`${reason}|flare`, { ...when, activeFlare: ["yes"] }, `${reason}|flare`),
        ];
      }),
    ),
  );
  return [...bySite, ...limits.map(({ when, reason }) => row(reason, when, reason))];
}

/** The text of a potency row, "Face: low potency. A few days only." */
export function potencyText(code: string, { potency }: Tables): ReasonText | undefined {
  const [key = "", age = "", flare] = code.split("|");
  const site = key.replace("potency-", "");
  const entry = potency.rows.find(({ sites }) => sites.includes(site))?.[age];
  if (!entry || Array.isArray(entry)) return undefined;
  const words = flare ? entry.inActiveFlare : entry.potency;
  const text = [`${potency.siteNames[site]}: ${words} potency.`, entry.note].filter(Boolean).join(" ");
  return { text, sources: potency.sources, verification: potency.verification, onlyIfOffered: true };
}

/** One `when` for each alternative, and for each word of a list fact that comes first: every cause has its own reason. */
function alternativesOf({ when }: Row): When[] {
  return [when].flat().flatMap((one) => {
    const [first] = Object.entries(one);
    const words = first?.[1];
    if (!first || !Array.isArray(words) || !LIST_FACTS.has(first[0]) || words.length === 1) return [one];
    return words.map((word) => ({ ...one, [first[0]]: [word] }));
  });
}
