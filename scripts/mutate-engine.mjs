/**
 * Changes the decision tables one cell, one word, one number at a time, and asks whether any case of
 * tests/engine/advise notices. The cases are written by hand and never read the tables, so a change that none of them
 * notices is a cell that nothing holds in place. Lists the survivors; exit code 1 if there are any.
 */
import { createServer } from "vite";

/** Each effect and two that differ from it. */
const OTHERS = {
  recommend: ["consider", "exclude"],
  consider: ["note", "caution"],
  caution: ["consider", "needs-info"],
  "needs-info": ["caution", "defer"],
  defer: ["needs-info", "exclude"],
  exclude: ["defer", "note"],
  later: ["note", "not-next"],
  "not-next": ["later", "caution"],
  note: ["caution", "exclude"],
  none: ["note", "caution"],
};
const SEVERITIES = ["clear", "mild", "moderate", "severe", "unknown"];
/**
 * Where the status can be no milder for other reasons, a milder effect shows nowhere: an oral corticosteroid is never
 * better than "caution", many items never better than "consider", two pitfalls are always excluded.
 */
const LEAST = {
  "topical-antihistamines": "exclude",
  "long-term-systemic-corticosteroids": "exclude",
  "oral-antihistamines": "caution",
  "oral-corticosteroid": "caution",
  "ruxolitinib-cream": "consider",
  "tapinarof-cream": "consider",
  "wet-wraps": "consider",
  "bleach-baths": "consider",
};
/** The same for rows that hold only where another of their items' rows holds as well. */
const ALREADY = {
  "cyp3a4-strong-large-area": "caution",
  "cyp3a4-moderate-large-area": "caution",
  "tried-adequate-failed-corticosteroid-upkeep": "caution",
  "tripped-topical-antimicrobial": "exclude",
  "methotrexate-with-trimethoprim": "exclude",
  "azathioprine-with-allopurinol": "exclude",
};
const LADDER = ["note", "recommend", "consider", "caution", "needs-info", "defer", "exclude"];
/** A reason that no row gives for any of its own. */
const OTHER_REASON = { allergy: "bleach-reaction", default: "allergy" };

const server = await createServer({
  configFile: false,
  appType: "custom",
  logLevel: "error",
  server: { middlewareMode: true, watch: null, ws: false },
  optimizeDeps: { noDiscovery: true },
});
const { adviseBy, COMPILED } = await server.ssrLoadModule("/src/engine/advise.ts");
const { numbersOf } = await server.ssrLoadModule("/src/engine/bit-set.ts");
const { TABLES } = await server.ssrLoadModule("/src/engine/tables.ts");
const vocabulary = await server.ssrLoadModule("/src/engine/vocabulary.ts");
const { ALL_CASES } = await server.ssrLoadModule("/tests/engine/advise/cases.ts");

const cases = Object.values(ALL_CASES).flat();
const casesOfRow = casesByRow(adviseBy(TABLES));

const started = performance.now();
const survivors = [];
let count = 0;
for (const { name, row, change } of mutants(TABLES)) {
  const { base, modifiers, gates, potency, redFlags } = TABLES;
  const tables = { ...TABLES, ...structuredClone({ base, modifiers, gates, potency, redFlags }) };
  change(tables);
  count += 1;
  if (!noticed(tables, casesOfRow.get(row) ?? cases)) survivors.push(name);
}
await server.close();

const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(
  `${count} changes to the tables, ${count - survivors.length} noticed, ${cases.length} cases, ${seconds} s`,
);
for (const name of survivors) console.log(`  not noticed: ${name}`);
process.exitCode = survivors.length > 0 ? 1 : 0;

/** Whether a case fails. Tables that cannot be compiled are noticed too. */
function noticed(tables, asked) {
  let advise;
  try {
    advise = remembering(adviseBy(tables));
  } catch {
    return true;
  }
  return asked.some((one) => fails(one, advise));
}

function fails(one, advise) {
  try {
    one.check(advise);
    return false;
  } catch {
    return true;
  }
}

/** The cases ask of few patients many things. */
function remembering(advise) {
  const known = new Map();
  return (facts) => {
    const key = JSON.stringify(facts);
    if (!known.has(key)) known.set(key, advise(facts));
    return known.get(key);
  };
}

/** For each row the cases with a patient for whom it holds: no other can notice a change of its cells. */
function casesByRow(advise) {
  const found = new Map();
  for (const one of cases) {
    const rows = new Set();
    const spying = (facts) => {
      const holding = COMPILED.index.holding(COMPILED.space.encode(facts));
      for (const number of numbersOf(holding)) rows.add(COMPILED.rules[number].row);
      return advise(facts);
    };
    if (fails(one, spying)) throw new Error(`The unchanged tables fail "${one.name}"`);
    for (const row of rows) found.set(row, [...(found.get(row) ?? []), one]);
  }
  return found;
}

function named(name, change, row) {
  return { name, row, change };
}

/** Every change, with a name and a function that makes it in a copy of the tables. */
function* mutants({ base, modifiers, gates, potency, redFlags }) {
  for (const [number, row] of base.entries()) {
    const at = (tables) => tables.base[number];
    for (const severity of SEVERITIES) {
      for (const cell of otherCells(row[severity])) {
        yield named(
          `base: ${row.label}, ${severity}: ${row[severity]} → ${cell}`,
          (tables) => {
            at(tables)[severity] = cell;
          },
          `base-${row.label}-${severity}`,
        );
      }
    }
    yield* whenMutants(`base: ${row.label}`, row.when, at);
  }
  for (const heir of Object.keys(modifiers.inherits)) {
    yield named(`inherits: ${heir}`, (tables) => delete tables.modifiers.inherits[heir]);
  }
  const columns = [...new Set(modifiers.rows.flatMap(({ cells }) => Object.keys(cells)))];
  yield* rowMutants("modifiers", modifiers.rows, (tables) => tables.modifiers.rows, columns);
  yield* rowMutants("gates", gates, (tables) => tables.gates, []);
  yield* potencyMutants(potency);
  for (const [number, flag] of redFlags.entries()) {
    if (flag.derivedFrom)
      yield named(`red flag: ${flag.id}`, (tables) => delete tables.redFlags[number].derivedFrom);
  }
}

function* rowMutants(table, rows, rowsOf, columns) {
  for (const [number, row] of rows.entries()) {
    const at = (tables) => rowsOf(tables)[number];
    const told = `${table}: ${row.id}`;
    // A row about the agent itself holds for each agent alone.
    const asked = JSON.stringify(row.when).includes('"self"') ? undefined : row.id;
    for (const [item, cell] of Object.entries(row.cells)) {
      const without = named(
        `${told}, ${item}: ${cell} → nothing`,
        (tables) => {
          at(tables).cells[item] = "none";
        },
        asked,
      );
      if (cell !== "none") yield without;
      for (const other of otherCells(withReason(cell, row), leastOf(item, row))) {
        yield named(
          `${told}, ${item}: ${cell} → ${other}`,
          (tables) => {
            at(tables).cells[item] = other;
          },
          asked,
        );
      }
    }
    for (const item of columns.filter((column) => !(column in row.cells))) {
      yield named(
        `${told}, ${item}: nothing → caution`,
        (tables) => {
          at(tables).cells[item] = "caution allergy";
        },
        asked,
      );
    }
    if (row.pin) yield named(`${told}, pin`, (tables) => delete at(tables).pin);
    yield* whenMutants(told, row.when, at);
  }
}

function withReason(cell, { reason }) {
  const [effect, ...rest] = cell.split(" ");
  const own = rest.filter((word) => word !== "specialist");
  return own.length > 0 || !reason ? cell : [effect, reason, ...rest].join(" ");
}

function leastOf(item, { id }) {
  if (ALREADY[id]) return ALREADY[id];
  const escalation = TABLES.items.find((one) => one.id === item)?.group === "escalation";
  return LEAST[item] ?? (escalation ? "consider" : "note");
}

/** The same cell with other effects, with another reason, without the badge. */
function otherCells(cell, least = "note") {
  const [effect, ...rest] = cell.split(" ");
  const shows = (one) =>
    LADDER.indexOf(one) < 0 ||
    LADDER.indexOf(one) > LADDER.indexOf(least) ||
    LADDER.indexOf(effect) > LADDER.indexOf(least);
  const badge = rest.includes("specialist");
  const [reason] = rest.filter((word) => word !== "specialist");
  const other = OTHER_REASON[reason] ?? OTHER_REASON.default;
  const cells = OTHERS[effect].filter(shows).map((one) => `${one} ${reason ?? other}`);
  if (effect === "recommend" && !reason) return cells;
  if (reason) cells.push(`${effect} ${other}`);
  if (badge) cells.push(`${effect} ${reason}`);
  return cells;
}

function* whenMutants(told, when, at) {
  const alternatives = [when ?? []].flat();
  for (const [number, one] of alternatives.entries()) {
    const place = (tables) => [at(tables).when].flat()[number];
    if (alternatives.length > 1) {
      yield named(`${told}, alternative ${number + 1}`, (tables) => at(tables).when.splice(number, 1));
    }
    // Many alternatives ask for the same, each of another agent.
    if (number > 0 && alternatives.length > 3) continue;
    for (const [fact, condition] of Object.entries(one)) {
      if (fact !== "tried")
        yield* conditionMutants(`${told}, ${fact}`, fact, condition, (tables) => place(tables), fact);
      else {
        for (const [agent, words] of Object.entries(condition)) {
          yield* conditionMutants(`${told}, ${agent}`, fact, words, (tables) => place(tables).tried, agent);
        }
      }
      if (Object.keys(one).length > 1) {
        yield named(`${told}, without ${fact}`, (tables) => delete place(tables)[fact]);
      }
    }
  }
}

/** One word less, one word more; one end of a range a step away. */
function* conditionMutants(told, fact, condition, holder, key) {
  const range = Object.entries(condition).filter(([, value]) => typeof value === "number");
  for (const [end, value] of range) {
    for (const step of [-1, 1]) {
      yield named(`${told} ${end} ${value} → ${value + step}`, (tables) => {
        holder(tables)[key][end] = value + step;
      });
    }
  }
  if (condition.orUnknown)
    yield named(`${told} not unknown`, (tables) => delete holder(tables)[key].orUnknown);
  const list = Array.isArray(condition) ? condition : (condition.not ?? condition.noneOf);
  if (!list) return;
  const listIn = (tables) => {
    const found = holder(tables)[key];
    return Array.isArray(found) ? found : (found.not ?? found.noneOf);
  };
  for (const word of list.length > 1 ? list : []) {
    yield named(`${told} without ${word}`, (tables) => {
      const found = listIn(tables);
      found.splice(found.indexOf(word), 1);
    });
  }
  for (const word of wordsOf(fact).filter((one) => !list.includes(one) && !list.includes("self"))) {
    yield named(`${told} with ${word}`, (tables) => listIn(tables).push(word));
  }
}

/** Words that a condition could also name; of a list only one, which stands for all. */
function wordsOf(fact) {
  const lists = {
    jurisdiction: vocabulary.JURISDICTIONS,
    severity: [...vocabulary.SEVERITIES, "unknown"],
    infection: [...vocabulary.INFECTIONS, "unknown"],
    pimecrolimus: [...vocabulary.PIMECROLIMUS_STATES, "unknown"],
    adherence: [...vocabulary.ADHERENCES, "unknown"],
    pregnancy: [...vocabulary.PREGNANCIES, "unknown"],
    activeFlare: ["yes", "no", "unknown"],
    acuteSevereFlare: ["yes", "no", "unknown"],
    steroidSparingPlan: ["yes", "no", "unknown"],
    immunocompromised: ["yes", "no", "unknown"],
    tried: [...vocabulary.TRIED, "unknown"],
  };
  return lists[fact] ?? [];
}

function* potencyMutants({ rows, ages, limits }) {
  for (const [number, row] of rows.entries()) {
    for (const age of Object.keys(ages)) {
      const entry = row[age];
      const at = (tables) => tables.potency.rows[number][age];
      const told = `potency: ${row.sites.join(", ")}, ${age}`;
      yield named(`${told}: ${entry.potency}`, (tables) => {
        at(tables).potency = entry.potency === "low" ? "medium" : "low";
      });
      for (const field of ["note", "inActiveFlare"]) {
        if (entry[field]) yield named(`${told}, ${field}`, (tables) => delete at(tables)[field]);
        else {
          yield named(`${told}, added ${field}`, (tables) => {
            at(tables)[field] = "high";
          });
        }
      }
    }
  }
  for (const age of Object.keys(ages)) {
    yield* conditionMutants(`potency: ${age}`, "ageMonths", ages[age], (tables) => tables.potency.ages, age);
  }
  for (const [number, limit] of limits.entries()) {
    yield named(`potency: ${limit.reason}`, (tables) => tables.potency.limits.splice(number, 1));
    yield* whenMutants(`potency: ${limit.reason}`, limit.when, (tables) => tables.potency.limits[number]);
  }
}
