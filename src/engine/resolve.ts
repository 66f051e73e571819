/** From findings to facts: what the chart says of one patient, with the words behind every fact. Pure (§4.1, §5.1, §6.4). */
import type { Chart, Claim } from "./claim";
import { correct } from "./correct";
import type { Evidence, Quote, Resolved } from "./evidence";
import type { PageReading } from "./finding";
import { byWeight, holds, type Placed, quotesOf, remarks } from "./placed";
import { ageClaims, conditionClaims, immunityClaims, pregnancyClaims } from "./resolve-person";
import { pimecrolimusClaims } from "./resolve-pimecrolimus";
import {
  diagnosisClaims,
  infectionClaims,
  redFlagClaims,
  severityClaims,
  siteClaims,
  surfaceClaims,
} from "./resolve-skin";
import { allergyClaims, medicationClaims, triedClaims } from "./resolve-treatments";

const CLAIMS: readonly ((chart: Chart) => Claim[])[] = [
  diagnosisClaims,
  ageClaims,
  severityClaims,
  siteClaims,
  surfaceClaims,
  infectionClaims,
  redFlagClaims,
  pregnancyClaims,
  immunityClaims,
  triedClaims,
  conditionClaims,
  medicationClaims,
  allergyClaims,
];

/**
 * Facts and evidence from the readings of every frame in view. An entry in a list outweighs today's words, these what
 * is over, and that what was copied. Whatever the chart does not state stays unknown; what it states in two ways of
 * one weight is left unknown, or taken at its worse, with both quotes. `today` is an ISO date.
 */
export function resolve(readings: PageReading[], today: string): Resolved {
  const findings = readings
    .flatMap((reading, frame) => reading.findings.map((finding): Placed => ({ ...finding, frame })))
    .filter((finding) => !remarks(finding, "draft"))
    .sort(byWeight);
  const chart: Chart = { readings, findings, today };
  const { claims: ofPimecrolimus, start, used } = pimecrolimusClaims(chart);
  const claims = [...ofPimecrolimus, ...CLAIMS.flatMap((claimsOf) => claimsOf(chart))];

  const settled = claims.filter(({ open }) => !open);
  const { facts } = correct({}, Object.fromEntries(settled.map(({ id, value }) => [id, value])));
  const diagnosis = settled.find(({ value }) => value === "atopic-dermatitis");
  const eczema = findings.filter((finding) => finding.concept === "eczema-unspecified" && holds(finding));
  return {
    facts,
    evidence: claims.map(({ open: _open, ...evidence }): Evidence => evidence),
    ...(start && { pimecrolimusStart: start }),
    found: {
      ...first("pimecrolimus", quotesOf(used)),
      ...first("diagnosis", diagnosis?.quotes ?? []),
      ...first("unspecifiedEczema", quotesOf(eczema)),
    },
  };
}

/** The first quote that is a name: a code says less to whoever reads it. */
function first(name: keyof Resolved["found"], quotes: Quote[]) {
  const quote = quotes.find(({ quote }) => /\p{L}{4}/u.test(quote)) ?? quotes[0];
  return quote ? { [name]: quote } : {};
}
